import type { Occurrence } from '../../../contract/occurrences'
import { day, instantOf, wallTime, weekdayOf } from '../../../contract/zone-time'

/** A meeting in one day's column of the week. */
export interface Block {
  readonly occurrence: Occurrence
  /** Where it begins and ends in the column: 0 for midnight, 1 for the next. */
  readonly top: number
  readonly bottom: number
  /** Which of how many columns of equal width it has, among those that overlap it. */
  readonly lane: number
  readonly lanes: number
}

export interface WeekDay {
  /** The instant at which it begins, milliseconds since the epoch. */
  readonly start: number
  readonly blocks: readonly Block[]
}

/** The instants at which the days of a week begin, and the week's end: eight moments, Monday first. */
export function weekOf(moment: number, zone: string): number[] {
  const today = Math.floor(wallTime(moment, zone) / day)
  const monday = today - weekdayOf(today * day)
  return Array.from({ length: 8 }, (_, index) => instantOf((monday + index) * day, zone))
}

/** The least height of a meeting: half an hour's, so that its subject can be read. */
const least = 1 / 48

/**
 * Lays a week's meetings out: those that overlap stand side by side.
 *
 * @param days Eight moments, as `weekOf` gives them.
 */
export function layOutWeek(occurrences: readonly Occurrence[], days: readonly number[], zone: string): WeekDay[] {
  return days.slice(0, -1).map((start, index) => {
    const end = days[index + 1] ?? start + day
    const midnight = wallTime(start, zone)
    // By the clocks on the wall: on the days when they change, noon still stands in the middle.
    const share = (moment: number): number => Math.min(1, Math.max(0, (wallTime(moment, zone) - midnight) / day))
    const own = occurrences
      .filter((each) => each.start < end && (each.end > start || each.start >= start))
      .map((occurrence) => {
        const top = Math.min(occurrence.start < start ? 0 : share(occurrence.start), 1 - least)
        const bottom = occurrence.end >= end ? 1 : share(occurrence.end)
        return { occurrence, top, bottom: Math.max(bottom, top + least) }
      })
      .sort((a, b) => a.top - b.top || b.bottom - a.bottom)
    return { start, blocks: inLanes(own) }
  })
}

/** How far a meeting is from a time of day, both as parts of a day. */
export function distanceOf({ top, bottom }: Pick<Block, 'top' | 'bottom'>, hour: number): number {
  return Math.max(0, top - hour, hour - bottom)
}

/**
 * How far from a time of day one has to look for more and more of a week's meetings.
 *
 * @param hour 0 for midnight, 1 for the next.
 * @param most How many meetings more each distance reaches, about.
 * @returns Distances, the nearest first; whatever is further than the last one is few enough, too.
 */
export function reachesOf(week: readonly WeekDay[], hour: number, most: number): number[] {
  const distances = week.flatMap(({ blocks }) => blocks.map((block) => distanceOf(block, hour))).sort((a, b) => a - b)
  const reaches = distances.filter((_, index) => index % most === most - 1)
  return [...new Set(reaches)]
}

type Placed = Pick<Block, 'occurrence' | 'top' | 'bottom'>

/** Gives each block the first lane that is free, and all of a cluster that overlap one another the same width. */
function inLanes(sorted: readonly Placed[]): Block[] {
  const blocks: Block[] = []
  let cluster: (Placed & { lane: number })[] = []
  let clusterEnd = 0
  const close = (): void => {
    const lanes = Math.max(0, ...cluster.map(({ lane }) => lane + 1))
    blocks.push(...cluster.map((block) => ({ ...block, lanes })))
    cluster = []
  }
  const ends: number[] = []
  for (const block of sorted) {
    if (cluster.length > 0 && block.top >= clusterEnd) {
      close()
      ends.length = 0
    }
    const free = ends.findIndex((end) => end <= block.top)
    const lane = free === -1 ? ends.length : free
    ends[lane] = block.bottom
    clusterEnd = cluster.length === 0 ? block.bottom : Math.max(clusterEnd, block.bottom)
    cluster.push({ ...block, lane })
  }
  close()
  return blocks
}
