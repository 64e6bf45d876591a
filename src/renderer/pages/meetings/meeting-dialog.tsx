import { useState } from 'react'
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
import { systemZone } from './system-zone'

interface MeetingDialogProps {
  meeting: Meeting
  /** The time that was chosen, of a series one of many; milliseconds since the epoch. */
  start: number
  end: number
  onClose: () => void
  onEdit: () => void
}

type Said = 'meetings.invitationCopied' | 'meetings.calendarOpened' | 'meetings.calendarSaved'

/** All that is known of one meeting, and what can be done with it. */
export function MeetingDialog({ meeting, start, end, onClose, onEdit }: MeetingDialogProps) {
  const { t, language } = useWords()
  const { bridge, meetings } = useClient()
  const repeat = useRepeatWords()
  const [said, setSaid] = useState<Said | null>(null)
  const [problem, setProblem] = useState<Word | null>(null)
  const { id, subject, timeZone, organizer, invitees, isReadOnly } = meeting
  const own = useAppState(({ session }) => ('account' in session ? (session.account?.email ?? null) : null))
  // Others' meetings are changed by others; where the workspace doesn't tell whose one is, it decides.
  const isOwn = organizer === null || organizer.email === own
  const isChangeable = isOwn && !isReadOnly

  async function copyInvitation() {
    setSaid(null)
    const answer = await bridge.invoke('meetings.copyInvitation', id).catch(() => null)
    setProblem(answer?.outcome === 'done' ? null : problemWord(answer?.problem ?? null))
    if (answer?.outcome === 'done') setSaid('meetings.invitationCopied')
  }

  async function addToCalendar() {
    setSaid(null)
    setProblem(null)
    const outcome = await bridge.invoke('meetings.addToCalendar', id).catch(() => 'failed' as const)
    if (outcome === 'failed') return setProblem('meetings.calendarFailed')
    const words = { opened: 'meetings.calendarOpened', saved: 'meetings.calendarSaved', cancelled: null } as const
    setSaid(words[outcome])
  }

  async function remove() {
    onClose()
    await meetings.getState().remove(meeting)
  }

  const foot = (
    <>
      {problem !== null && <Message kind="problem">{t(problem)}</Message>}
      <ModalActions>
        <JoinLink id={id} subject={subject} isPrimary />
        <Button onClick={() => void copyInvitation()}>{t('meetings.copyInvitation')}</Button>
        <Button onClick={() => void addToCalendar()}>{t('meetings.addToCalendar')}</Button>
        {isChangeable && <Button onClick={onEdit}>{t('meetings.edit')}</Button>}
        {isChangeable && (
          <Button look="danger" onClick={() => void remove()}>
            {t(meeting.recurrence === null ? 'meetings.delete' : 'meetings.deleteSeries')}
          </Button>
        )}
      </ModalActions>
      <p className={styles['said']} role="status">
        {said !== null && t(said)}
      </p>
    </>
  )

  return (
    <Modal title={subject} onClose={onClose} foot={foot}>
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
