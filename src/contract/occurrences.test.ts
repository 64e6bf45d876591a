import type * as Zones from '@date-fns/tz/tzOffset'
import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { describe, expect, it, vi } from 'vitest'
import type { Meeting } from './meeting'
import { nextOccurrence, occurrencesOf } from './occurrences'
import { recurrenceRule, weekdays, type Recurrence } from './recurrence'
import { testMeeting } from './test-meeting'
import { day, instantOf, isoDate, wallTime, weekdayOf } from './zone-time'

const zones = vi.hoisted(() => ({ asked: 0 }))
vi.mock('@date-fns/tz/tzOffset', async (original) => {
  const { tzOffset } = await original<typeof Zones>()
  return {
    tzOffset: (zone: string, date: Date) => {
      zones.asked += 1
      return tzOffset(zone, date)
    },
  }
})

const weekly: Recurrence = { frequency: 'weekly', interval: 1, weekdays: [], ends: null }

function meeting(start: string, recurrence: Meeting['recurrence'], timeZone: string | null = 'Europe/Berlin'): Meeting {
  const end = new Date(Date.parse(start) + 3_600_000).toISOString()
  return testMeeting({ start, end, timeZone, recurrence })
}

function starts(of: Meeting, from: string, to: string): string[] {
  const range = { from: Date.parse(from), to: Date.parse(to) }
  return occurrencesOf(of, range, 'Europe/Berlin').map(({ start }) => new Date(start).toISOString().slice(0, 16))
}

describe('occurrencesOf', () => {
  it('keeps the time of day over both changes of the clocks', () => {
    const series = meeting('2026-03-23T08:00:00.000Z', weekly)
    expect(starts(series, '2026-03-20T00:00Z', '2026-04-07T00:00Z')).toEqual(['2026-03-23T08:00', '2026-03-30T07:00', '2026-04-06T07:00'])
    expect(starts(series, '2026-10-19T00:00Z', '2026-11-01T00:00Z')).toEqual(['2026-10-19T07:00', '2026-10-26T08:00'])
  })

  it('takes the offset before the change for a time that the clocks leave out, and the first of one that comes twice', () => {
    const daily: Recurrence = { ...weekly, frequency: 'daily' }
    const night = meeting('2026-03-28T01:30:00.000Z', daily)
    expect(starts(night, '2026-03-28T00:00Z', '2026-03-31T00:00Z')).toEqual(['2026-03-28T01:30', '2026-03-29T01:30', '2026-03-30T00:30'])
    expect(starts(night, '2026-10-25T00:00Z', '2026-10-26T00:00Z')).toEqual(['2026-10-25T00:30'])
  })

  it('is there once without a rule, and with one that Parley can’t follow', () => {
    for (const rule of [null, 'other'] as const) {
      expect(starts(meeting('2026-05-01T08:00:00.000Z', rule), '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toEqual(['2026-05-01T08:00'])
    }
  })

  it('leaves out months that are too short', () => {
    const monthly = meeting('2026-01-31T09:00:00.000Z', { ...weekly, frequency: 'monthly' })
    expect(starts(monthly, '2026-01-01T00:00Z', '2026-06-01T00:00Z').map((each) => each.slice(0, 10))).toEqual(['2026-01-31', '2026-03-31', '2026-05-31'])
  })

  it('has a meeting that began before the range and still goes on', () => {
    expect(starts(meeting('2026-05-01T08:00:00.000Z', null), '2026-05-01T08:30Z', '2026-05-02T00:00Z')).toEqual(['2026-05-01T08:00'])
    expect(starts(meeting('2026-05-01T08:00:00.000Z', null), '2026-05-01T09:00Z', '2026-05-02T00:00Z')).toEqual([])
  })

  it('finds what the library finds, in any zone and any part of a series', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Casablanca', 'UTC')
    const first = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2026, 0) }).map((moment) => Math.floor(moment / 900_000) * 900_000)
    const ends = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 40 }).map((after) => ({ after })))
    const rule = fc.record({
      frequency: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly'),
      interval: fc.integer({ min: 1, max: 5 }),
      weekdays: fc.subarray([...weekdays]),
      ends,
    })
    const begin = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(zone, first, rule, begin, fc.integer({ min: 1, max: 60 }), (timeZone, start, chosen, after, days) => {
        const own = weekdays[weekdayOf(wallTime(start, timeZone))] ?? 'MO'
        // A form always has the first meeting's own day among the days.
        const isWeekly = chosen.frequency === 'weekly'
        const recurrence: Recurrence = { ...chosen, weekdays: isWeekly ? weekdays.filter((each) => each === own || chosen.weekdays.includes(each)) : [] }
        const range = { from: start + after * day, to: start + (after + days) * day }
        const found = occurrencesOf(meeting(new Date(start).toISOString(), recurrence, timeZone), range, 'UTC')
        expect(found.map((each) => each.start)).toEqual(expected(start, timeZone, recurrence, range))
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('asks for an offset once, however many series there are and however long ago they began', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => meeting(new Date(Date.UTC(2024, index % 12, 1, 8)).toISOString(), { ...weekly, frequency: 'daily' }))
    const range = { from: Date.UTC(2026, 4, 4), to: Date.UTC(2026, 4, 11) }
    const before = zones.asked
    for (const each of many) expect(occurrencesOf(each, range, 'Europe/Berlin')).toHaveLength(7)
    // Two ends of each of twelve first days and of the week's days with one to spare.
    expect(zones.asked - before).toBeLessThan(60)
  })
})

/** Starts in the range by `rrule-temporal`, which is too slow for the client's lists but right. */
function expected(start: number, zone: string, recurrence: Recurrence, range: { from: number; to: number }): number[] {
  const local = new Date(wallTime(start, zone)).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  const library = new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:${local}\nRRULE:${recurrenceRule(recurrence)}` })
  const found: number[] = []
  for (const each of library.all((_, index) => index < 1_500)) {
    if (each.epochMilliseconds >= range.to) break
    if (each.epochMilliseconds + 3_600_000 > range.from) found.push(each.epochMilliseconds)
  }
  return found
}

describe('nextOccurrence', () => {
  it('is the one that goes on, or the next, however far away; null after the last', () => {
    const yearly = meeting('2024-02-29T08:00:00.000Z', { ...weekly, frequency: 'yearly' })
    expect(nextOccurrence(yearly, Date.parse('2025-01-01'), 'UTC')?.start).toBe(Date.parse('2028-02-29T08:00Z'))
    const twice = meeting('2026-05-01T08:00:00.000Z', { ...weekly, ends: { on: '2026-05-08' } })
    expect(nextOccurrence(twice, Date.parse('2026-05-08T08:59Z'), 'UTC')?.start).toBe(Date.parse('2026-05-08T08:00Z'))
    expect(nextOccurrence(twice, Date.parse('2026-05-08T09:00Z'), 'UTC')).toBeNull()
  })
})

describe('wall-clock time', () => {
  it('leads back to where it came from, but for the hour that comes twice', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu')
    fc.assert(
      fc.property(zone, fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }), (name, moment) => {
        const wall = wallTime(moment, name)
        expect(wallTime(instantOf(wall, name), name)).toBe(wall)
        expect(isoDate(wall)).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone: name }).format(moment))
      }),
    )
  })
})
