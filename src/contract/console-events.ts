import { z } from 'zod'

/** Every kind of event that the workspace writes, the vendor's name where it has one. */
export const eventNames = [
  'CompanyCreated',
  'EditCompany',
  'CompanyDeletionAsked',
  'CompanyDeletionWithdrawn',
  'UserCreated',
  'UserDeleted',
  'UserRemovedFromCompany',
  'UserActivated',
  'UserDeactivated',
  'JoinCompany',
  'EditUserPermissions',
  'EditUserProperties',
  'PasswordLinkMade',
  'PasswordLinkWithdrawn',
  'SessionsEnded',
  'UserInvited',
  'InvitationWithdrawn',
  'CompanyLinkMade',
  'CompanyLinkWithdrawn',
  'JoinRefused',
  'JoinReopened',
  'LicenseAssigned',
  'LicenseRemoved',
  'LicenceAdded',
  'LicenceChanged',
  'ProductAdded',
  'ProductChanged',
  'ProductRemoved',
  'ScriptTokenAdded',
  'ScriptTokenDeleted',
  'EventLogCut',
  'EditEventLogRetention',
] as const

/** Every field that the workspace writes into an event's details. What it was before stands in the same with `Before`. */
export const eventFields = [
  'role',
  'licence',
  'name',
  'email',
  'language',
  'passwordChanged',
  'keptDays',
  'upTo',
  'before',
  'picture',
  'deletesAt',
  'address',
  'icon',
  'days',
  'mostUses',
  'product',
  'seats',
  'endsOn',
] as const
export type EventField = (typeof eventFields)[number]

/** What is affected by an event that is about the log itself. */
export const eventLogItem = 'event log'

const momentSchema = z.coerce.number().int().min(0).max(8_640_000_000_000_000).optional()

/** Part of a text to look for. A NUL character has no place in a database's text. */
const plainText = z
  .string()
  .trim()
  .max(100)
  .refine((text) => !text.includes('\0'))
  .default('')

/** `GET /events` and `GET /events/export`: which entries. What is left out or empty filters nothing. */
export const eventsQuerySchema = z.object({
  /** Part of the e-mail of who did it. */
  author: plainText,
  name: z.union([z.enum(eventNames), z.literal('')]).default(''),
  /** Part of whom or what it was done to. */
  affected: plainText,
  /** Milliseconds since the epoch. */
  from: momentSchema,
  /** Milliseconds since the epoch, exclusive. */
  to: momentSchema,
  /** Entries with smaller numbers than this: the last one of the page before. */
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
})
export type EventsQuery = z.infer<typeof eventsQuerySchema>

export const consoleEventSchema = z.strictObject({
  number: z.int().positive(),
  /** One of `eventNames`, or a kind that a newer workspace writes. */
  name: z.string(),
  at: z.int(),
  /** Null for the workspace itself. */
  author: z.string().nullable(),
  affected: z.string(),
  details: z.record(z.string(), z.unknown()),
  address: z.string().nullable(),
})
export type ConsoleEvent = z.infer<typeof consoleEventSchema>

/** Newest first; `before` for the page of older ones, null where there are none. */
export const eventsPageSchema = z.strictObject({
  events: z.array(consoleEventSchema),
  before: z.int().positive().nullable(),
})

/** `POST /events/check`: no body. */
export const eventsCheckSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('intact'), checked: z.int().nonnegative(), hash: z.string() }),
  z.strictObject({
    outcome: z.literal('tampered'),
    number: z.int().nonnegative(),
    fault: z.enum(['changed', 'missing', 'added']),
  }),
])
export type EventsCheckAnswer = z.infer<typeof eventsCheckSchema>

/** `GET` and `PUT /events/retention`: days, or null for good. */
export const eventsRetentionSchema = z.strictObject({ keptDays: z.int().min(1).max(36_500).nullable() })
export type EventsRetention = z.infer<typeof eventsRetentionSchema>
