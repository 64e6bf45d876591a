import type { Occurrence } from '../../../contract/occurrences'
import type { Placed } from './week-layout'

/** Where something stands in one day's column. */
interface Place {
  /** 0 for midnight, 1 for the next. */
  readonly top: number
  readonly bottom: number
  /** Which of how many lanes of equal width it has, among those that overlap it. */
  readonly lane: number
  readonly lanes: number
  /** How many lanes wide it is. */
  readonly width: number
}

/** A meeting that is drawn. */
export interface Block extends Place {
  readonly kind: 'meeting'
  readonly occurrence: Occurrence
}

/** Meetings for which there is no room: one button stands for all of them. */
export interface Crowd extends Place {
  readonly kind: 'crowd'
  /** The earliest first. */
  readonly occurrences: readonly Occurrence[]
}

/**
 * Lays a day's meetings out. Those that overlap stand side by side; where they would become too narrow, the last lane is
 * left to buttons for those that don't fit.
 *
 * @param sorted As a `WeekDay` has them.
 * @param most How many may stand side by side, two at least.
 * @param kept Meetings that are drawn whatever else takes place, the most important first; two of them that overlap need
 *   two lanes of their own, or the second one is like all others.
 * @returns From the top to the bottom. Each meeting is drawn, or in exactly one crowd.
 */
export function layOutDay(sorted: readonly Placed[], most: number, kept: readonly Occurrence[]): (Block | Crowd)[] {
  return clustersOf(sorted).flatMap((cluster) => {
    const isCrowded = depthOf(cluster) > most
    const { lanes, left } = isCrowded ? inLanes(keptFirst(cluster, kept), most - 1) : inLanes(cluster, most)
    return widened(isCrowded ? [...lanes, crowdsOf(left)] : lanes).sort((a, b) => a.top - b.top || a.lane - b.lane)
  })
}

/** What takes place now, and what is next: of all that go on, the last to begin. */
export function nowAndNext(sorted: readonly Placed[], now: number): Occurrence[] {
  const current = sorted.findLast(({ occurrence: { start, end } }) => start <= now && now < end)
  const next = sorted.find(({ occurrence: { start } }) => start > now)
  return [current, next].flatMap((each) => (each === undefined ? [] : [each.occurrence]))
}

/** When the first meeting of a crowd begins, and when the last is over. */
export function wholeOf({ occurrences }: Crowd): { start: number; end: number } {
  return { start: Math.min(...occurrences.map(({ start }) => start)), end: Math.max(...occurrences.map(({ end }) => end)) }
}

/** What a meeting's time is known by, from one list of meetings to the next. */
export function nameOf({ meeting, start }: Occurrence): string {
  return `${meeting.id} ${start}`
}

/** The crowd that stands for most of an earlier one's meetings, now that they have changed; null where none of them is in any. */
export function successorOf(earlier: Crowd, all: readonly (Block | Crowd)[]): Crowd | null {
  const known = new Set(earlier.occurrences.map(nameOf))
  const shared = ({ occurrences }: Crowd): number => occurrences.filter((each) => known.has(nameOf(each))).length
  const crowds = all.filter((each) => each.kind === 'crowd')
  return crowds.filter((each) => shared(each) > 0).sort((a, b) => shared(b) - shared(a))[0] ?? null
}

/** Meetings that overlap one another, or share others that do. */
function clustersOf(sorted: readonly Placed[]): Placed[][] {
  const clusters: Placed[][] = []
  let end = -Infinity
  for (const each of sorted) {
    const cluster = clusters.at(-1)
    if (cluster === undefined || each.top >= end) clusters.push([each])
    else cluster.push(each)
    end = Math.max(end, each.bottom)
  }
  return clusters
}

/** How many of them go on at once, at most. */
function depthOf(sorted: readonly Placed[]): number {
  const ends = sorted.map(({ bottom }) => bottom).sort((a, b) => a - b)
  let over = 0
  let deepest = 0
  for (const [index, { top }] of sorted.entries()) {
    while ((ends[over] ?? Infinity) <= top) over += 1
    deepest = Math.max(deepest, index + 1 - over)
  }
  return deepest
}

type Span = Pick<Placed, 'top' | 'bottom'>

function overlap(a: Span, b: Span): boolean {
  return a.top < b.bottom && b.top < a.bottom
}

type Standing = Omit<Block, 'lane' | 'lanes' | 'width'> | Omit<Crowd, 'lane' | 'lanes' | 'width'>

function standing({ top, bottom, occurrence }: Placed): Standing {
  return { kind: 'meeting', top, bottom, occurrence }
}

/** Gives each meeting the first of at most so many lanes that is free there; some may be left. */
function inLanes(meetings: readonly Placed[], most: number): { lanes: Standing[][]; left: Placed[] } {
  const lanes: Standing[][] = []
  const left: Placed[] = []
  for (const each of meetings) {
    const free = lanes.find((lane) => !lane.some((other) => overlap(other, each)))
    if (free !== undefined) free.push(standing(each))
    else if (lanes.length < most) lanes.push([standing(each)])
    else left.push(each)
  }
  return { lanes, left }
}

function keptFirst(cluster: readonly Placed[], kept: readonly Occurrence[]): Placed[] {
  const first = kept.flatMap((occurrence) => cluster.filter((each) => each.occurrence === occurrence))
  return [...first, ...cluster.filter((each) => !first.includes(each))]
}

/** A crowd gathers what begins within two hours, so that its list says something about a time of day. */
const longest = 2 / 24

/** One lane of all that is left; a meeting for which there is room in it after all is drawn. */
function crowdsOf(left: readonly Placed[]): Standing[] {
  const sorted = [...left].sort((a, b) => a.top - b.top)
  const groups: Placed[][] = []
  let end = -Infinity
  for (const each of sorted) {
    const group = groups.at(-1)
    const begin = group?.[0]?.top ?? -Infinity
    if (group !== undefined && each.top < end && each.top < begin + longest) group.push(each)
    else {
      groups.push([each])
      end = -Infinity
    }
    end = Math.max(end, each.bottom)
  }
  return groups.flatMap((group, index): Standing[] => {
    const [first] = group
    if (first === undefined) return []
    const bottom = Math.max(...group.map((each) => each.bottom))
    const next = groups[index + 1]?.[0]?.top ?? Infinity
    if (group.length === 1 && bottom <= next) return [standing(first)]
    return [{ kind: 'crowd', top: first.top, bottom: Math.min(bottom, next), occurrences: group.map((each) => each.occurrence) }]
  })
}

/** Lets each take the lanes beside it in which nothing is in its way. */
function widened(lanes: readonly (readonly Standing[])[]): (Block | Crowd)[] {
  return lanes.flatMap((own, lane) =>
    own.map((each) => {
      const beside = lanes.slice(lane + 1)
      const blocked = beside.findIndex((other) => other.some((one) => overlap(one, each)))
      return { ...each, lane, lanes: lanes.length, width: 1 + (blocked === -1 ? beside.length : blocked) }
    }),
  )
}
