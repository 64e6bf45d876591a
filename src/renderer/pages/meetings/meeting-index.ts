import type { Meeting } from '../../../contract/meeting'
import { occurrencesOf, type Occurrence } from '../../../contract/occurrences'

/** Meetings by time, so that some days of thousands are found without looking at each of them. */
export interface MeetingIndex {
  /** How many meetings there are. */
  readonly size: number
  /** Those that are held once, earliest first. */
  readonly once: readonly Occurrence[]
  /** The longest of them, in milliseconds. */
  readonly longest: number
  readonly series: readonly Meeting[]
}

/** How many meetings are taken in before whoever makes the index may do something else. */
const atOnce = 500

/** Makes the index. It stops every now and then, for whoever has other things to do. */
export function* indexOf(meetings: readonly Meeting[]): Generator<undefined, MeetingIndex> {
  const once: Occurrence[] = []
  const series: Meeting[] = []
  let longest = 0
  for (const [position, meeting] of meetings.entries()) {
    if (position % atOnce === atOnce - 1) yield
    if (meeting.recurrence !== null) series.push(meeting)
    else {
      // As `occurrencesOf` has it.
      const start = Date.parse(meeting.start)
      const end = Math.max(start, Date.parse(meeting.end))
      longest = Math.max(longest, end - start)
      once.push({ meeting, start, end })
    }
  }
  once.sort(byTime)
  return { size: meetings.length, once, longest, series }
}

/** The index of a few meetings. */
export function indexAtOnce(meetings: readonly Meeting[]): MeetingIndex {
  const making = indexOf(meetings)
  for (;;) {
    const next = making.next()
    if (next.done === true) return next.value
  }
}

interface Range {
  /** Milliseconds since the epoch. */
  readonly from: number
  readonly to: number
}

/** All times at which meetings take place within a range, earliest first. */
export function occurrencesIn({ once, longest, series }: MeetingIndex, range: Range, zone: string): Occurrence[] {
  const found: Occurrence[] = []
  for (let position = firstFrom(once, range.from - longest); position < once.length; position += 1) {
    const each = once[position]
    if (each === undefined || each.start >= range.to) break
    if (each.end > range.from || each.start >= range.from) found.push(each)
  }
  for (const meeting of series) found.push(...occurrencesOf(meeting, range, zone))
  return found.sort(byTime)
}

/** Those that are held once and begin at a moment or later, earliest first. */
export function onceFrom({ once }: MeetingIndex, moment: number): readonly Occurrence[] {
  return once.slice(firstFrom(once, moment))
}

/** The position of the first that begins at a moment or later. */
function firstFrom(sorted: readonly Occurrence[], moment: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? Infinity) < moment) low = middle + 1
    else high = middle
  }
  return low
}

function byTime(a: Occurrence, b: Occurrence): number {
  return a.start - b.start || a.end - b.end
}
