import type { Meeting } from '../../contract/meeting'
import { nextOccurrence, type Occurrence } from '../../contract/occurrences'

/**
 * The invitations among meetings that came since a list was seen: held by someone else, and still to come.
 *
 * @param known Ids of the meetings that were known.
 * @param email The account's own address.
 * @param now Milliseconds since the epoch.
 * @param zone The computer's zone, for meetings that name none.
 * @returns Each with its next time, earliest first.
 */
export function newInvitations(
  meetings: readonly Meeting[],
  known: ReadonlySet<string>,
  { email, now, zone }: { email: string; now: number; zone: string },
): Occurrence[] {
  return meetings
    .filter(({ id, organizer }) => !known.has(id) && organizer !== null && organizer.email.toLowerCase() !== email.toLowerCase())
    .flatMap((meeting) => nextOccurrence(meeting, now, zone) ?? [])
    .sort((one, other) => one.start - other.start)
}
