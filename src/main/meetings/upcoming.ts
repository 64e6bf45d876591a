import type { Meeting } from '../../contract/meeting'
import type { Soon } from '../../contract/meetings'
import { occurrencesOf } from '../../contract/occurrences'
import { day, instantOf, wallTime } from '../../contract/zone-time'

/** What Home can show at most. */
const most = 20

/**
 * The times of today and tomorrow that have not ended, and where there is none, the very next one of the week.
 *
 * @param now Milliseconds since the epoch.
 * @param zone The computer's zone, which says what today is.
 */
export function upcomingOf(meetings: readonly Meeting[], now: number, zone: string): Soon[] {
  const midnight = Math.floor(wallTime(now, zone) / day) * day
  const endOf = (days: number): number => instantOf(midnight + days * day, zone)
  const within = (to: number): Soon[] =>
    meetings
      .flatMap((meeting) => occurrencesOf(meeting, { from: now, to }, zone))
      .sort((a, b) => a.start - b.start)
      .slice(0, most)
      .map(({ meeting, start, end }) => ({
        id: meeting.id,
        subject: meeting.subject,
        start,
        end,
        isSeries: meeting.recurrence !== null,
      }))
  const soon = within(endOf(2))
  return soon.length > 0 ? soon : within(endOf(8)).slice(0, 1)
}
