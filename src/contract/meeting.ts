import { z } from 'zod'
import { recurrenceSchema } from './recurrence'

/** A moment, as an ISO 8601 instant in UTC: `2026-03-01T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime()

/** Someone of a meeting: who holds it, or who is asked to come. */
const meetingPersonSchema = z.strictObject({ name: z.string(), email: z.string() })

/** A scheduled meeting, as the client knows it. Its password never reaches the page, only whether there is one. */
export const meetingSchema = z.strictObject({
  /** As the workspace names it; people write it as `m12-345-678`. */
  id: z.string().min(1),
  subject: z.string(),
  /** Of a meeting that repeats: its first time. */
  start: instantSchema,
  end: instantSchema,
  /** IANA name (`Europe/Berlin`) of the zone in which it was planned, or null where the workspace does not tell. */
  timeZone: z.string().nullable(),
  /** How it repeats; null for once, `other` for a rule that Parley can't show and leaves as it is. */
  recurrence: z.union([recurrenceSchema, z.literal('other')]).nullable(),
  /** The times of a series that are left out, earliest first; null where the workspace can't leave one out. */
  exceptions: z.array(instantSchema).nullable(),
  hasPassword: z.boolean(),
  /** Link that participants follow, or null where the workspace gives none. */
  joinLink: z.string().nullable(),
  /** Who holds it, or null where the workspace does not tell. */
  organizer: meetingPersonSchema.nullable(),
  invitees: z.array(meetingPersonSchema),
  /** The workspace lets it be read and nothing else: it is changed and deleted elsewhere, and no invitation is made of it here. */
  isReadOnly: z.boolean(),
})
export type Meeting = z.infer<typeof meetingSchema>

/** What a person fills in to schedule a meeting. */
export const meetingDraftSchema = z.strictObject({
  subject: z.string().trim().min(1).max(200),
  start: instantSchema,
  end: instantSchema,
  timeZone: z.string().min(1).max(100),
  recurrence: recurrenceSchema.nullable(),
  password: z.string().min(1).max(100).nullable(),
  /** E-mail addresses. */
  invitees: z.array(z.email().max(100)).max(500),
})
export type MeetingDraft = z.infer<typeof meetingDraftSchema>

/** A change to some of a meeting's parts; a password of null takes it away, without the key it stays. */
export const meetingChangeSchema = meetingDraftSchema.partial()
export type MeetingChange = z.infer<typeof meetingChangeSchema>

/** A change to one time of a series. */
export const occurrenceChangeSchema = meetingChangeSchema.omit({ recurrence: true })
export type OccurrenceChange = z.infer<typeof occurrenceChangeSchema>

/** Meetings that are asked for: those that take place at some time from `from` until before `to`. */
export const meetingRangeSchema = z.strictObject({ from: instantSchema, to: instantSchema })
export type MeetingRange = z.infer<typeof meetingRangeSchema>
