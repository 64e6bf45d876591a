import type { Meeting } from '../../contract/meeting'
import { recurrenceRule } from '../../contract/recurrence'
import { day, instantOf, isZone, wallTime } from '../../contract/zone-time'

/** Who wrote the file (RFC 5545 §3.7.3). */
const product = '-//Parley//Parley//EN'

interface CalendarFileOptions {
  /** Text under the subject: how to join. */
  description: string
  /** Milliseconds since the epoch. */
  now: number
}

/**
 * Writes a meeting as a calendar file (RFC 5545), for any calendar program. Its times are those of the zone in which the
 * meeting was planned, with that zone's rules beside them (§3.6.5), so that a series stays right over changes of the
 * clocks; a meeting of no known zone has its time in UTC.
 *
 * Of a rule that Parley can't follow (`other`), the first time alone is written.
 *
 * @returns The file's text, with CRLF at the ends of lines.
 */
export async function calendarFile(meeting: Meeting, { description, now }: CalendarFileOptions): Promise<string> {
  const [{ default: ICAL }, { tzlib_get_ical_block: zoneRules }] = await Promise.all([
    import('ical.js'),
    import('timezones-ical-library'),
  ])
  // The library counts a folded line without the space that it begins with; §3.1 counts it.
  ICAL.foldLength = 74
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', product)
  calendar.addPropertyWithValue('version', '2.0')

  const zone = meeting.timeZone !== null && isZone(meeting.timeZone) ? meeting.timeZone : null
  const rules = zone === null ? null : readRules(zoneRules(zone))
  if (rules !== null) calendar.addSubcomponent(ICAL.Component.fromString(rules.component))

  const event = new ICAL.Component('vevent')
  // One meeting is one entry, however often it is added (§3.8.4.7).
  event.addPropertyWithValue('uid', `${meeting.id}@parley`)
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(now), true))
  const addMoment = (name: string, moment: string): void => {
    if (rules === null || zone === null) {
      event.addPropertyWithValue(name, ICAL.Time.fromJSDate(new Date(moment), true))
    } else {
      const wall = new Date(wallTime(Date.parse(moment), zone)).toISOString().slice(0, 19)
      event.addPropertyWithValue(name, ICAL.Time.fromDateTimeString(wall)).setParameter('tzid', rules.id)
    }
  }
  addMoment('dtstart', meeting.start)
  addMoment('dtend', meeting.end)
  event.addPropertyWithValue('summary', meeting.subject)
  event.addPropertyWithValue('description', description)
  if (meeting.joinLink !== null) {
    event.addPropertyWithValue('location', meeting.joinLink)
    event.addPropertyWithValue('url', meeting.joinLink)
  }
  if (meeting.organizer !== null && meeting.organizer.email !== '') {
    const organizer = event.addPropertyWithValue('organizer', `mailto:${meeting.organizer.email}`)
    if (meeting.organizer.name !== '') organizer.setParameter('cn', meeting.organizer.name)
  }
  const rule = ruleOf(meeting, zone ?? 'UTC')
  if (rule !== null) {
    event.addPropertyWithValue('rrule', ICAL.Recur.fromString(rule))
    // A line for each, in the form of DTSTART (§3.8.5.1): every calendar program reads that.
    for (const moment of meeting.exceptions ?? []) addMoment('exdate', moment)
  }
  calendar.addSubcomponent(event)
  return `${calendar.toString()}\r\n`
}

/** The library's answer: the component and the zone's present name, or a sentence where it knows none. */
function readRules(answer: string | readonly string[]): { component: string; id: string } | null {
  if (typeof answer === 'string') return null
  const [component = '', parameter = ''] = answer
  const id = /^TZID=(.+)$/.exec(parameter)?.[1]
  return id === undefined || !component.startsWith('BEGIN:VTIMEZONE') ? null : { component, id }
}

/** The rule, its last moment in UTC as §3.3.10 asks for: the end of the last day on the clocks of the zone. */
function ruleOf({ recurrence }: Meeting, zone: string): string | null {
  if (recurrence === null || recurrence === 'other') return null
  const { ends } = recurrence
  if (ends === null || !('on' in ends)) return recurrenceRule(recurrence)
  const last = new Date(instantOf(Date.parse(ends.on) + day - 1_000, zone)).toISOString()
  return `${recurrenceRule({ ...recurrence, ends: null })};UNTIL=${last.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** A file name that every system takes, made from a meeting's subject. */
export function calendarFileName(subject: string): string {
  const plain = subject
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim()
  return `${plain === '' ? 'Parley' : plain}.ics`
}
