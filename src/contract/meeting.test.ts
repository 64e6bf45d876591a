import { expect, it } from 'vitest'
import { meetingChangeSchema, meetingDraftSchema, meetingRangeSchema } from './meeting'

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
