import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../../contract/meeting'
import { occurrencesOf, type Occurrence } from '../../../contract/occurrences'
import { day } from '../../../contract/zone-time'
import { agendaOf } from './agenda'
import { indexAtOnce, occurrencesIn } from './meeting-index'
import { layOutWeek, weekOf } from './week-layout'

const zone = 'Europe/Berlin'

function meeting(id: string, start: string, minutes: number, more: Partial<Meeting> = {}): Meeting {
  const end = new Date(Date.parse(start) + minutes * 60_000).toISOString()
  return { id, subject: id, start, end, timeZone: zone, recurrence: null, hasPassword: false, joinLink: null, organizer: null, invitees: [], ...more }
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

describe('the week', () => {
  it('has days that begin at midnight, over a change of the clocks too', () => {
    const days = weekOf(Date.parse('2026-03-29T12:00:00Z'), zone)
    expect(days).toHaveLength(8)
    expect(new Date(days[0] ?? 0).toISOString()).toBe('2026-03-22T23:00:00.000Z')
    expect(new Date(days[7] ?? 0).toISOString()).toBe('2026-03-29T22:00:00.000Z')
  })

  it('has noon in the middle on the day when the clocks change', () => {
    const noon: Occurrence = { meeting: meeting('noon', '2026-03-29T10:00:00Z', 60), start: Date.parse('2026-03-29T10:00:00Z'), end: Date.parse('2026-03-29T11:00:00Z') }
    const [block] = layOutWeek([noon], weekOf(noon.start, zone), zone)[6]?.blocks ?? []
    expect(block).toMatchObject({ top: 0.5, lane: 0, lanes: 1 })
  })

  it('shows a meeting over midnight on both days', () => {
    const start = Date.parse('2026-05-04T21:00:00Z')
    const week = layOutWeek([{ meeting: meeting('late', new Date(start).toISOString(), 120), start, end: start + 7_200_000 }], weekOf(start, zone), zone)
    expect(week[0]?.blocks[0]).toMatchObject({ top: 23 / 24, bottom: 1 })
    expect(week[1]?.blocks[0]).toMatchObject({ top: 0, bottom: 1 / 24 })
  })

  it('never lets two meetings cover each other', () => {
    const monday = weekOf(Date.parse('2026-05-04T10:00:00Z'), zone)
    const one = fc.record({ at: fc.integer({ min: 0, max: 95 }), quarters: fc.integer({ min: 0, max: 20 }) })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 14 }), (times) => {
        const occurrences = times.map(({ at, quarters }, index): Occurrence => {
          const start = (monday[0] ?? 0) + at * 900_000
          return { meeting: meeting(String(index), new Date(start).toISOString(), quarters * 15), start, end: start + quarters * 900_000 }
        })
        const blocks = layOutWeek(occurrences, monday, zone)[0]?.blocks ?? []
        expect(blocks).toHaveLength(times.length)
        for (const a of blocks) {
          expect(a.lane).toBeLessThan(a.lanes)
          for (const b of blocks) {
            if (a === b || a.bottom <= b.top || b.bottom <= a.top) continue
            expect(a.lanes).toBe(b.lanes)
            expect(a.lane).not.toBe(b.lane)
          }
        }
      }),
    )
  })
})
