import type { Language } from '../../contract/languages'
import { spanIn } from '../../contract/span'
import { fillIn, loadMeetingWords, type MeetingWords } from './meeting-words'

export interface InvitationContent {
  readonly id: string
  readonly subject: string
  readonly organizerName: string
  /** Milliseconds since the epoch. */
  readonly startsAt: number
  readonly endsAt: number
  readonly recurrence: string | null
  readonly password: string | null
  readonly dialIn: string | null
  readonly link: string
}

/**
 * Writes the text that an organiser sends to participants.
 *
 * @param timeZone IANA zone whose local time is written.
 * @returns Plain text, lines ended by `\n`.
 */
export async function writeInvitation(
  content: InvitationContent,
  language: Language,
  timeZone: string,
): Promise<string> {
  const words = await loadMeetingWords(language)
  const lines = [
    fillIn(words.invitation.intro, { organizer: content.organizerName }),
    '',
    content.subject,
    writeTime(content.startsAt, content.endsAt, language, timeZone),
    ...(content.recurrence === null ? [] : [repeats(content.recurrence, words)]),
    '',
    fillIn(words.invitation.join, { link: content.link }),
    fillIn(words.invitation.id, { id: content.id }),
    ...(content.password === null ? [] : [fillIn(words.invitation.password, { password: content.password })]),
    ...(content.dialIn === null ? [] : ['', fillIn(words.invitation.dialIn, { dialIn: content.dialIn })]),
  ]
  return `${lines.join('\n')}\n`
}

/** From when to when, in local time with its offset and the zone's name. */
function writeTime(startsAt: number, endsAt: number, language: Language, timeZone: string): string {
  const locale = language === 'en' ? 'en-GB' : language
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options })
  const day = format({ dateStyle: 'full' }).format(startsAt)
  const times = spanIn(format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }), startsAt, endsAt)
  const offset = format({ timeZoneName: 'shortOffset' })
    .formatToParts(startsAt)
    .find(({ type }) => type === 'timeZoneName')
  return `${day}, ${times} (${timeZone}, ${offset?.value ?? ''})`
}

/** Says how often the plain rules repeat; of any other, that it does. */
function repeats(rule: string, { invitation }: MeetingWords): string {
  const parts = rule.split(';').filter((part) => !/^(?:COUNT|UNTIL|WKST)=|^INTERVAL=1$/.test(part))
  const [only, ...others] = parts
  if (others.length > 0) return invitation.repeats.otherwise
  if (only === 'FREQ=DAILY') return invitation.repeats.daily
  if (only === 'FREQ=WEEKLY') return invitation.repeats.weekly
  if (only === 'FREQ=MONTHLY') return invitation.repeats.monthly
  if (only === 'FREQ=YEARLY') return invitation.repeats.yearly
  return invitation.repeats.otherwise
}
