/** Parts of a rule (RFC 5545 §3.3.10) that make sense for meetings: whole days apart, one time of day. */
const ruleForm =
  /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?:INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYMONTH|BYSETPOS|WKST)=[A-Z0-9,+-]+)*$/

/** More meetings than anybody holds in one series; it bounds the work of finding the last one. */
const mostOccurrences = 3_000

/** When the last meeting of a series begins, milliseconds since the epoch, or null when it goes on for good. */
export interface Recurrence {
  readonly lastStart: number | null
}

/**
 * Reads a recurrence rule as RFC 5545 §3.3.10 writes it, without `RRULE:` (`FREQ=WEEKLY;BYDAY=MO;COUNT=10`).
 *
 * @param rule The rule as it came.
 * @param start When the first meeting begins, milliseconds since the epoch.
 * @param timeZone IANA name of the zone in whose wall-clock time the series repeats.
 * @returns Null when the rule can't be followed: not of that form, both COUNT and UNTIL, no occurrence, or too many.
 */
export async function readRecurrence(rule: string, start: number, timeZone: string): Promise<Recurrence | null> {
  if (rule.length > 200 || !ruleForm.test(rule)) return null
  const names = rule.split(';').map((part) => part.slice(0, part.indexOf('=')))
  if (new Set(names).size !== names.length) return null
  const hasCount = names.includes('COUNT')
  const hasUntil = names.includes('UNTIL')
  if (hasCount && hasUntil) return null
  const { RRuleTemporal } = await import('rrule-temporal')
  try {
    const series = new RRuleTemporal({
      rruleString: `DTSTART;TZID=${timeZone}:${wallClock(start, timeZone)}\nRRULE:${rule}`,
      strict: true,
    })
    let last: number | null = null
    let found = 0
    for (const each of series.all((_, index) => index < (hasCount || hasUntil ? mostOccurrences + 1 : 1))) {
      last = each.epochMilliseconds
      found += 1
    }
    if (last === null || found > mostOccurrences) return null
    return { lastStart: hasCount || hasUntil ? last : null }
  } catch {
    // The library's only answer to a rule that it can't follow.
    return null
  }
}

/** A moment as local time in RFC 5545 §3.3.5's form: `20260501T100000`. */
function wallClock(moment: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}${part('month')}${part('day')}T${part('hour')}${part('minute')}${part('second')}`
}
