import type { Meeting } from './meeting'

/** A made-up meeting for tests: once, in Berlin, for an hour, unless told otherwise. */
export function testMeeting(more: Partial<Meeting> = {}): Meeting {
  return {
    id: 'm12-345-678',
    subject: 'Plan',
    start: '2026-03-27T09:30:00.000Z',
    end: '2026-03-27T10:30:00.000Z',
    timeZone: 'Europe/Berlin',
    recurrence: null,
    exceptions: [],
    hasPassword: false,
    joinLink: null,
    organizer: null,
    invitees: [],
    isReadOnly: false,
    ...more,
  }
}
