import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../../contract/meeting'
import type { Occurrence } from '../../../contract/occurrences'
import { agendaOf } from './agenda'
import { layOutWeek, weekOf } from './week-layout'

const zone = 'Europe/Berlin'

function meeting(id: string, start: string, minutes: number, more: Partial<Meeting> = {}): Meeting {
  const end = new Date(Date.parse(start) + minutes * 60_000).toISOString()
  return { id, subject: id, start, end, timeZone: zone, recurrence: null, hasPassword: false, joinLink: null, organizer: null, invitees: [], ...more }
}

describe('agendaOf', () => {
  const now = Date.parse('2026-05-04T10:00:00Z')
  const rows = (meetings: Meeting[], which: 'upcoming' | 'past') =>
    agendaOf(meetings, which, now, zone).map((row) => (row.kind === 'day' ? new Date(row.moment).toISOString().slice(0, 16) : row.occurrence.meeting.id))

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

  it('takes a frame’s work for ten thousand meetings', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => meeting(`m${index}`, new Date(now + index * 600_000).toISOString(), 30))
    agendaOf(many, 'upcoming', now, zone)
    const before = performance.now()
    agendaOf(many, 'upcoming', now, zone)
    expect(performance.now() - before).toBeLessThan(100)
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
