import { useEffect, useRef } from 'react'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { useWords } from '../../i18n/words'
import { ProblemText } from '../../shell/problem-text'
import { useClient, useMeetings } from '../../state/client'
import { ForeignHost } from '../join/foreign-host'
import styles from './meeting-notices.module.css'
import { dayOf } from './moments'
import { SavedNotice } from './saved-notice'

/**
 * What happened to a meeting: that it was saved, the way back for one that is not in the list any more, or why it is there again; and
 * why one was not opened.
 */
export function MeetingNotices() {
  const { t, language } = useWords()
  const { meetings } = useClient()
  const leaving = useMeetings((state) => state.leaving)
  const saved = useMeetings((state) => state.saved)
  const notices = useRef<HTMLDivElement>(null)
  const undo = useRef<HTMLButtonElement>(null)
  const undoSaved = useRef<HTMLButtonElement>(null)
  const before = useRef({ leaving, saved })

  useEffect(() => {
    const { leaving: left, saved: kept } = before.current
    before.current = { leaving, saved }
    // What had the focus goes with the meeting: the way back has it next.
    if (leaving !== null && leaving !== left) undo.current?.focus()
    if (saved !== null && saved !== kept) undoSaved.current?.focus()
    // A notice that had the focus is gone.
    const isGone = leaving === null && saved === null && (left !== null || kept !== null)
    if (isGone && document.activeElement === document.body) notices.current?.closest('main')?.querySelector('h1')?.focus()
  }, [leaving, saved])

  return (
    <div ref={notices} className={styles['notices']}>
      <div role="status">
        {leaving !== null && (
          <Message
            kind="note"
            actions={
              <Button ref={undo} onClick={() => void meetings.getState().undoRemove()}>
                {t('meetings.undo')}
              </Button>
            }
          >
            {leaving.occurrence === null
              ? t('meetings.deleting', { subject: leaving.subject })
              : t('meetings.deletingOne', { subject: leaving.subject, date: dayOf(Date.parse(leaving.occurrence), language) })}
          </Message>
        )}
        {saved !== null && <SavedNotice key={saved.id} {...saved} undo={undoSaved} />}
      </div>
      <Trouble />
    </div>
  )
}

function Trouble() {
  const { t } = useWords()
  const { meetings } = useClient()
  const trouble = useMeetings((state) => state.trouble)
  if (trouble === null) return null
  const dismiss = () => meetings.getState().dismissTrouble()
  if (trouble.what === 'foreign-host') {
    return <ForeignHost host={trouble.host} onOpen={() => void meetings.getState().openElsewhere(trouble, trouble.host)} onLeave={dismiss} />
  }
  const words = { deletion: 'meetings.notDeleted', opening: 'meetings.notOpened', undo: 'meetings.notUndone', restoring: 'meetings.notRestored' } as const
  return (
    <Message kind="problem" actions={<Button look="quiet" onClick={dismiss}>{t('notice.dismiss')}</Button>}>
      {t(words[trouble.what], { subject: trouble.subject })}{' '}
      {trouble.what === 'undo' ? null : trouble.problem === 'browser-not-opened' ? (
        t('meetings.noBrowser')
      ) : trouble.problem === 'no-link' ? (
        t('join.noLink')
      ) : (
        <ProblemText problem={trouble.problem} />
      )}
    </Message>
  )
}
