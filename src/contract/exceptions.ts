import type { Meeting } from './meeting'
import { exceptionsOf, isTimeOf, occurrencesOf, seriesOf, timesOf } from './occurrences'
import { mostExceptions } from './recurrence'
import { day, instantOf, isZone, startOfDay, wallTime } from './zone-time'

/**
 * Whether one time of a meeting can be changed or left out by itself. It can't where the workspace has no way to, where
 * the rule is one that Parley can't follow, or where it is not certain on which clocks the series goes.
 */
export function hasSingleTimes({ recurrence, exceptions, timeZone }: Meeting): boolean {
  const isFollowed = recurrence !== null && recurrence !== 'other' && timeZone !== null && isZone(timeZone)
  return isFollowed && exceptions !== null && exceptions.length < mostExceptions
}

/**
 * Whether a series has any time beside one that is not left out: without it, nothing would be left of the series.
 *
 * @param start The one, milliseconds since the epoch.
 */
export function hasOtherTimes(meeting: Meeting, start: number, zone: string): boolean {
  const series = seriesOf(meeting, zone)
  if (series === null) return false
  const exceptions = exceptionsOf(meeting)
  for (const moment of timesOf(series, series.start, Infinity)) {
    if (moment !== start && !exceptions.has(moment)) return true
  }
  return false
}

/** A series without the time that begins at a moment, an ISO 8601 instant. */
export function withoutTime(meeting: Meeting, start: string): Meeting {
  const known = meeting.exceptions ?? []
  return known.includes(start) ? meeting : { ...meeting, exceptions: [...known, start].sort() }
}

/** A series with the time that begins at a moment, an ISO 8601 instant, as if it had never been left out. */
export function withTime(meeting: Meeting, start: string): Meeting {
  return { ...meeting, exceptions: meeting.exceptions?.filter((moment) => moment !== start) ?? null }
}

/** What of a meeting's exceptions is still one of its times: once a series is moved, or follows another rule, the others are none. */
export function stillExcepted(meeting: Meeting, zone: string): Meeting['exceptions'] {
  const series = seriesOf(meeting, zone)
  return meeting.exceptions?.filter((moment) => series !== null && isTimeOf(series, Date.parse(moment))) ?? null
}

/**
 * How many times of a series take place again once it is changed: those that were left out, are no times of it any more,
 * and on whose day the changed meeting takes place.
 *
 * @param after The meeting as it will be; its exceptions are those from before.
 * @param now Milliseconds since the epoch: what is over is not counted.
 * @param zone The reader's zone.
 */
export function broughtBack(after: Meeting, now: number, zone: string): number {
  const exceptions = stillExcepted(after, zone)
  const dropped = (after.exceptions ?? []).filter((moment) => exceptions?.includes(moment) !== true)
  const clocks = after.timeZone !== null && isZone(after.timeZone) ? after.timeZone : zone
  const back = dropped.flatMap((moment) => {
    const from = startOfDay(Date.parse(moment), clocks)
    const to = instantOf(wallTime(from, clocks) + day, clocks)
    return occurrencesOf({ ...after, exceptions }, { from, to }, zone).filter(({ start, end }) => start >= from && end > now)
  })
  return new Set(back.map(({ start }) => start)).size
}
