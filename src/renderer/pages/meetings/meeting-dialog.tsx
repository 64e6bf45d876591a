import { useLayoutEffect, useRef, useState } from 'react'
import { hasOtherTimes, hasSingleTimes } from '../../../contract/exceptions'
import type { Meeting } from '../../../contract/meeting'
import { Button } from '../../controls/button'
import { Fact, Facts } from '../../controls/facts'
import { Message } from '../../controls/message'
import { Modal, ModalActions } from '../../controls/modal'
import { useWords, type Word } from '../../i18n/words'
import { useAppState, useClient } from '../../state/client'
import { problemWord } from '../../state/problem-words'
import { JoinLink } from './join-link'
import styles from './meeting-dialog.module.css'
import { fullSpanOf } from './moments'
import { useRepeatWords } from './repeat-words'
import { SeriesQuestion } from './series-question'
import { systemZone } from './system-zone'
import { useCopiedWords } from './use-copied-words'

interface MeetingDialogProps {
  meeting: Meeting
  /** The time that was chosen, of a series one of many; milliseconds since the epoch. */
  start: number
  end: number
  onClose: () => void
  /** @param which The one that was chosen of a series, or all of the meeting. */
  onEdit: (which: 'one' | 'all') => void
}

/** All that is known of one meeting, and what can be done with it. */
export function MeetingDialog({ meeting, start, end, onClose, onEdit }: MeetingDialogProps) {
  const { t, language } = useWords()
  const { bridge, meetings } = useClient()
  const repeat = useRepeatWords()
  const [said, setSaid] = useState<string | null>(null)
  const copied = useCopiedWords()
  const [problem, setProblem] = useState<Word | null>(null)
  const { id, subject, timeZone, organizer, invitees, isReadOnly } = meeting
  const own = useAppState(({ session }) => ('account' in session ? (session.account?.email ?? null) : null))
  // Others' meetings are changed by others; where the workspace doesn't tell whose one is, it decides.
  const isOwn = organizer === null || organizer.email === own
  const isChangeable = isOwn && !isReadOnly
  const isAskedFor = hasSingleTimes(meeting)
  const [question, setQuestion] = useState<'edit' | 'delete' | null>(null)
  const asked = useRef(question)
  const editing = useRef<HTMLButtonElement>(null)
  const deleting = useRef<HTMLButtonElement>(null)

  useLayoutEffect(() => {
    // Whoever goes back from a question goes on where it was asked.
    if (question === null && asked.current !== null) (asked.current === 'edit' ? editing : deleting).current?.focus()
    asked.current = question
  }, [question])

  async function copyInvitation() {
    setSaid(null)
    const answer = await bridge.invoke('meetings.copyInvitation', id).catch(() => null)
    setProblem(answer?.outcome === 'done' ? null : problemWord(answer?.problem ?? null))
    if (answer?.outcome === 'done') setSaid(copied)
  }

  async function addToCalendar() {
    setSaid(null)
    setProblem(null)
    const outcome = await bridge.invoke('meetings.addToCalendar', id).catch(() => 'failed' as const)
    if (outcome === 'failed') return setProblem('meetings.calendarFailed')
    const words = { opened: t('meetings.calendarOpened'), saved: t('meetings.calendarSaved'), cancelled: null }
    setSaid(words[outcome])
  }

  async function remove(which: 'one' | 'all') {
    onClose()
    await meetings.getState().remove(meeting, which === 'one' ? new Date(start).toISOString() : null)
  }

  // Of a series of which this is all that is left, there is nothing to choose.
  const deletesOne = isAskedFor && hasOtherTimes(meeting, start, systemZone())

  const foot = question !== null ? (
    <SeriesQuestion
      what={question}
      onOne={() => (question === 'edit' ? onEdit('one') : void remove('one'))}
      onAll={() => (question === 'edit' ? onEdit('all') : void remove('all'))}
      onBack={() => setQuestion(null)}
    />
  ) : (
    <>
      {problem !== null && <Message kind="problem">{t(problem)}</Message>}
      <ModalActions>
        <JoinLink id={id} subject={subject} isPrimary />
        <Button onClick={() => void copyInvitation()}>{t('meetings.copyInvitation')}</Button>
        <Button onClick={() => void addToCalendar()}>{t('meetings.addToCalendar')}</Button>
        {isChangeable && (
          <div className={styles['own']}>
            <Button ref={editing} onClick={() => (isAskedFor ? setQuestion('edit') : onEdit('all'))}>{t('meetings.edit')}</Button>
            <Button ref={deleting} look="danger" onClick={() => (deletesOne ? setQuestion('delete') : void remove('all'))}>
              {t(meeting.recurrence === null || isAskedFor ? 'meetings.delete' : 'meetings.deleteSeries')}
            </Button>
          </div>
        )}
      </ModalActions>
      <p className={styles['said']} role="status">
        {said}
      </p>
    </>
  )

  return (
    <Modal title={subject} onClose={onClose} isWide foot={foot}>
      <Facts>
        <Fact name={t('meetings.when')}>{fullSpanOf(start, end, language)}</Fact>
        {timeZone !== null && timeZone !== systemZone() && <Fact name={t('meetings.timeZone')}>{t('meetings.plannedIn', { zone: timeZone })}</Fact>}
        {meeting.recurrence !== null && <Fact name={t('meetings.repeats')}>{repeat(meeting)}</Fact>}
        <Fact name={t('meetings.id')}>
          <bdi dir="ltr">{id}</bdi>
        </Fact>
        <Fact name={t('meetings.password')}>{t(meeting.hasPassword ? 'meetings.passwordSet' : 'meetings.passwordNone')}</Fact>
        {organizer !== null && <Fact name={t('meetings.organizer')}>{organizer.name === '' ? organizer.email : organizer.name}</Fact>}
        {invitees.length > 0 && (
          <Fact name={t('meetings.invited')}>
            <ul className={styles['people']}>
              {invitees.map(({ name, email }) => (
                <li key={email}>
                  <bdi>{name}</bdi> <bdi dir="ltr">{name === '' ? email : `(${email})`}</bdi>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </Facts>
      {isReadOnly && <p className={styles['elsewhere']}>{t('meetings.changedElsewhere')}</p>}
    </Modal>
  )
}
