import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../../contract/meeting'
import { occurrencesOf } from '../../../contract/occurrences'
import { testMeeting } from '../../../contract/test-meeting'
import { day } from '../../../contract/zone-time'
import { agendaOf } from './agenda'
import { indexAtOnce, occurrencesIn } from './meeting-index'

const zone = 'Europe/Berlin'

function meeting(id: string, start: string, minutes: number, more: Partial<Meeting> = {}): Meeting {
  const end = new Date(Date.parse(start) + minutes * 60_000).toISOString()
  return testMeeting({ id, subject: id, start, end, timeZone: zone, ...more })
}

describe('agendaOf', () => {
  const now = Date.parse('2026-05-04T10:00:00Z')
  const parts = (meetings: Meeting[], which: 'upcoming' | 'past') => [...agendaOf(indexAtOnce(meetings), which, now, zone)]
  const whole = (meetings: Meeting[], which: 'upcoming' | 'past') => parts(meetings, which).at(-1) ?? []
  const rows = (meetings: Meeting[], which: 'upcoming' | 'past') =>
    whole(meetings, which).map((row) => (row.kind === 'day' ? new Date(row.moment).toISOString().slice(0, 16) : row.occurrence.meeting.id))

  it('parts the days, and has what still goes on under today', () => {
    const night = meeting('night', '2026-05-03T21:00:00Z', 16 * 60)
    const once = meeting('far', '2027-01-01T10:00:00Z', 30)
    expect(rows([once, meeting('b', '2026-05-05T08:00:00Z', 30), night, meeting('a', '2026-05-04T12:00:00Z', 30)], 'upcoming')).toEqual([
      '2026-05-03T22:00', 'night', 'a', '2026-05-04T22:00', 'b', '2026-12-31T23:00', 'far',
    ])
  })

  it('has what is over with the latest first', () => {
    expect(rows([meeting('a', '2026-05-01T08:00:00Z', 30), meeting('b', '2026-05-04T09:00:00Z', 30), meeting('now', '2026-05-04T09:45:00Z', 30)], 'past')).toEqual([
      '2026-05-03T22:00', 'b', '2026-04-30T22:00', 'a',
    ])
  })

  const anyMeeting = fc.record({
    hours: fc.integer({ min: -70 * 24, max: 90 * 24 }),
    minutes: fc.constantFrom(0, 30, 60, 26 * 60, 12 * 24 * 60),
    repeats: fc.constantFrom(null, 'daily' as const, 'weekly' as const),
  })

  it.each(['upcoming', 'past'] as const)('%s has, part by part, every time once and in order', (which) => {
    fc.assert(
      fc.property(fc.array(anyMeeting, { maxLength: 20 }), (some) => {
        const meetings = some.map(({ hours, minutes, repeats }, index) =>
          meeting(`m${index}`, new Date(now + hours * 3_600_000).toISOString(), minutes, {
            recurrence: repeats === null ? null : { frequency: repeats, interval: 1, weekdays: [], ends: null },
          }),
        )
        const midnight = Date.parse('2026-05-03T22:00:00Z')
        const range = which === 'upcoming' ? { from: now, to: midnight + 60 * day } : { from: midnight - 35 * day, to: now }
        const expected = meetings.flatMap((each) => occurrencesOf(each, range, zone)).filter(({ end }) => which === 'upcoming' || end <= now)
        const far = meetings.filter(({ recurrence, start }) => which === 'upcoming' && recurrence === null && Date.parse(start) >= range.to)
        const keys = [...expected, ...occurrencesIn(indexAtOnce(far), { from: range.to, to: Infinity }, zone)].map((each) => `${each.meeting.id} ${each.start}`)
        const found = whole(meetings, which).flatMap((row) => (row.kind === 'meeting' ? [row] : []))
        expect(found.map(({ key }) => key).sort()).toEqual(keys.sort())
        const starts = found.map(({ occurrence }) => (which === 'upcoming' ? occurrence.start : -occurrence.start))
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
        const all = whole(meetings, which)
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
        // What is shown first stays as it is when the others come.
        for (const part of parts(meetings, which)) expect(all.slice(0, part.length)).toEqual(part)
      }),
      { numRuns: 30 },
    )
  })

  it('has the first of ten thousand meetings after a fraction of the work', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => meeting(`m${index}`, new Date(now + index * 600_000).toISOString(), 30))
    expect(whole(many, 'upcoming').length).toBeGreaterThan(10_000)
    const first = agendaOf(indexAtOnce(many), 'upcoming', now, zone).next()
    expect(first.value?.length).toBeLessThan(1_000)
  })
})
