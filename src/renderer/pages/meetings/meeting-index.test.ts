import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Meeting } from '../../../contract/meeting'
import { occurrencesOf } from '../../../contract/occurrences'
import { testMeeting } from '../../../contract/test-meeting'
import { indexAtOnce, indexOf, occurrencesIn, onceFrom } from './meeting-index'

const zone = 'Europe/Berlin'
const begin = Date.parse('2026-03-20T00:00:00Z')
const hour = 3_600_000

const anyMeeting = fc.record({
  at: fc.integer({ min: 0, max: 24 * 30 }),
  hours: fc.constantFrom(-1, 0, 1, 30, 24 * 9),
  rule: fc.constantFrom(null, 'other' as const, 'daily' as const, 'monthly' as const),
})
const meetingOf = ({ at, hours, rule }: { at: number; hours: number; rule: null | 'other' | 'daily' | 'monthly' }, index: number): Meeting =>
  testMeeting({
    id: `m${index}`,
    start: new Date(begin + at * hour).toISOString(),
    end: new Date(begin + (at + hours) * hour).toISOString(),
    timeZone: zone,
    recurrence: rule === null || rule === 'other' ? rule : { frequency: rule, interval: 2, weekdays: [], ends: null },
  })

it('finds what looking at every meeting would', () => {
  fc.assert(
    fc.property(fc.array(anyMeeting, { maxLength: 30 }), fc.integer({ min: -100, max: 900 }), fc.integer({ min: 0, max: 300 }), (some, at, length) => {
      const meetings = some.map(meetingOf)
      const range = { from: begin + at * hour, to: begin + (at + length) * hour }
      const expected = meetings.flatMap((meeting) => occurrencesOf(meeting, range, zone))
      const found = occurrencesIn(indexAtOnce(meetings), range, zone)
      const named = (each: (typeof found)[number]) => `${each.meeting.id} ${each.start} ${each.end}`
      expect(found.map(named).sort()).toEqual(expected.map(named).sort())
      expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((a, b) => a - b))
      const later = meetings.filter(({ recurrence, start }) => recurrence === null && Date.parse(start) >= range.from)
      expect(new Set(onceFrom(indexAtOnce(meetings), range.from).map(({ meeting }) => meeting))).toEqual(new Set(later))
    }),
  )
})

it('lets others do something while it takes in thousands', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => meetingOf({ at: index, hours: 1, rule: null }, index))
  let pauses = 0
  const making = indexOf(many)
  while (making.next().done !== true) pauses += 1
  expect(pauses).toBe(20)
})
