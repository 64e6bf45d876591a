import { expect, it } from 'vitest'
import { meetingChangeSchema, meetingDraftSchema, meetingRangeSchema, meetingSchema, occurrenceChangeSchema } from './meeting'
import { testMeeting } from './test-meeting'

it.each([
  ['no subject', { subject: ' ' }],
  ['a time without a zone', { start: '2026-03-02T09:00:00' }],
  ['an empty password', { password: '' }],
  ['an invitee that is no e-mail', { invitees: ['bob'] }],
])('a draft with %s is none', (_what, part) => {
  const draft = { subject: 'Plans', start: '2026-03-02T09:00:00.000Z', end: '2026-03-02T10:00:00.000Z', timeZone: 'Europe/Berlin', recurrence: null, password: null, invitees: [] }
  expect(meetingDraftSchema.safeParse(draft).success).toBe(true)
  expect(meetingRangeSchema.safeParse({ from: draft.start, to: draft.end }).success).toBe(true)
  expect(meetingDraftSchema.safeParse({ ...draft, ...part }).success).toBe(false)
  expect(meetingChangeSchema.safeParse(part).success).toBe(false)
})

it.each([
  ['times that are left out', { exceptions: ['2026-03-27T09:30:00.000Z'] }, true],
  ['no way to leave one out', { exceptions: null }, true],
  ['an exception that is no moment', { exceptions: ['27 March'] }, false],
  ['no word on exceptions', { exceptions: undefined }, false],
])('a meeting with %s: %s', (_what, part, isOne) => {
  expect(meetingSchema.safeParse({ ...testMeeting(), ...part }).success).toBe(isOne)
})

it('one time of a series can have a change of its own, but no rule of its own', () => {
  expect(occurrenceChangeSchema.safeParse({ subject: 'Other', password: null }).success).toBe(true)
  expect(occurrenceChangeSchema.safeParse({ recurrence: null }).success).toBe(false)
})
