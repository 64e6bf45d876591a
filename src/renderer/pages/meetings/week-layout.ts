import type { Occurrence } from '../../../contract/occurrences'
import { day, instantOf, wallTime, weekdayOf } from '../../../contract/zone-time'

/** A meeting at its height in one day's column of the week. */
export interface Placed {
  readonly occurrence: Occurrence
  /** Where it begins and ends in the column: 0 for midnight, 1 for the next. */
  readonly top: number
  readonly bottom: number
}

export interface WeekDay {
  /** The instant at which it begins, milliseconds since the epoch. */
  readonly start: number
  /** The earliest first; of those that begin together, the longest. */
  readonly placed: readonly Placed[]
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
 * Gives each of a week's meetings its day, or days, and its height there.
 *
 * @param days Eight moments, as `weekOf` gives them.
 */
export function placeInWeek(occurrences: readonly Occurrence[], days: readonly number[], zone: string): WeekDay[] {
  return days.slice(0, -1).map((start, index) => {
    const end = days[index + 1] ?? start + day
    const midnight = wallTime(start, zone)
    // By the clocks on the wall: on the days when they change, noon still stands in the middle.
    const share = (moment: number): number => Math.min(1, Math.max(0, (wallTime(moment, zone) - midnight) / day))
    const placed = occurrences
      .filter((each) => each.start < end && (each.end > start || each.start >= start))
      .map((occurrence) => {
        const top = Math.min(occurrence.start < start ? 0 : share(occurrence.start), 1 - least)
        const bottom = occurrence.end >= end ? 1 : share(occurrence.end)
        return { occurrence, top, bottom: Math.max(bottom, top + least) }
      })
      .sort((a, b) => a.top - b.top || b.bottom - a.bottom)
    return { start, placed }
  })
}
