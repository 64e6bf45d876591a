import { IconVideo } from '@tabler/icons-react'
import { meetingIdPattern } from '../../../contract/meeting-id'
import { pagePath } from '../../../contract/routes'
import { useWords } from '../../i18n/words'
import { useClient } from '../../state/client'
import styles from './join-link.module.css'

/** Leads to the page before a meeting; one that a workspace names in a way of its own opens where that holds it. */
export function JoinLink({ id, subject }: { id: string; subject: string }) {
  const { t } = useWords()
  const { meetings } = useClient()
  const label = t('meetings.joinWhich', { subject })
  const content = (
    <>
      <IconVideo size={18} stroke={1.75} aria-hidden />
      {t('join.action')}
    </>
  )
  if (!meetingIdPattern.test(id)) {
    return (
      <button type="button" role="link" className={styles['join']} aria-label={label} onClick={() => void meetings.getState().openElsewhere({ id, subject })}>
        {content}
      </button>
    )
  }
  return (
    <a className={styles['join']} href={`#${pagePath({ page: 'join', meeting: id })}`} aria-label={label}>
      {content}
    </a>
  )
}
