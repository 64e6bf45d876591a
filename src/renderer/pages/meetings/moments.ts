import type { Language } from '../../../contract/languages'
import { spanIn } from '../../../contract/span'
import { regionOf } from '../../../ui/region'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs more than using one a hundred times. */
function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`
  let found = formats.get(key)
  if (found === undefined) formats.set(key, (found = new Intl.DateTimeFormat(regionOf(language), options)))
  return found
}

/** `10:00`, where the reader is. */
export function timeOf(moment: number, language: Language): string {
  return format(language, 'time', { timeStyle: 'short' }).format(moment)
}

/** `10:00 – 11:30`; with the days where they differ. */
export function spanOf(start: number, end: number, language: Language): string {
  return spanIn(format(language, 'span', { hour: 'numeric', minute: '2-digit' }), start, end)
}

/** `Monday, 4 May`. */
export function dayOf(moment: number, language: Language): string {
  return format(language, 'day', { weekday: 'long', day: 'numeric', month: 'long' }).format(moment)
}

/** `Monday, 4 May 2026, 10:00 – 11:30`. */
export function fullSpanOf(start: number, end: number, language: Language): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' } as const
  return spanIn(format(language, 'full', options), start, end)
}

/** `May 2026`, or `April – May 2026` for a week that lies in two months. */
export function monthsOf(start: number, end: number, language: Language): string {
  return format(language, 'months', { month: 'long', year: 'numeric' }).formatRange(start, end)
}

/** `Mon 4`. */
export function shortDayOf(moment: number, language: Language): string {
  return format(language, 'short', { weekday: 'short', day: 'numeric' }).format(moment)
}

const minute = 60_000

/** How long it is until something, in words: *in 5 minutes*, *in 2 hours*. */
export function untilInWords(start: number, now: number, language: Language): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const minutes = Math.max(1, Math.ceil((start - now) / minute))
  if (minutes < 90) return words.format(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 24 ? words.format(hours, 'hour') : words.format(Math.round(hours / 24), 'day')
}

/** True when both moments are on one day, where the reader is. */
export function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}
