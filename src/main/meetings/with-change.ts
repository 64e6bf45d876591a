import { stillExcepted } from '../../contract/exceptions'
import type { Meeting, MeetingChange } from '../../contract/meeting'

/**
 * A meeting as it will be once a change is made; people who are new to it have no name yet.
 *
 * @param zone The computer's zone, for a meeting that names none.
 */
export function withChange(meeting: Meeting, change: MeetingChange, zone: string): Meeting {
  const { invitees, password, ...rest } = change
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const changed = {
    ...meeting,
    ...given,
    ...(password === undefined ? {} : { hasPassword: password !== null }),
    ...(invitees === undefined
      ? {}
      : { invitees: invitees.map((email) => meeting.invitees.find((person) => person.email === email) ?? { name: '', email }) }),
  }
  return { ...changed, exceptions: stillExcepted(changed, zone) }
}
