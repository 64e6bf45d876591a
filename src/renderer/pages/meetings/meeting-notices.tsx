import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { useWords } from '../../i18n/words'
import { useClient, useMeetings } from '../../state/client'
import { problemWord } from '../../state/problem-words'
import styles from './meeting-notices.module.css'

/** What happened to a meeting that is not in the list any more: the way back, or why it is there again; and why one was not opened. */
export function MeetingNotices() {
  const { t } = useWords()
  const { meetings } = useClient()
  const leaving = useMeetings((state) => state.leaving)
  const trouble = useMeetings((state) => state.trouble)
  return (
    <div className={styles['notices']}>
      <div role="status">
        {leaving !== null && (
          <Message kind="note" actions={<Button onClick={() => void meetings.getState().undoRemove()}>{t('meetings.undo')}</Button>}>
            {t('meetings.deleting', { subject: leaving.subject })}
          </Message>
        )}
      </div>
      {trouble !== null && (
        <Message kind="problem" actions={<Button look="quiet" onClick={() => meetings.getState().dismissTrouble()}>{t('notice.dismiss')}</Button>}>
          {t(trouble.what === 'deletion' ? 'meetings.notDeleted' : 'meetings.notOpened', { subject: trouble.subject })}{' '}
          {t(trouble.problem === 'browser-not-opened' ? 'meetings.noBrowser' : problemWord(trouble.problem))}
        </Message>
      )}
    </div>
  )
}
