import './mails.css'
import { Text } from '@mantine/core'
import { IconAlertTriangle, IconClock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { MailState } from '../../contract/mail-states'
import { regionOf } from '../../ui/region'
import { useWords } from '../i18n/words'

interface MailNoticeProps {
  mail: MailState
  sendsMail: boolean
  /** Which mail it is, where that is not plain. */
  about?: string
  /** What to do about one that could not be sent. */
  advice: string
  /** The ways on, where they are not beside it. */
  children?: ReactNode
}

/** Why a mail is not sent, what happens next, and what to do; nothing for one that is just about to be sent. */
export function MailNotice({ mail, sendsMail, about, advice, children }: MailNoticeProps) {
  const text = useMailText()(mail, sendsMail)
  if (text === null) return null
  const isFailed = mail.state === 'failed'
  const Icon = isFailed ? IconAlertTriangle : IconClock
  return (
    <div className="mail-notice" data-state={mail.state}>
      <Icon size={20} aria-hidden className="mail-notice-icon" />
      <div className="mail-notice-text">
        {about !== undefined && (
          <Text size="sm" fw={600} className="breakable">
            {about}
          </Text>
        )}
        <Text size="sm">{isFailed ? `${text} ${advice}` : text}</Text>
        {children !== undefined && <div className="part-actions">{children}</div>}
      </div>
    </div>
  )
}

function useMailText() {
  const { t, language } = useWords()
  return ({ state, problem, nextTryAt }: MailState, sendsMail: boolean): string | null => {
    if (state === 'failed') return t(`mails.failed.${problem ?? 'no-server'}`)
    if (!sendsMail) return t('jobs.mailNeeded')
    if (problem === null) return null
    const why = t(problem === 'not-now' ? 'mails.waiting.not-now' : 'mails.waiting.no-server')
    if (nextTryAt === null) return `${why} ${t('mails.soon')}`
    const time = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(nextTryAt)
    return `${why} ${t('mails.next', { time })}`
  }
}
