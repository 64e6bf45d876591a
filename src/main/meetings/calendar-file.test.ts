import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../contract/meeting'
import { calendarFile, calendarFileName } from './calendar-file'

const meeting: Meeting = {
  id: 'm12-345-678',
  subject: 'Planning; part 2, with Zoë',
  start: '2026-03-23T08:00:00.000Z',
  end: '2026-03-23T09:30:00.000Z',
  timeZone: 'Europe/Berlin',
  recurrence: { frequency: 'weekly', interval: 1, weekdays: ['MO', 'WE'], ends: { on: '2026-04-08' } },
  exceptions: [],
  hasPassword: false,
  joinLink: 'https://parley.example.com/join/m12-345-678',
  organizer: { name: 'Anna "the" Schmidt', email: 'anna@example.com' },
  invitees: [{ name: 'Bob', email: 'bob@example.com' }],
  isReadOnly: false,
}
const options = { description: 'Join here:\nhttps://parley.example.com/join/m12-345-678', now: Date.UTC(2026, 0, 2, 3, 4, 5) }

async function read(of: Meeting): Promise<{ text: string; calendar: ICAL.Component; event: ICAL.Event }> {
  const text = await calendarFile(of, options)
  const calendar = ICAL.Component.fromString(text)
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone !== null) ICAL.TimezoneService.register(zone)
  const entry = calendar.getFirstSubcomponent('vevent')
  if (entry === null) throw new Error('No event')
  return { text, calendar, event: new ICAL.Event(entry) }
}

/** The times at which a calendar program shows it. */
function timesOf(event: ICAL.Event): string[] {
  const each = event.iterator()
  const times: string[] = []
  for (let next = each.next() as ICAL.Time | null | undefined; next !== null && next !== undefined; next = each.next() as ICAL.Time | null | undefined) {
    times.push(next.toJSDate().toISOString().slice(0, 16))
  }
  return times
}

describe('calendarFile', () => {
  it('is the meeting, to a calendar program that reads it', async () => {
    const { event, calendar } = await read(meeting)
    expect(event.summary).toBe(meeting.subject)
    expect(event.description).toBe(options.description)
    expect(event.uid).toBe('m12-345-678@parley')
    expect(event.startDate.toJSDate().toISOString()).toBe(meeting.start)
    expect(event.endDate.toJSDate().toISOString()).toBe(meeting.end)
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(event.organizer).toBe('mailto:anna@example.com')
    expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-01-02T03:04:05Z')
  })

  it('keeps the time of day over the change of the clocks, up to and with the last day', async () => {
    const { event, text } = await read(meeting)
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260323T090000')
    expect(timesOf(event)).toEqual(['2026-03-23T08:00', '2026-03-25T08:00', '2026-03-30T07:00', '2026-04-01T07:00', '2026-04-06T07:00', '2026-04-08T07:00'])
  })

  it('leaves out what is left out of the series, on both sides of a change of the clocks', async () => {
    const { event, text } = await read({ ...meeting, exceptions: ['2026-03-25T08:00:00.000Z', '2026-04-06T07:00:00.000Z'] })
    expect(text).toContain('EXDATE;TZID=Europe/Berlin:20260325T090000\r\n')
    expect(text).toContain('EXDATE;TZID=Europe/Berlin:20260406T090000\r\n')
    expect(timesOf(event)).toEqual(['2026-03-23T08:00', '2026-03-30T07:00', '2026-04-01T07:00', '2026-04-08T07:00'])
    const inUtc = await read({ ...meeting, timeZone: null, exceptions: ['2026-03-25T08:00:00.000Z'] })
    expect(inUtc.text).toContain('EXDATE:20260325T080000Z\r\n')
    expect(timesOf(inUtc.event)).not.toContain('2026-03-25T08:00')
    expect((await read({ ...meeting, recurrence: null, exceptions: [meeting.start] })).text).not.toContain('EXDATE')
  })

  it('has lines of 75 octets at most, ended by CRLF, and no other end of line', async () => {
    const { text } = await read({ ...meeting, subject: 'Ünïcödé '.repeat(30) })
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
  })

  it('lets no subject write lines of its own', async () => {
    const { event, calendar } = await read({ ...meeting, subject: 'A\r\nATTENDEE:mailto:eve@example.com' })
    expect(event.attendees).toEqual([])
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1)
  })

  it.each([['no zone', null], ['a zone that nobody knows', 'Moon/Tranquility']])('with %s its time is in UTC', async (_which, timeZone) => {
    const { text, calendar } = await read({ ...meeting, timeZone, recurrence: null })
    expect(text).toContain('DTSTART:20260323T080000Z')
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(0)
  })

  it('writes the first time alone of a rule that Parley can’t follow', async () => {
    const { event } = await read({ ...meeting, recurrence: 'other' })
    expect(event.isRecurring()).toBe(false)
  })
})

describe('calendarFileName', () => {
  it.each([
    ['Weekly: plan / review', 'Weekly plan review.ics'],
    ['../../etc/passwd', 'etc passwd.ics'],
    ['Über Größe', 'Über Größe.ics'],
    ['***', 'Parley.ics'],
    ['a'.repeat(200), `${'a'.repeat(60)}.ics`],
  ])('%j → %j', (subject, name) => {
    expect(calendarFileName(subject)).toBe(name)
  })
})
