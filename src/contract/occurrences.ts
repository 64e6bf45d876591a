import { weekdays, type Recurrence } from './recurrence'
import type { Meeting } from './meeting'
import { day, instantOf, isoDate, isZone, wallTime, weekdayOf } from './zone-time'

/** One time at which a meeting takes place. */
export interface Occurrence {
  readonly meeting: Meeting
  /** Milliseconds since the epoch. */
  readonly start: number
  readonly end: number
}

interface Range {
  /** Milliseconds since the epoch. */
  readonly from: number
  readonly to: number
}

/** A meeting that repeats, as far as its times follow from it. */
export interface Series {
  /** Its first time, milliseconds since the epoch. */
  readonly start: number
  readonly recurrence: Recurrence
  /** IANA name of the zone on whose clocks it keeps its time of day. */
  readonly timeZone: string
}

/**
 * A meeting as a series, or null where it is none that can be followed.
 *
 * @param zone The zone of a meeting that names none, or one that is not known here.
 */
export function seriesOf({ start, recurrence, timeZone }: Pick<Meeting, 'start' | 'recurrence' | 'timeZone'>, zone: string): Series | null {
  if (recurrence === null || recurrence === 'other') return null
  return { start: Date.parse(start), recurrence, timeZone: timeZone !== null && isZone(timeZone) ? timeZone : zone }
}

/**
 * The times at which a meeting takes place within a range, earliest first. A series keeps its time of day on the clocks
 * of the zone in which it was planned (RFC 5545 §3.3.10), so that a change to summer time moves none; what was left out
 * of it (§3.8.5.1, EXDATE) is not among them, and counts all the same where a rule says how often.
 *
 * A rule of one of four frequencies is followed here rather than by a library, because those walk from the first
 * meeting of the series on: thousands of series would take seconds at every turn of a page.
 *
 * @param zone The zone of a meeting that names none, or one that is not known here.
 * @returns Times that end after `from` and start before `to`.
 */
export function occurrencesOf(meeting: Meeting, { from, to }: Range, zone: string): Occurrence[] {
  const start = Date.parse(meeting.start)
  const length = Math.max(0, Date.parse(meeting.end) - start)
  const isIn = (moment: number): boolean => (moment + length > from || moment >= from) && moment < to
  const series = seriesOf(meeting, zone)
  if (series === null) return isIn(start) ? [{ meeting, start, end: start + length }] : []
  const exceptions = exceptionsOf(meeting)
  const found: Occurrence[] = []
  for (const moment of timesOf(series, from - length, to)) {
    if (isIn(moment) && !exceptions.has(moment)) found.push({ meeting, start: moment, end: moment + length })
  }
  return found
}

const none: ReadonlySet<number> = new Set()

/** The moments that are left out of a series, in milliseconds since the epoch. */
export function exceptionsOf({ exceptions }: Pick<Meeting, 'exceptions'>): ReadonlySet<number> {
  return exceptions === null || exceptions.length === 0 ? none : new Set(exceptions.map((moment) => Date.parse(moment)))
}

/**
 * The times of a series that begin at `from` or later and before `to`, by its rule alone. Milliseconds since the epoch;
 * without an end, a series has no last one.
 */
export function* timesOf({ start, recurrence, timeZone }: Series, from: number, to: number): Generator<number, void> {
  if (start >= to) return
  const first = wallTime(start, timeZone)
  const timeOfDay = first - Math.floor(first / day) * day
  // A day to spare on both sides for the zone's offset.
  const [earliest, latest] = [Math.floor(from / day) - 1, Math.ceil(to / day) + 1]
  for (const date of daysOf(recurrence, Math.floor(first / day), earliest)) {
    if (date > latest) return
    if (date < earliest) continue
    const moment = instantOf(date * day + timeOfDay, timeZone)
    if (moment >= from && moment < to) yield moment
  }
}

/** Whether a moment is one of a series' times by its rule, left out or not. Milliseconds since the epoch. */
export function isTimeOf(series: Series, moment: number): boolean {
  return timesOf(series, moment, moment + 1).next().done !== true
}

/** The next time of a meeting that has not ended by then, or null. */
export function nextOccurrence(meeting: Meeting, now: number, zone: string): Occurrence | null {
  const horizons = [7, 40, 370, 370 * 9]
  for (const days of horizons) {
    const [next] = occurrencesOf(meeting, { from: now, to: now + days * day }, zone)
    if (next !== undefined) return next
  }
  return null
}

/**
 * The days of a series, as numbers of days since 1970-01-01, in order. Without an end it never stops: the caller does.
 *
 * @param first The day of the first meeting.
 * @param earliest Days before this one may be left out, where that saves counting.
 */
function* daysOf(rule: Recurrence, first: number, earliest: number): Generator<number> {
  const last = rule.ends !== null && 'on' in rule.ends ? Math.floor(Date.parse(rule.ends.on) / day) : Infinity
  const most = rule.ends !== null && 'after' in rule.ends ? rule.ends.after : Infinity
  // A series of so many times has to be counted from its start; any other can be entered in its middle.
  const skip = most === Infinity ? earliest : first
  let count = 0
  for (const date of candidates(rule, first, Math.max(first, skip))) {
    if (date > last || count >= most) return
    if (date < first) continue
    count += 1
    yield date
  }
}

function candidates(rule: Recurrence, first: number, from: number): Iterable<number> {
  switch (rule.frequency) {
    case 'daily':
      return everyDay(first, rule.interval, from)
    case 'weekly':
      return everyWeek(rule, first, from)
    case 'monthly':
      return everyMonth(first, rule.interval, from)
    case 'yearly':
      return everyMonth(first, rule.interval * 12, from)
  }
}

function* everyDay(first: number, interval: number, from: number): Generator<number> {
  for (let step = Math.max(0, Math.floor((from - first) / interval)); ; step += 1) yield first + step * interval
}

/** Weeks begin on Monday, which is the rule's default (RFC 5545 §3.3.10, WKST). */
function* everyWeek(rule: Recurrence, first: number, from: number): Generator<number> {
  const own = weekdayOf(first * day)
  const monday = first - own
  const days = rule.weekdays.length === 0 ? [own] : rule.weekdays.map((name) => weekdays.indexOf(name)).sort((a, b) => a - b)
  const length = 7 * rule.interval
  for (let week = monday + Math.max(0, Math.floor((from - monday) / length)) * length; ; week += length) {
    for (const offset of days) yield week + offset
  }
}

/** The same day of the month; months that are too short for it are left out (RFC 5545 §3.3.10). */
function* everyMonth(first: number, interval: number, from: number): Generator<number> {
  const begin = new Date(first * day)
  const date = begin.getUTCDate()
  const month = begin.getUTCFullYear() * 12 + begin.getUTCMonth()
  const wanted = new Date(from * day)
  const skipped = Math.floor((wanted.getUTCFullYear() * 12 + wanted.getUTCMonth() - month) / interval)
  // No rule is longer without a meeting than one of 29 February over a century's turn.
  for (let step = Math.max(0, skipped), misses = 0; misses < 400; step += 1) {
    const each = Date.UTC(Math.floor((month + step * interval) / 12), (month + step * interval) % 12, date)
    const exists = isoDate(each).endsWith(`-${String(date).padStart(2, '0')}`)
    misses = exists ? 0 : misses + 1
    if (exists) yield Math.floor(each / day)
  }
}
