import { IconVideo } from '@tabler/icons-react'
import { meetingIdPattern } from '../../../contract/meeting-id'
import { pagePath } from '../../../contract/routes'
import { useWords } from '../../i18n/words'
import { useClient } from '../../state/client'
import styles from './join-link.module.css'

interface JoinLinkProps {
  id: string
  subject: string
  /** What most people come for, where it stands among other buttons. */
  isPrimary?: boolean
}

/** Leads to the page before a meeting; one that a workspace names in a way of its own opens where that holds it. */
export function JoinLink({ id, subject, isPrimary = false }: JoinLinkProps) {
  const { t } = useWords()
  const { meetings } = useClient()
  const look = `${styles['join'] ?? ''} ${isPrimary ? (styles['primary'] ?? '') : ''}`
  const label = t('meetings.joinWhich', { subject })
  const content = (
    <>
      <IconVideo size={18} stroke={1.75} aria-hidden />
      {t('join.action')}
    </>
  )
  if (!meetingIdPattern.test(id)) {
    return (
      <button type="button" role="link" className={look} aria-label={label} onClick={() => void meetings.getState().openElsewhere({ id, subject })}>
        {content}
      </button>
    )
  }
  return (
    <a className={look} href={`#${pagePath({ page: 'join', meeting: id })}`} aria-label={label}>
      {content}
    </a>
  )
}
