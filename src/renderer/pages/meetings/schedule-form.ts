import { broughtBack } from '../../../contract/exceptions'
import type { Meeting, MeetingChange, MeetingDraft } from '../../../contract/meeting'
import { weekdays, type Recurrence } from '../../../contract/recurrence'
import { instantOf, isoDate, isoTime, isZone, wallTime, wallTimeOf, weekdayOf } from '../../../contract/zone-time'

/** The ways to repeat that the form offers; `as-is` stands for the rule that a meeting has and the form can't write. */
export const repeats = ['never', 'daily', 'workdays', 'weekly', 'two-weeks', 'monthly', 'yearly'] as const
type Repeat = (typeof repeats)[number] | 'as-is'

/** What stands in the form, as it is typed. */
export interface ScheduleForm {
  readonly subject: string
  /** `2026-05-04` and `10:00`, on the clocks of the zone. */
  readonly date: string
  readonly from: string
  readonly until: string
  readonly zone: string
  readonly repeat: Repeat
  readonly ends: 'never' | 'on' | 'after'
  readonly lastDay: string
  readonly times: string
  readonly password: string
  readonly removesPassword: boolean
  readonly invitees: readonly string[]
}

/** Whether two forms say the same. */
export function isSameForm(one: ScheduleForm, other: ScheduleForm): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
}

/** What is wrong, by the field that it stands beside. */
export type ScheduleProblems = Partial<Record<'subject' | 'date' | 'until' | 'lastDay' | 'times', true>>

const hour = 3_600_000

/** The form for a new meeting: at the next half hour, as long as the account's meetings are, in minutes. */
export function newForm(now: number, zone: string, invitees: readonly string[], minutes: number): ScheduleForm {
  const start = wallTime(Math.ceil((now + 60_000) / (hour / 2)) * (hour / 2), zone)
  return {
    subject: '',
    date: isoDate(start),
    from: isoTime(start),
    until: isoTime(start + minutes * 60_000),
    zone,
    repeat: 'never',
    ends: 'never',
    lastDay: isoDate(start + 28 * 24 * hour),
    times: '10',
    password: '',
    removesPassword: false,
    invitees,
  }
}

/** The form for a meeting that is there. */
export function formOf(meeting: Meeting, systemZone: string): ScheduleForm {
  const zone = meeting.timeZone !== null && isZone(meeting.timeZone) ? meeting.timeZone : systemZone
  const start = wallTime(Date.parse(meeting.start), zone)
  const { recurrence } = meeting
  const ends = recurrence === null || recurrence === 'other' ? null : recurrence.ends
  return {
    subject: meeting.subject,
    date: isoDate(start),
    from: isoTime(start),
    until: isoTime(wallTime(Date.parse(meeting.end), zone)),
    zone,
    repeat: repeatOf(recurrence, weekdayOf(start)),
    ends: ends === null ? 'never' : 'on' in ends ? 'on' : 'after',
    lastDay: ends !== null && 'on' in ends ? ends.on : isoDate(start + 28 * 24 * hour),
    times: ends !== null && 'after' in ends ? String(ends.after) : '10',
    password: '',
    removesPassword: false,
    invitees: meeting.invitees.map(({ email }) => email),
  }
}

function repeatOf(recurrence: Meeting['recurrence'], weekday: number): Repeat {
  if (recurrence === null) return 'never'
  if (recurrence === 'other') return 'as-is'
  return repeats.find((repeat) => {
    const rule = ruleOf(repeat, weekday)
    const isSame = rule?.frequency === recurrence.frequency && rule.interval === recurrence.interval
    const days = recurrence.weekdays.length === 0 && recurrence.frequency === 'weekly' ? [weekdays[weekday]] : recurrence.weekdays
    return isSame && rule.weekdays.join() === days.join()
  }) ?? 'as-is'
}

function ruleOf(repeat: Repeat, weekday: number): Omit<Recurrence, 'ends'> | null {
  const own = weekdays.slice(weekday, weekday + 1)
  switch (repeat) {
    case 'never':
    case 'as-is':
      return null
    case 'daily':
      return { frequency: 'daily', interval: 1, weekdays: [] }
    case 'workdays':
      return { frequency: 'weekly', interval: 1, weekdays: weekdays.slice(0, 5) }
    case 'weekly':
      return { frequency: 'weekly', interval: 1, weekdays: own }
    case 'two-weeks':
      return { frequency: 'weekly', interval: 2, weekdays: own }
    case 'monthly':
      return { frequency: 'monthly', interval: 1, weekdays: [] }
    case 'yearly':
      return { frequency: 'yearly', interval: 1, weekdays: [] }
  }
}

/** An end before its start is the next day's: a meeting may go on past midnight, but not for a day and more. */
function timesOf({ date, from, until, zone }: ScheduleForm): { start: number; end: number } | null {
  const start = wallTimeOf(date, from)
  const end = wallTimeOf(date, until)
  if (start === null || end === null) return null
  return { start: instantOf(start, zone), end: instantOf(end > start ? end : end + 24 * hour, zone) }
}

/** What is wrong with the form; empty when it can be sent. */
export function problemsOf(form: ScheduleForm): ScheduleProblems {
  const times = Number(form.times)
  const isRepeated = form.repeat !== 'never' && form.repeat !== 'as-is'
  return {
    ...(form.subject.trim() === '' ? { subject: true as const } : {}),
    ...(wallTimeOf(form.date, form.from) === null ? { date: true as const } : {}),
    ...(wallTimeOf('2000-01-01', form.until) === null || form.until === form.from ? { until: true as const } : {}),
    ...(isRepeated && form.ends === 'on' && !(form.lastDay >= form.date) ? { lastDay: true as const } : {}),
    ...(isRepeated && form.ends === 'after' && !(Number.isInteger(times) && times >= 1 && times <= 999) ? { times: true as const } : {}),
  }
}

/** The meeting that a form without problems asks for, or null. */
export function draftOf(form: ScheduleForm): MeetingDraft | null {
  const times = timesOf(form)
  if (times === null || Object.keys(problemsOf(form)).length > 0) return null
  const rule = ruleOf(form.repeat, weekdayOf(wallTime(times.start, form.zone)))
  const ends = form.ends === 'on' ? { on: form.lastDay } : form.ends === 'after' ? { after: Number(form.times) } : null
  return {
    subject: form.subject.trim(),
    start: new Date(times.start).toISOString(),
    end: new Date(times.end).toISOString(),
    timeZone: form.zone,
    recurrence: rule === null ? null : { ...rule, ends },
    password: form.password === '' ? null : form.password,
    invitees: [...form.invitees],
  }
}

/** The parts of a meeting that a form changes, or null when it can't be sent. What is as it was is left out. */
export function changeOf(meeting: Meeting, form: ScheduleForm, systemZone: string): MeetingChange | null {
  const draft = draftOf(form)
  const known = formOf(meeting, systemZone)
  const before = draftOf({ ...known, subject: meeting.subject === '' ? '-' : meeting.subject })
  if (draft === null) return null
  const isSame = (part: 'subject' | 'recurrence' | 'invitees'): boolean => JSON.stringify(draft[part]) === JSON.stringify(before?.[part])
  // One moment is one thing: start, end and zone go together.
  const isMoved = draft.start !== before?.start || draft.end !== before.end || draft.timeZone !== before.timeZone
  const isRuleKept = form.repeat === 'as-is' || (known.repeat !== 'as-is' && isSame('recurrence'))
  return {
    ...(isSame('subject') ? {} : { subject: draft.subject }),
    ...(isMoved ? { start: draft.start, end: draft.end, timeZone: draft.timeZone } : {}),
    ...(isRuleKept ? {} : { recurrence: draft.recurrence }),
    ...(form.removesPassword ? { password: null } : draft.password === null ? {} : { password: draft.password }),
    ...(isSame('invitees') ? {} : { invitees: draft.invitees }),
  }
}

/**
 * How many times of a series, that were taken out of it, a form makes take place again.
 *
 * @param now Milliseconds since the epoch.
 */
export function broughtBackBy(meeting: Meeting, form: ScheduleForm, systemZone: string, now: number): number {
  const change = changeOf(meeting, form, systemZone)
  if (change === null) return 0
  const { start = meeting.start, end = meeting.end, timeZone = meeting.timeZone, recurrence = meeting.recurrence } = change
  return broughtBack({ ...meeting, start, end, timeZone, recurrence }, now, systemZone)
}
