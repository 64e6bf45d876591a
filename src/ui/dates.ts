import type { Language } from '../contract/languages'
import { perLanguage } from './per-language'
import { regionOf } from './region'

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 60 * 60],
  ['month', 30 * 24 * 60 * 60],
  ['week', 7 * 24 * 60 * 60],
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
]

const relative = perLanguage((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))
const full = perLanguage((language) => new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'full', timeStyle: 'short' }))
const day = perLanguage((language) => new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'long', timeZone: 'UTC' }))

/**
 * Says how long ago something was: *3 days ago*, *yesterday*, *now*.
 *
 * @param time Milliseconds since the epoch. A time ahead (clocks differ) counts as now.
 * @param now Milliseconds since the epoch.
 */
export function relativeTime(time: number, now: number, language: Language): string {
  const seconds = Math.max(0, Math.floor((now - time) / 1000))
  const format = relative(language)
  const found = units.find(([, length]) => seconds >= length)
  if (found === undefined) return format.format(0, 'second')
  const [unit, length] = found
  return format.format(-Math.floor(seconds / length), unit)
}

/** Day and time in full, where the reader is. */
export function fullTime(time: number, language: Language): string {
  return full(language).format(time)
}

/**
 * A calendar day in words.
 *
 * @param date ISO 8601 date; it has no time zone, so it must not move by one.
 */
export function dayInWords(date: string, language: Language): string {
  return day(language).format(Date.parse(date))
}
