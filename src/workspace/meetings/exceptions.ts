import { z } from 'zod'
import { isTimeOf, type Series } from '../../contract/occurrences'
import { parseRecurrenceRule } from '../../contract/recurrence'
import type { MeetingContent } from './save-meeting'

const storedSchema = z.array(z.int())

/** What the database keeps of the moments that are left out of a series, milliseconds since the epoch. */
export function readExceptions(stored: string): readonly number[] {
  return storedSchema.parse(JSON.parse(stored))
}

/** The moments as the database keeps them: each once, earliest first. */
export function storedExceptions(moments: Iterable<number>): string {
  return JSON.stringify([...new Set(moments)].sort((a, b) => a - b))
}

/** A moment to the second: the API tells no more of one, so that nobody could name a time of a series otherwise. */
export function toSecond(moment: number): number {
  return Math.floor(moment / 1000) * 1000
}

/**
 * The moments among these that are times of a meeting that repeats. There is none where it does not, or by a rule of a form
 * that Parley's clients do not follow: they show no single time of it.
 */
export function timesAmong({ startsAt, recurrence, timeZone }: MeetingContent, moments: readonly number[]): readonly number[] {
  const rule = recurrence === null || moments.length === 0 ? null : parseRecurrenceRule(recurrence)
  if (rule === null) return []
  const series: Series = { start: toSecond(startsAt), recurrence: rule, timeZone: timeZone ?? 'UTC' }
  return moments.filter((moment) => isTimeOf(series, moment))
}
