import type { Meeting } from '../../contract/meeting'
import type { Soon } from '../../contract/meetings'
import { spanIn } from '../../contract/span'
import type { MainWords } from '../i18n/words'

/** Language and words of notifications. */
export interface NotificationLanguage {
  language: string
  /** IANA name of the zone whose clock is shown. */
  zone: string
  words: MainWords['notifications']
}

/** What a notification says. */
export interface NotificationText {
  title: string
  body: string
}

/**
 * What is said of a meeting that starts soon.
 *
 * @param account Whose meeting it is, where there are several accounts.
 * @param now Milliseconds since the epoch.
 */
export function reminderText(
  { subject, start, end }: Soon,
  account: string | null,
  { language, zone, words }: NotificationLanguage,
  now: number,
): NotificationText {
  const minutes = Math.max(1, Math.ceil((start - now) / 60_000))
  const when = new Intl.RelativeTimeFormat(language).format(minutes, 'minute')
  const span = spanIn(new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone }), start, end)
  const starts = words.startsIn.replace('{{when}}', () => when)
  return { title: subject, body: [starts, span, ...(account === null ? [] : [account])].join('\n') }
}

/** What is said of one invitation. */
export function invitationText(
  { meeting, start, end }: { meeting: Meeting; start: number; end: number },
  { language, zone, words }: NotificationLanguage,
): NotificationText {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: 'numeric', timeZone: zone } as const
  const format = new Intl.DateTimeFormat(language, parts)
  const who = meeting.organizer?.name ?? ''
  const name = who === '' ? (meeting.organizer?.email ?? '') : who
  return {
    title: words.invitation.replace('{{subject}}', () => meeting.subject),
    body: `${words.from.replace('{{name}}', () => name)}\n${spanIn(format, start, end)}`,
  }
}

/** What is said of many invitations at once. */
export function invitationsText(count: number, { language, words }: NotificationLanguage): NotificationText {
  const number = new Intl.NumberFormat(language).format(count)
  return { title: words.invitations.replace('{{number}}', () => number), body: words.invitationsText }
}
