import { Badge } from '@mantine/core'
import { IconLicense } from '@tabler/icons-react'
import { createContext, use } from 'react'
import { Link } from 'wouter'
import type { ConsoleUser } from '../../contract/console-api'
import { fullTime, relativeTime } from '../../ui/dates'
import { initials } from '../../ui/initials'
import { useWords } from '../i18n/words'
import { userPath } from '../routes/paths'
import { EndedLicences } from './ended-licences'
import { inOneLine } from './licence-names'

// Scrolling draws hundreds of these a second: they are the browser's own elements, which look as the library's do.

interface SelectCellProps {
  user: ConsoleUser
  isChosen: boolean
  onToggle: (id: string) => void
}

/** Selects the user. */
export function SelectCell({ user, isChosen, onToggle }: SelectCellProps) {
  const { t } = useWords()
  return (
    <input
      type="checkbox"
      className="row-checkbox"
      aria-label={t('users.selection.user', { name: user.name })}
      checked={isChosen}
      onChange={() => onToggle(user.id)}
    />
  )
}

/** The user's name, with the initials that people look for; it leads to the user's page. */
export function NameCell({ user }: { user: ConsoleUser }) {
  return (
    <span className="name-cell">
      <span className="initials" aria-hidden>
        {initials(user.name)}
      </span>
      <Link href={userPath(user.id)} className="breakable name-link">
        {user.name}
      </Link>
    </span>
  )
}

/** The user's e-mail, which may break before its @. */
export function EmailCell({ email }: { email: string }) {
  const at = email.lastIndexOf('@')
  return (
    <span className="email-cell">
      {email.slice(0, Math.max(0, at))}
      <wbr />
      {email.slice(Math.max(0, at))}
    </span>
  )
}

/** The licences that the user has seats of, and of which the seat is no use any more. */
export function LicencesCell({ licences }: { licences: ConsoleUser['licences'] }) {
  const { t, language } = useWords()
  const ended = use(EndedLicences)
  if (licences.length === 0) return <span className="quiet">{t('users.noLicence')}</span>
  const named = licences.map(({ id, name }) => {
    const why = ended.get(id)
    return { name: why === undefined ? name : t(`users.licenceEnded.${why}`, { name }) }
  })
  return inOneLine(named, language)
}

/** Whether the account may sign in. */
export function ActiveCell({ isActive }: { isActive: boolean }) {
  const { t } = useWords()
  return isActive ? (
    t('users.active')
  ) : (
    <Badge variant="default" className="badge">
      {t('users.inactive')}
    </Badge>
  )
}

/** When the workspace gave the users that are shown, milliseconds since the epoch. */
export const FetchedAt = createContext(0)

/**
 * When the account was last seen: roughly, and to the minute when asked.
 *
 * @param time Milliseconds since the epoch, or null for never.
 */
export function LastSeenCell({ time }: { time: number | null }) {
  const { t, language } = useWords()
  const now = use(FetchedAt)
  if (time === null) return <span className="quiet">{t('users.neverSeen')}</span>
  return (
    <time dateTime={new Date(time).toISOString()} title={fullTime(time, language)}>
      {relativeTime(time, now, language)}
    </time>
  )
}

interface ChangeLicenceCellProps {
  user: ConsoleUser
  onChange: (user: ConsoleUser) => void
}

/** Opens the dialog that changes the user's licence. */
export function ChangeLicenceCell({ user, onChange }: ChangeLicenceCellProps) {
  const { t } = useWords()
  return (
    <button
      type="button"
      className="row-action"
      aria-label={t('users.changeLicenceOf', { name: user.name })}
      title={t('users.changeLicence')}
      aria-haspopup="dialog"
      onClick={() => onChange(user)}
    >
      <IconLicense size={18} aria-hidden />
      <span className="row-action-word">{t('users.changeLicence')}</span>
    </button>
  )
}
