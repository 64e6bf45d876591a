import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react'
import { hasOtherTimes } from '../../../contract/exceptions'
import type { Meeting } from '../../../contract/meeting'
import type { MeetingMade } from '../../../contract/meetings'
import type { WorkspaceProblem } from '../../../contract/workspace'
import { Button } from '../../controls/button'
import { Select, TextField } from '../../controls/field'
import { Message } from '../../controls/message'
import { Modal, ModalActions } from '../../controls/modal'
import { useWords } from '../../i18n/words'
import { useAppState, useClient, useMeetings } from '../../state/client'
import { problemWord } from '../../state/problem-words'
import { LeaveQuestion } from './leave-question'
import { PeopleField } from './people-field'
import { usePersonLine, withPerson } from './person-line'
import { RepeatFields } from './repeat-fields'
import styles from './schedule-dialog.module.css'
import { broughtBackBy, changeOf, draftOf, formOf, isSameForm, newForm, problemsOf, type ScheduleForm } from './schedule-form'
import { systemZone } from './system-zone'

/** What the form is for. */
export type Scheduled =
  | { kind: 'new'; /** Milliseconds since the epoch, or null for soon. */ start: number | null; invitees: readonly string[] }
  | { kind: 'change'; meeting: Meeting; /** One time of a series, milliseconds since the epoch, or null for all of it. */ occurrence: { start: number; end: number } | null }

/** Schedules a meeting, or changes one. What was typed stays when the workspace can't take it. */
export function ScheduleDialog({ form: wanted, onClose }: { form: Scheduled; onClose: () => void }) {
  const { t, language } = useWords()
  const { bridge, meetings, now } = useClient()
  const id = useId()
  const whole = useRef<HTMLFormElement>(null)
  const capabilities = useMeetings((state) => state.upcoming?.capabilities ?? null)
  const minutes = useAppState((state) => state.settings.meetings.minutes)
  const meeting = meetingOf(wanted)
  const series = wanted.kind === 'change' && wanted.meeting.recurrence !== null ? wanted.meeting : null
  const one = wanted.kind === 'change' ? wanted.occurrence : null
  const isOne = one !== null
  // A series of which nothing else is left becomes that one meeting, and is not kept beside it without any time.
  const isLast = one !== null && series !== null && !hasOtherTimes(series, one.start, systemZone())
  const [first] = useState<ScheduleForm>(() =>
    wanted.kind === 'change' ? formOf(meetingOf(wanted), systemZone()) : newForm(wanted.start === null ? now() : wanted.start - 60_000, systemZone(), wanted.invitees, minutes),
  )
  const [form, setForm] = useState(first)
  const [isLeaving, setLeaving] = useState(false)
  const line = usePersonLine()
  const [tries, setTries] = useState(0)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<{ problem: WorkspaceProblem | null } | null>(null)
  const problems = tries > 0 ? problemsOf(form) : {}
  const change = (part: Partial<ScheduleForm>): void => setForm((before) => ({ ...before, ...part }))

  useEffect(() => {
    // To what has to be mended before it can be sent.
    if (tries > 0) whole.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [tries])

  /** Asks first where something would be lost. */
  function leave() {
    if (isSameForm(form, first) && line.text.trim() === '') onClose()
    else setLeaving(true)
  }

  async function save(event: SyntheticEvent) {
    event.preventDefault()
    setTries(tries + 1)
    setFailure(null)
    const person = line.take()
    const complete = person.outcome === 'person' ? { ...form, invitees: withPerson(form.invitees, person.email) } : form
    setForm(complete)
    // Nothing is taken out of a series that is as it was.
    if (isOne && person.outcome !== 'nobody' && isSameForm(complete, first)) return onClose()
    const answer = person.outcome === 'nobody' ? null : send(complete)
    if (answer === null) return
    setSaving(true)
    const outcome = await answer.catch(() => null)
    setSaving(false)
    if (outcome?.outcome !== 'done') return setFailure({ problem: outcome?.problem ?? null })
    onClose()
    const replacement = meeting === null || !isOne || isLast ? null : { id: meeting.id, occurrence: meeting.start, meeting: outcome.meeting.id }
    meetings.getState().tellSaved(outcome.meeting, meeting === null, replacement)
  }

  /** Gives the meeting as it is then, or why it could not be saved; null while the form can't be sent. */
  function send(complete: ScheduleForm): Promise<MeetingMade> | null {
    if (meeting === null) {
      const draft = draftOf(complete)
      return draft === null ? null : bridge.invoke('meetings.create', draft)
    }
    const parts = changeOf(meeting, complete, systemZone())
    if (parts === null) return null
    const { id, start, end } = meeting
    if (isOne && !isLast) return bridge.invoke('meetings.changeOccurrence', { id, occurrence: start, change: parts })
    const changed = { ...meeting, subject: parts.subject ?? meeting.subject }
    const change = isLast ? { start, end, ...parts, recurrence: null } : parts
    return bridge.invoke('meetings.change', { id, change }).then((answer) => (answer.outcome === 'done' ? { ...answer, meeting: changed } : answer))
  }

  const back = series === null || isOne ? 0 : broughtBackBy(series, form, systemZone(), now())
  const foot = (
    <>
      <div className={styles['back']} role="status">
        {back > 0 && <Message kind="warning">{t('schedule.broughtBack', { count: back })}</Message>}
      </div>
      {failure !== null && <Message kind="problem">{t(problemWord(failure.problem))}</Message>}
      {isLeaving ? (
        <LeaveQuestion onDiscard={onClose} onStay={() => setLeaving(false)} />
      ) : (
        <ModalActions>
          <Button look="primary" type="submit" form={`${id}-form`} isBusy={isSaving}>
            {t(isSaving ? 'schedule.saving' : meeting === null ? 'schedule.save' : 'schedule.saveChange')}
          </Button>
          <Button onClick={leave}>{t('schedule.cancel')}</Button>
        </ModalActions>
      )}
    </>
  )

  return (
    <Modal title={t(meeting === null ? 'schedule.title' : 'schedule.titleChange')} onClose={leave} isWide foot={foot}>
      <form id={`${id}-form`} ref={whole} className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
        {series !== null && <Message kind="note">{t(isOne ? 'schedule.onlyThis' : 'schedule.wholeSeries')}</Message>}
        <TextField
          label={t('schedule.subject')}
          problem={problems.subject && t('schedule.subjectMissing')}
          value={form.subject}
          maxLength={200}
          onChange={(subject) => change({ subject })}
        />
        <div className={styles['times']}>
          <TextField label={t('schedule.date')} type="date" problem={problems.date && t('schedule.dateWrong')} value={form.date} onChange={(date) => change({ date })} />
          <TextField label={t('schedule.from')} type="time" value={form.from} onChange={(from) => change({ from })} />
          <TextField label={t('schedule.until')} type="time" problem={problems.until && t('schedule.untilWrong')} value={form.until} onChange={(until) => change({ until })} />
        </div>
        {capabilities?.meetingTimeZone !== false && (
          <Select id={`${id}-zone`} label={t('schedule.timeZone')} value={form.zone} onChange={(zone) => change({ zone })}>
            {zonesWith(form.zone).map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        )}
        {capabilities?.meetingRecurrence !== false && !isOne && <RepeatFields form={form} problems={problems} onChange={change} />}
        <TextField
          label={t('schedule.password')}
          hint={t(meeting?.hasPassword === true ? 'schedule.passwordKept' : 'schedule.passwordHint')}
          value={form.password}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          disabled={form.removesPassword}
          onChange={(password) => change({ password })}
        />
        {meeting?.hasPassword === true && (
          <label className={styles['check']}>
            <input type="checkbox" checked={form.removesPassword} onChange={(event) => change({ removesPassword: event.target.checked })} />
            {t('schedule.passwordRemove')}
          </label>
        )}
        {capabilities?.meetingInvitees === false && form.invitees.length > 0 && (
          <Message kind="note">{t('schedule.inviteByHand', { people: new Intl.ListFormat(language).format(form.invitees.map(line.nameOf)) })}</Message>
        )}
        {capabilities?.meetingInvitees !== false && <PeopleField line={line} chosen={form.invitees} onChange={(invitees) => change({ invitees })} />}
      </form>
    </Modal>
  )
}

/** The meeting that a form changes: of a series, the one time as a meeting that takes place once; null where a new one is scheduled. */
function meetingOf(form: Extract<Scheduled, { kind: 'change' }>): Meeting
function meetingOf(form: Scheduled): Meeting | null
function meetingOf(form: Scheduled): Meeting | null {
  if (form.kind === 'new') return null
  if (form.occurrence === null) return form.meeting
  const { start, end } = form.occurrence
  return { ...form.meeting, start: new Date(start).toISOString(), end: new Date(end).toISOString(), recurrence: null, exceptions: [] }
}

/** All zones that this computer knows; the one that is chosen is always among them. */
function zonesWith(chosen: string): string[] {
  return [...new Set([chosen, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
}
