import type { Language } from '../contract/languages'

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 60 * 60],
  ['month', 30 * 24 * 60 * 60],
  ['week', 7 * 24 * 60 * 60],
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
]

/**
 * Says how long ago something was: *3 days ago*, *yesterday*, *now*.
 *
 * @param time Milliseconds since the epoch. A time ahead (clocks differ) counts as now.
 * @param now Milliseconds since the epoch.
 */
export function relativeTime(time: number, now: number, language: Language): string {
  const seconds = Math.max(0, Math.floor((now - time) / 1000))
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const found = units.find(([, length]) => seconds >= length)
  if (found === undefined) return format.format(0, 'second')
  const [unit, length] = found
  return format.format(-Math.floor(seconds / length), unit)
}

/** Day and time in full, where the reader is. */
export function fullTime(time: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(time)
}

/**
 * A calendar day in words.
 *
 * @param date ISO 8601 date; it has no time zone, so it must not move by one.
 */
export function dayInWords(date: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date))
}
