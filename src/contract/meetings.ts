import { z } from 'zod'
import { accountKeySchema } from './accounts'
import { contactSchema } from './contact'
import { instantSchema, meetingSchema } from './meeting'
import { meetingIdPattern } from './meeting-id'
import { longestMeetingLink, meetingPlacePattern } from './meeting-link'
import { ageSchema, pieceSchema } from './pieces'
import { capabilitiesSchema, workspaceFailureSchema, workspaceProblemSchema } from './workspace'

/** One time at which a meeting takes place soon, with what Home shows of it. */
const soonSchema = z.strictObject({
  id: z.string().min(1),
  subject: z.string(),
  /** Milliseconds since the epoch. */
  start: z.int(),
  end: z.int(),
  isSeries: z.boolean(),
})
export type Soon = z.infer<typeof soonSchema>

/** What Home shows. It is small, so that it can come with the first screen. */
export const upcomingSchema = z.strictObject({
  ...ageSchema,
  /** The next times, earliest first. */
  soon: z.array(soonSchema),
  /** What the workspace can do, or null while nobody is signed in. */
  capabilities: capabilitiesSchema.nullable(),
  /** Another number whenever the list of meetings is another one. */
  revision: z.int(),
})
export type Upcoming = z.infer<typeof upcomingSchema>

/** A part of all meetings that the client knows: those from some weeks ago on. */
export const meetingsPieceSchema = pieceSchema(meetingSchema)

const failure = workspaceFailureSchema

/** The meetings of some days that the list doesn't reach. */
export const meetingsInRangeSchema = z.discriminatedUnion('outcome', [
  /** Where a part of them could not be had, the problem says why. */
  z.strictObject({ outcome: z.literal('done'), meetings: z.array(meetingSchema), problem: workspaceProblemSchema.nullable() }),
  failure,
])
export type MeetingsInRange = z.infer<typeof meetingsInRangeSchema>

/** What came of scheduling, or of starting a meeting at once. */
export const meetingMadeSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('done'), meeting: meetingSchema }),
  failure,
])
export type MeetingMade = z.infer<typeof meetingMadeSchema>

/** What came of a look for one meeting. */
export const meetingFoundSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('done'), meeting: meetingSchema }),
  /** It is at another workspace than the shown account's: at that of another account, or where none is signed in. */
  z.strictObject({ outcome: z.literal('elsewhere'), account: accountKeySchema.nullable() }),
  failure,
])
export type MeetingFound = z.infer<typeof meetingFoundSchema>

/** What came of a change. */
export const meetingChangedSchema = z.discriminatedUnion('outcome', [z.strictObject({ outcome: z.literal('done') }), failure])
export type MeetingChanged = z.infer<typeof meetingChangedSchema>

/** What came of opening a meeting where the workspace holds it. */
export const meetingOpenedSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('done') }),
  z.strictObject({ outcome: z.literal('browser-not-opened') }),
  /** Its link leads to a host that is not the workspace's own: the person is asked first. */
  z.strictObject({ outcome: z.literal('foreign-host'), host: z.string() }),
  /** The workspace gives none that could be opened. */
  z.strictObject({ outcome: z.literal('no-link') }),
  failure,
])
export type MeetingOpened = z.infer<typeof meetingOpenedSchema>

/** Something that failed after the page had gone on: a deletion that was put off for *Undo*. */
export const meetingTroubleSchema = z.strictObject({
  id: z.string().min(1),
  subject: z.string(),
  problem: workspaceProblemSchema,
})
export type MeetingTrouble = z.infer<typeof meetingTroubleSchema>

/** What came of adding a meeting to the calendar program. */
export const calendarOutcomeSchema = z.enum(['opened', 'saved', 'cancelled', 'failed'])
export type CalendarOutcome = z.infer<typeof calendarOutcomeSchema>

/** A part of the people of the company. */
export const contactsPieceSchema = pieceSchema(contactSchema)

/** A meeting's id, as a page names one to main. */
export const meetingNameSchema = z.string().regex(/^[\w-]{1,64}$/)

/** What is to be deleted: a meeting, a whole series, or the one time of a series that begins then. */
export const removalSchema = z.strictObject({ id: meetingNameSchema, occurrence: instantSchema.nullable() })
export type Removal = z.infer<typeof removalSchema>

/** One time of a series, and the meeting that stands in its place. */
export const replacementSchema = z.strictObject({ id: meetingNameSchema, occurrence: instantSchema, meeting: meetingNameSchema })
export type Replacement = z.infer<typeof replacementSchema>

/** A meeting that is looked for. */
export const meetingWishSchema = z.strictObject({
  id: meetingNameSchema,
  /** The host that its link names, or null for one that was named without. */
  place: z.string().regex(meetingPlacePattern).nullable(),
})

/** A meeting that is to be opened in the browser. */
export const meetingOpeningSchema = z.strictObject({
  id: meetingNameSchema,
  /** The link to it that the person pasted; main opens it at the workspace's own pages alone. */
  link: z.string().max(longestMeetingLink).nullable(),
  /** The host that the person was asked about and agreed to, where it is not the workspace's own. */
  agreedHost: z.string().max(260).nullable(),
})
export type MeetingOpening = z.infer<typeof meetingOpeningSchema>

/** Shows another account, and in it the page of a meeting. */
export const joinAsSchema = meetingWishSchema.extend({ id: z.string().regex(meetingIdPattern), account: accountKeySchema })
