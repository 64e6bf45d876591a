import { describe, expect, it } from 'vitest'
import { broughtBack, hasOtherTimes, hasSingleTimes, stillExcepted, withoutTime, withTime } from './exceptions'
import type { Meeting } from './meeting'
import { nextOccurrence, occurrencesOf } from './occurrences'
import { mostExceptions, type Recurrence } from './recurrence'
import { testMeeting } from './test-meeting'

const weekly: Recurrence = { frequency: 'weekly', interval: 1, weekdays: [], ends: null }
const zone = 'Europe/Berlin'
const now = Date.parse('2026-03-01T00:00:00Z')

/** A series on Mondays at ten in Berlin, whose clocks change on 29 March. */
function series(more: Partial<Meeting> = {}): Meeting {
  return testMeeting({ start: '2026-03-16T09:00:00.000Z', end: '2026-03-16T10:00:00.000Z', recurrence: weekly, ...more })
}

function starts(meeting: Meeting): string[] {
  const range = { from: Date.parse('2026-03-01T00:00:00Z'), to: Date.parse('2026-04-14T00:00:00Z') }
  return occurrencesOf(meeting, range, 'America/New_York').map(({ start }) => new Date(start).toISOString())
}

const [first, second, third] = ['2026-03-16T09:00:00.000Z', '2026-03-23T09:00:00.000Z', '2026-03-30T08:00:00.000Z'] as const
const rest = ['2026-04-06T08:00:00.000Z', '2026-04-13T08:00:00.000Z']

describe('a time that is left out', () => {
  it('is none of the series’ times, on both sides of a change of the clocks', () => {
    expect(starts(series())).toEqual([first, second, third, ...rest])
    expect(starts(withoutTime(withoutTime(series(), third), first))).toEqual([second, ...rest])
    expect(starts(withTime(series({ exceptions: [first, third] }), first))).toEqual([first, second, ...rest])
  })

  it('counts where the rule says how often', () => {
    const thrice = series({ recurrence: { ...weekly, ends: { after: 3 } }, exceptions: [second] })
    expect(starts(thrice)).toEqual([first, third])
  })

  it('is not the next time of a meeting, either', () => {
    const next = nextOccurrence(series({ exceptions: [first] }), now, zone)
    expect(next?.start).toBe(Date.parse(second))
  })

  it('is kept once, in order', () => {
    expect(withoutTime(series({ exceptions: [third] }), first).exceptions).toEqual([first, third])
    expect(withoutTime(series({ exceptions: [third] }), third).exceptions).toEqual([third])
  })

  it('that is no time of the series changes nothing', () => {
    expect(starts(series({ exceptions: ['2026-03-16T09:00:01.000Z', '2026-03-17T09:00:00.000Z'] }))).toHaveLength(5)
  })
})

describe('single times', () => {
  it.each<[string, Partial<Meeting>, boolean]>([
    ['of a series', {}, true],
    ['of a meeting that is held once', { recurrence: null }, false],
    ['of a rule that Parley can’t follow', { recurrence: 'other' }, false],
    ['where the workspace can’t leave one out', { exceptions: null }, false],
    ['where nobody knows on which clocks it goes', { timeZone: null }, false],
    ['of a zone that is not known', { timeZone: 'Moon/Base' }, false],
    ['where as many are left out as can be', { exceptions: Array.from({ length: mostExceptions }, () => first) }, false],
  ])('%s can be changed: %s', (_where, more, can) => {
    expect(hasSingleTimes(series(more))).toBe(can)
  })

  it('are all that is left of a series, or not', () => {
    const ends = { after: 3 }
    const left = (exceptions: string[], start: string) => hasOtherTimes(series({ recurrence: { ...weekly, ends }, exceptions }), Date.parse(start), zone)
    expect(left([first], second)).toBe(true)
    expect(left([first, third], second)).toBe(false)
    expect(hasOtherTimes(series(), Date.parse(first), zone)).toBe(true)
    expect(hasOtherTimes(series({ recurrence: null }), Date.parse(first), zone)).toBe(false)
  })
})

describe('a series that is changed', () => {
  const excepted = series({ exceptions: [first, third] })
  const later = { start: '2026-03-16T11:00:00.000Z', end: '2026-03-16T12:00:00.000Z' }

  it.each<[string, Partial<Meeting>, string[], number]>([
    ['another end', { end: '2026-03-16T10:30:00.000Z' }, [first, third], 0],
    ['another time of day', later, [], 2],
    ['a zone whose clocks change elsewhen', { timeZone: 'America/New_York' }, [first], 1],
    ['another rule with the same days', { recurrence: { ...weekly, frequency: 'daily' } }, [first, third], 0],
    ['a rule with fewer days', { recurrence: { ...weekly, interval: 4 } }, [first], 0],
    ['a rule that ends before', { recurrence: { ...weekly, ends: { on: '2026-03-24' } } }, [first], 0],
    ['no rule any more, at a time that was left out', { recurrence: null }, [], 1],
  ])('to %s keeps what is still one of its times', (_what, change, kept, back) => {
    expect(stillExcepted({ ...excepted, ...change }, zone)).toEqual(kept)
    expect(broughtBack({ ...excepted, ...change }, now, zone)).toBe(back)
  })

  it('brings nothing back that is over', () => {
    expect(broughtBack({ ...excepted, ...later }, Date.parse('2026-03-20T00:00:00Z'), zone)).toBe(1)
  })

  it('of a workspace that leaves nothing out has nothing to keep', () => {
    expect(stillExcepted(series({ exceptions: null }), zone)).toBeNull()
    expect(broughtBack(series({ exceptions: null, ...later }), now, zone)).toBe(0)
  })
})
