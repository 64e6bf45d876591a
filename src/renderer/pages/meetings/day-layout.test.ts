import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Occurrence } from '../../../contract/occurrences'
import { testMeeting } from '../../../contract/test-meeting'
import { layOutDay, nowAndNext, successorOf, type Block, type Crowd } from './day-layout'
import { placeInWeek, weekOf, type Placed } from './week-layout'

const zone = 'UTC'
const midnight = Date.parse('2026-05-04T00:00:00Z')
const quarter = 900_000

/** Meetings of one day, each with its first quarter of an hour and how many it takes. */
function day(...times: readonly (readonly [from: number, quarters: number])[]): readonly Placed[] {
  const occurrences = times.map(([from, quarters], index): Occurrence => {
    const start = midnight + from * quarter
    const end = start + quarters * quarter
    return { meeting: testMeeting({ id: String(index) }), start, end }
  })
  return placeInWeek(occurrences, weekOf(midnight, zone), zone)[0]?.placed ?? []
}

const ids = (occurrences: readonly Occurrence[]): string[] => occurrences.map(({ meeting }) => meeting.id)
const drawn = (all: readonly (Block | Crowd)[]): Block[] => all.filter((each) => each.kind === 'meeting')
const crowds = (all: readonly (Block | Crowd)[]): Crowd[] => all.filter((each) => each.kind === 'crowd')

const anyDay = fc.array(fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 20 })), { maxLength: 40 }).map((times) => day(...times))
const anyRoom = fc.integer({ min: 2, max: 5 })

describe('layOutDay', () => {
  it('draws each meeting, or counts it in exactly one crowd', () => {
    fc.assert(
      fc.property(anyDay, anyRoom, fc.nat({ max: 95 }), (placed, room, now) => {
        const all = layOutDay(placed, room, nowAndNext(placed, midnight + now * quarter))
        const counted = [...drawn(all).map(({ occurrence }) => occurrence), ...crowds(all).flatMap(({ occurrences }) => occurrences)]
        expect(ids(counted).sort()).toEqual(ids(placed.map(({ occurrence }) => occurrence)).sort())
      }),
    )
  })

  it('lets nothing cover anything else, or become narrower than there is room for', () => {
    fc.assert(
      fc.property(anyDay, anyRoom, (placed, room) => {
        const all = layOutDay(placed, room, [])
        for (const a of all) {
          expect(a.lanes).toBeLessThanOrEqual(room)
          expect(a.width).toBeGreaterThanOrEqual(1)
          expect(a.lane + a.width).toBeLessThanOrEqual(a.lanes)
          expect(a.bottom - a.top).toBeGreaterThan(0.9 / 48)
          for (const b of all) {
            if (a === b || a.bottom <= b.top || b.bottom <= a.top) continue
            expect(a.lanes).toBe(b.lanes)
            expect(a.lane >= b.lane + b.width || b.lane >= a.lane + a.width).toBe(true)
          }
        }
      }),
    )
  })

  it('makes a crowd only where there are more at once than there is room for', () => {
    fc.assert(
      fc.property(anyDay, (placed) => {
        expect(crowds(layOutDay(placed, 40, []))).toEqual([])
        for (const { occurrences, top } of crowds(layOutDay(placed, 2, []))) {
          expect(occurrences.length).toBeGreaterThan(0)
          expect(placed.filter((each) => each.top <= top && top < each.bottom).length).toBeGreaterThan(1)
        }
      }),
    )
  })

  it('draws what is now and next, whatever else takes place', () => {
    fc.assert(
      fc.property(anyDay, anyRoom, fc.nat({ max: 95 }), (placed, room, quarters) => {
        const [first] = nowAndNext(placed, midnight + quarters * quarter)
        if (first === undefined) return
        expect(drawn(layOutDay(placed, room, [first])).map(({ occurrence }) => occurrence)).toContain(first)
      }),
    )
  })

  it('draws those that begin first, and the others as one number for each time of day', () => {
    // From nine on, three at once; at fourteen, four.
    const all = layOutDay(day([36, 4], [36, 4], [36, 2], [38, 2], [56, 4], [56, 4], [56, 4], [56, 4]), 2, [])
    expect(ids(drawn(all).map(({ occurrence }) => occurrence))).toEqual(['0', '4'])
    expect(crowds(all).map(({ occurrences }) => ids(occurrences))).toEqual([['1', '2', '3'], ['5', '6', '7']])
    expect(crowds(all)).toMatchObject([{ top: 9 / 24, bottom: 10 / 24, lane: 1, lanes: 2 }, { top: 14 / 24, bottom: 15 / 24 }])
  })

  it('parts a crowd that goes on all day', () => {
    const all = layOutDay(day(...Array.from({ length: 90 }, (_, index) => [index, 3] as const)), 2, [])
    const hours = crowds(all).map(({ top, bottom }) => (bottom - top) * 24)
    expect(hours.length).toBeGreaterThan(8)
    expect(Math.max(...hours)).toBeLessThanOrEqual(3)
  })

  it('draws the only meeting for which there was no room: a number would take as much', () => {
    const all = layOutDay(day([0, 96], [36, 4], [36, 4], [56, 4], [56, 4], [57, 2]), 3, [])
    expect(ids(drawn(all).map(({ occurrence }) => occurrence))).toEqual(['0', '1', '2', '3'])
    expect(crowds(all).map(({ occurrences }) => ids(occurrences))).toEqual([['4', '5']])
  })

  it('lets a meeting have the room beside it that nobody needs', () => {
    const all = drawn(layOutDay(day([36, 12], [36, 4], [36, 4], [44, 2]), 4, []))
    expect(all.map(({ occurrence, width }) => [occurrence.meeting.id, width])).toEqual([['0', 1], ['1', 1], ['2', 1], ['3', 2]])
  })
})

describe('successorOf', () => {
  // Each id stays with its meeting.
  const without = (placed: readonly Placed[], ...gone: string[]) => crowds(layOutDay(placed.filter(({ occurrence }) => !gone.includes(occurrence.meeting.id)), 2, []))
  const placed = day([36, 8], [36, 4], [37, 4], [38, 4], [60, 8], [60, 4], [61, 4], [62, 4])
  const [morning, afternoon] = without(placed)

  it('is the same crowd with a meeting fewer, also where that began it', () => {
    if (morning === undefined || afternoon === undefined) throw new Error('Two crowds')
    expect(ids(morning.occurrences)).toEqual(['1', '2', '3'])
    expect(ids(successorOf(morning, without(placed, '1'))?.occurrences ?? [])).toEqual(['2', '3'])
    expect(ids(successorOf(afternoon, without(placed, '3', '6'))?.occurrences ?? [])).toEqual(['5', '7'])
  })

  it('is none where nothing of it is in a crowd any more', () => {
    if (morning === undefined) throw new Error('Two crowds')
    expect(successorOf(morning, without(placed, '2', '3'))).toBeNull()
  })
})

describe('nowAndNext', () => {
  it('has the last of those that go on, and the first that is to come', () => {
    const placed = day([0, 96], [36, 8], [38, 4], [44, 4], [44, 8], [60, 4])
    const found = (quarters: number) => ids(nowAndNext(placed, midnight + quarters * quarter))
    expect(found(39)).toEqual(['2', '4'])
    expect(found(43)).toEqual(['1', '4'])
    expect(found(70)).toEqual(['0'])
  })
})
