import { z } from 'zod'

/** Days of the week by their names in RFC 5545 §3.3.10, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const weekdaySchema = z.enum(weekdays)

/** So many times of one series can be left out: more are held apart by nobody, and a list of meetings stays small. */
export const mostExceptions = 500

/** How a meeting repeats: the part of RFC 5545's recurrence rules that people choose in a form. */
export const recurrenceSchema = z.strictObject({
  frequency: z.enum(['daily', 'weekly', 'monthly', 'yearly']),
  /** Every so many days, weeks, months or years. */
  interval: z.int().min(1).max(99),
  /** Of a weekly one: its days; empty for the day of the first time. */
  weekdays: z.array(weekdaySchema).max(7),
  /** Last day on which it may take place (ISO 8601 date), a number of times, or null for no end. */
  ends: z.union([z.strictObject({ on: z.iso.date() }), z.strictObject({ after: z.int().min(1).max(999) })]).nullable(),
})
export type Recurrence = z.infer<typeof recurrenceSchema>

/** The parts of a rule that `Recurrence` can hold. A rule with any other part is one that Parley can't show. */
const ruleSchema = z.strictObject({
  FREQ: z.enum(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']),
  INTERVAL: z.coerce.number().int().min(1).max(99).default(1),
  BYDAY: z.string().optional(),
  UNTIL: z
    .string()
    .regex(/^\d{8}(T\d{6}Z?)?$/)
    .optional(),
  COUNT: z.coerce.number().int().min(1).max(999).optional(),
  // The week's start changes nothing as long as it is Monday, the default.
  WKST: z.literal('MO').optional(),
})

const frequencies = { DAILY: 'daily', WEEKLY: 'weekly', MONTHLY: 'monthly', YEARLY: 'yearly' } as const

/**
 * Reads a recurrence rule (RFC 5545 §3.3.10), with or without `RRULE:` before it.
 *
 * @returns The recurrence, or null when the rule is none, or one that a `Recurrence` can't hold.
 */
export function parseRecurrenceRule(text: string): Recurrence | null {
  const pairs = text.trim().replace(/^RRULE:/i, '').toUpperCase().split(';').filter((part) => part !== '')
  const rule = ruleSchema.safeParse(Object.fromEntries(pairs.map((part) => part.split('=', 2))))
  if (!rule.success) return null
  const { FREQ, INTERVAL, BYDAY, UNTIL, COUNT } = rule.data
  if (UNTIL !== undefined && COUNT !== undefined) return null
  const days = z.array(weekdaySchema).safeParse(BYDAY?.split(',') ?? [])
  if (!days.success || (days.data.length > 0 && FREQ !== 'WEEKLY')) return null
  const recurrence = recurrenceSchema.safeParse({
    frequency: frequencies[FREQ],
    interval: INTERVAL,
    weekdays: weekdays.filter((day) => days.data.includes(day)),
    ends: UNTIL !== undefined ? { on: dateOf(UNTIL) } : COUNT !== undefined ? { after: COUNT } : null,
  })
  return recurrence.success ? recurrence.data : null
}

/**
 * Writes a recurrence as a rule of RFC 5545 §3.3.10, without `RRULE:` before it. Its last day counts until that day's
 * last second in UTC, as §3.3.10 asks for of meetings whose start has a time zone.
 */
export function recurrenceRule({ frequency, interval, weekdays: days, ends }: Recurrence): string {
  return [
    `FREQ=${frequency.toUpperCase()}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...(frequency === 'weekly' && days.length > 0 ? [`BYDAY=${days.join(',')}`] : []),
    ...(ends !== null && 'on' in ends ? [`UNTIL=${ends.on.replaceAll('-', '')}T235959Z`] : []),
    ...(ends !== null && 'after' in ends ? [`COUNT=${ends.after}`] : []),
  ].join(';')
}

/** `20260301…` as `2026-03-01`. */
function dateOf(until: string): string {
  return `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`
}
