import type { Meeting, MeetingChange } from '../../contract/meeting'

/** A meeting as it will be once a change is made; people who are new to it have no name yet. */
export function withChange(meeting: Meeting, change: MeetingChange): Meeting {
  const { invitees, password, ...rest } = change
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return {
    ...meeting,
    ...given,
    ...(password === undefined ? {} : { hasPassword: password !== null }),
    ...(invitees === undefined
      ? {}
      : { invitees: invitees.map((email) => meeting.invitees.find((person) => person.email === email) ?? { name: '', email }) }),
  }
}
