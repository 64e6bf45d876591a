import { z } from 'zod'
import type { Meeting, MeetingChange } from '../../../contract/meeting'
import { parseRecurrenceRule, recurrenceRule } from '../../../contract/recurrence'
import { tolerantEntries, tolerantId, tolerantList, tolerantObject, tolerantText } from '../tolerant'
import type { Page } from './pages'

/** A moment of any form that the vendor's API uses; one without a zone is in UTC. */
const moment = z.string().transform((text, context) => {
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)
  const at = new Date(hasZone ? text : `${text}Z`)
  if (Number.isNaN(at.getTime())) {
    context.addIssue({ code: 'custom', message: 'not a moment' })
    return z.NEVER
  }
  return at.toISOString()
})

const person = z.union([
  tolerantObject({ name: tolerantText, email: z.string().min(1) }),
  z.string().min(1).transform((email) => ({ name: '', email })),
])

/** One meeting. Without an id or a start it is none; whatever else is absent has a meaning of its own. */
const fields = tolerantObject({
  id: tolerantId,
  subject: tolerantText,
  start: moment,
  end: moment.nullable().catch(null),
  password: tolerantText,
  participant_web_link: tolerantText,
  /** Parley's own. */
  time_zone: tolerantText,
  recurrence: tolerantText,
  parley_exceptions: tolerantList(moment).nullable().catch(null),
  organizer: person.nullable().catch(null),
  invitees: tolerantList(person).catch([]),
})

const meetingOf =
  (isReadOnly: boolean) =>
  (given: z.output<typeof fields>): Meeting => ({
    id: given.id,
    subject: given.subject,
    start: given.start,
    end: given.end === null || given.end < given.start ? given.start : given.end,
    timeZone: given.time_zone === '' ? null : given.time_zone,
    recurrence: given.recurrence === '' ? null : (parseRecurrenceRule(given.recurrence) ?? 'other'),
    exceptions: given.parley_exceptions?.sort() ?? null,
    hasPassword: given.password !== '',
    joinLink: given.participant_web_link === '' ? null : given.participant_web_link,
    organizer: given.organizer,
    invitees: given.invitees,
    isReadOnly,
  })

const meeting = fields.transform(meetingOf(false))
const standAloneMeeting = fields.transform(meetingOf(true))

/** `GET /meetings`: one page of them. */
export const meetingsAnswer: z.ZodType<Page<Meeting>> = tolerantObject({
  meetings: tolerantEntries(meeting),
  continuation_token: tolerantText,
}).transform(({ meetings, continuation_token }) => ({ entries: meetings, next: continuation_token }))

/** `GET /meetings/{id}` and `POST /meetings`. */
export const meetingAnswer: z.ZodType<Meeting> = meeting

/** `GET /meetings/blizz`: those of the stand-alone Meeting product, which the API reads and does not change. */
export const standAloneMeetingsAnswer: z.ZodType<Meeting[]> = tolerantObject({
  blizzMeetings: tolerantEntries(standAloneMeeting),
}).transform(({ blizzMeetings }) => blizzMeetings)

/** `GET /meetings/blizz/{id}`. */
export const standAloneMeetingAnswer: z.ZodType<Meeting> = standAloneMeeting

/** `GET /meetings/{id}/invitation`. */
export const invitationAnswer: z.ZodType<string> = tolerantObject({ invitation_text: z.string() }).transform(
  ({ invitation_text }) => invitation_text,
)

/**
 * The fields of a meeting as the API takes them, of the parts that are given.
 *
 * @param keeps What the workspace keeps beyond the vendor's fields; anything else is left out.
 */
export function meetingFields(
  part: MeetingChange,
  keeps: { timeZone: boolean; recurrence: boolean; invitees: boolean },
): Readonly<Record<string, unknown>> {
  return {
    ...(part.subject === undefined ? {} : { subject: part.subject }),
    ...(part.start === undefined ? {} : { start: part.start }),
    ...(part.end === undefined ? {} : { end: part.end }),
    ...(part.password === undefined ? {} : { password: part.password ?? '' }),
    ...(part.timeZone === undefined || !keeps.timeZone ? {} : { time_zone: part.timeZone }),
    ...(part.recurrence === undefined || !keeps.recurrence
      ? {}
      : { recurrence: part.recurrence === null ? null : recurrenceRule(part.recurrence) }),
    ...(part.invitees === undefined || !keeps.invitees ? {} : { invitees: part.invitees }),
  }
}
