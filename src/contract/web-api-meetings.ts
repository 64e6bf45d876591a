import { z } from 'zod'
import { mostExceptions } from './recurrence'

/**
 * Meetings in the Web API v1, after the vendor's; fields that Parley adds are optional. The same meetings are under
 * `/meetings` and, as the stand-alone Meeting product names them, under `/meetings/blizz`.
 */

/** A meeting's id as people write it. */
export const meetingIdSchema = z.string().regex(/^m\d{2}-\d{3}-\d{3}$/)

/** A moment with its offset from UTC: `2026-05-01T10:00:00+02:00`. */
const momentSchema = z.iso.datetime({ offset: true })

/** An IANA time zone that this computer knows. */
const timeZoneSchema = z
  .string()
  .min(1)
  .max(64)
  .refine(isTimeZone, 'is not a time zone')
  .meta({ description: 'IANA time zone, such as Europe/Berlin' })

function isTimeZone(name: string): boolean {
  // Offsets such as +02:00 are taken by Intl too, but know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Who is in a meeting beside its organiser. `id` and `name` where it is someone of the company. */
const inviteeSchema = z.object({ email: z.string(), id: z.string().optional(), name: z.string().optional() })

const conferenceCallSchema = z.object({
  type: z.string().max(50),
  custom_data: z.string().max(2_000).nullish(),
})

export const apiMeetingSchema = z
  .object({
    id: meetingIdSchema,
    subject: z.string(),
    start: momentSchema,
    end: momentSchema,
    /** For the organiser alone; an empty text when there is none. */
    password: z.string().optional(),
    conference_call_information: conferenceCallSchema.nullish(),
    participant_web_link: z.url(),
    /** Parley: the zone in which the meeting was planned. */
    time_zone: z.string().nullish(),
    /** Parley: how it repeats, RFC 5545 §3.3.10 without `RRULE:`. */
    recurrence: z.string().nullish(),
    /** Parley: the times of a series that are left out (RFC 5545 §3.8.5.1), earliest first. */
    parley_exceptions: z.array(momentSchema).optional(),
    /** Parley. */
    organizer: z.object({ id: z.string(), name: z.string(), email: z.string() }).optional(),
    /** Parley: for the organiser and those invited. */
    invitees: z.array(inviteeSchema).optional(),
  })
  .meta({ id: 'Meeting' })
export type ApiMeeting = z.infer<typeof apiMeetingSchema>

const continuationToken = z.string().max(500).optional()

/** `GET /meetings`: what touches the time between two moments or days (UTC); without them, what has not ended. */
export const meetingsQuerySchema = z.object({
  from_date: z.union([momentSchema, z.iso.date()]).optional(),
  to_date: z.union([momentSchema, z.iso.date()]).optional(),
  /** Parley: at most so many; the next page by `continuation_token`. */
  limit: z.coerce.number().int().min(1).max(1_000).default(1_000),
  continuation_token: continuationToken,
})

export const apiMeetingsSchema = z.object({
  meetings: z.array(apiMeetingSchema),
  /** Parley: for the next page, where there is one. */
  continuation_token: z.string().optional(),
})

export const apiBlizzMeetingsSchema = z.object({
  blizzMeetings: z.array(apiMeetingSchema),
  continuation_token: z.string().optional(),
})

const meetingFields = {
  subject: z.string().trim().min(1).max(200),
  start: momentSchema,
  end: momentSchema,
  password: z.string().max(100).nullable(),
  conference_call_information: conferenceCallSchema.nullable(),
  time_zone: timeZoneSchema.nullable(),
  recurrence: z.string().max(200).nullable(),
  /** Parley: starts of those times of the series that are left out; all of them, in place of what was there. */
  parley_exceptions: z.array(momentSchema).max(mostExceptions),
  /** Ids of accounts in the company, or e-mail addresses. */
  invitees: z.array(z.union([z.string().regex(/^u[\w-]{1,63}$/), z.email().max(100)])).max(300),
}

/** `POST /meetings`. An `instant` meeting begins now and needs no times; it lasts an hour unless an end is given. */
export const createMeetingSchema = z.object(meetingFields).partial().required({ subject: true }).extend({
  instant: z.boolean().optional(),
})
export type CreateMeeting = z.infer<typeof createMeetingSchema>

/** `PUT /meetings/{id}`: what is left out stays. */
export const changeMeetingSchema = z.object(meetingFields).partial()
export type ChangeMeeting = z.infer<typeof changeMeetingSchema>

/** One time of a series, by the moment at which it begins as the series has it. */
export const occurrenceParamsSchema = z.object({ id: meetingIdSchema, start: momentSchema })

/** `POST /meetings/{id}/parley-occurrences/{start}`: what is left out is as in the series. */
export const changeOccurrenceSchema = changeMeetingSchema.omit({ recurrence: true, parley_exceptions: true })

/** `PUT /meetings/{id}/parley-occurrences/{start}`. */
export const restoreOccurrenceSchema = z.object({
  /** The meeting that took its place; it is deleted. */
  in_place_of: meetingIdSchema.optional(),
})

/** `GET /meetings/{id}/invitation`. Without a language or zone, the account's own and the meeting's. */
export const invitationQuerySchema = z.object({
  language: z.string().max(35).optional(),
  timezone: timeZoneSchema.optional(),
})

export const apiInvitationSchema = z.object({ invitation_text: z.string() })
