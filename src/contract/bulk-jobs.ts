import { z } from 'zod'
import { licenceSchema } from './licence'
import { roleSchema } from './session'
import { usersFilterSchema } from './users-filter'

/**
 * Changes to many users at once. The console and the Web API speak of them alike: a preview first, then a job that goes
 * on by itself, with a result for each user.
 */

const licenceIdSchema = z.string().min(1).max(100)

/** What is to be done to each user of a selection. */
export const bulkActionSchema = z.discriminatedUnion('type', [
  /** A Meeting licence takes the place of the one that the user has. */
  z.strictObject({ type: z.literal('assign-licence'), licenceId: licenceIdSchema }),
  /** Those who have the one get the other in its place; the others stay as they are. */
  z.strictObject({ type: z.literal('change-licence'), from: licenceIdSchema, to: licenceIdSchema }),
  z.strictObject({ type: z.literal('take-back-licence'), licenceId: licenceIdSchema }),
  z.strictObject({ type: z.literal('set-role'), role: roleSchema }),
  z.strictObject({ type: z.literal('activate') }),
  z.strictObject({ type: z.literal('deactivate') }),
  z.strictObject({ type: z.literal('end-sessions') }),
  /** From the company; nothing is deleted for good. */
  z.strictObject({ type: z.literal('remove') }),
])
export type BulkAction = z.infer<typeof bulkActionSchema>

/** What a job does to each user: a bulk change, or the mailing of the links that were made for their first passwords. */
export const jobActionSchema = z.discriminatedUnion('type', [
  ...bulkActionSchema.options,
  z.strictObject({ type: z.literal('mail-password-links') }),
])
export type JobAction = z.infer<typeof jobActionSchema>

const userIdsSchema = z.array(z.string().min(1).max(100)).max(1_000)

/** Users by their ids, or all that match but some. */
export const selectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids: userIdsSchema.min(1) }),
  z.strictObject({
    kind: z.literal('all'),
    filter: usersFilterSchema,
    except: userIdsSchema.default([]),
  }),
])
export type Selection = z.infer<typeof selectionSchema>

/**
 * Where there are fewer seats than the selection needs: nobody gets one, or the first by name get what there is. With
 * `all-or-nothing` the seats are kept for the job from its beginning to its end.
 */
export const seatsRuleSchema = z.enum(['all-or-nothing', 'as-many-as-there-are'])

/**
 * Why nothing was done to a user, or a row was not imported. `mail-refused`: the mail server does not take mail to this address;
 * `mail-not-taken`: it was tried for about a day, and the server took none; `mail-in-doubt`: nobody knows whether it took it.
 */
const refusalReasons = [
  'not-found',
  'not-allowed',
  'yourself',
  'last-administrator',
  'no-seats-left',
  'licence-not-usable',
  'one-meeting-licence',
  'changed-since',
  'email-taken',
  'email-not-valid',
  'email-twice',
  'name-not-valid',
  'role-unknown',
  'language-unknown',
  'licence-unknown',
  'mail-refused',
  'mail-not-taken',
  'mail-in-doubt',
] as const
export const refusalReasonSchema = z.enum(refusalReasons)
export type RefusalReason = z.infer<typeof refusalReasonSchema>

/** What a preview and a job are asked for with. */
export const bulkRequestSchema = z.strictObject({
  action: bulkActionSchema,
  selection: selectionSchema,
  seats: seatsRuleSchema.default('all-or-nothing'),
})
export type BulkRequest = z.infer<typeof bulkRequestSchema>

/** Starts a job; with `expected`, only while the selection still has as many users as the preview said. */
export const startBulkJobSchema = bulkRequestSchema.extend({ expected: z.int().nonnegative().optional() })

/** What a job would do now. */
export const bulkPreviewSchema = z.strictObject({
  /** Users of the selection. */
  total: z.int().nonnegative(),
  /** Of these: whom it would change, */
  changed: z.int().nonnegative(),
  /** who is so already, */
  unchanged: z.int().nonnegative(),
  /** and to whom it can't be done. */
  refused: z.array(z.strictObject({ reason: refusalReasonSchema, count: z.int().positive() })),
  /** For a licence that is given: seats that it needs, and what is left of it. */
  seats: z.strictObject({ needed: z.int().nonnegative(), left: z.int().nonnegative(), licence: licenceSchema }).nullable(),
})
export type BulkPreview = z.infer<typeof bulkPreviewSchema>

/**
 * `uploaded`, `checking` and `ready` are an import's, before it begins. A job that is `stopped` or has `failed` can be
 * resumed; `done` is the end.
 */
const jobStates = [
  'uploaded',
  'checking',
  'ready',
  'waiting',
  'running',
  'stopping',
  'stopped',
  'failed',
  'done',
] as const

export const jobSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['bulk', 'import', 'undo']),
  state: z.enum(jobStates),
  /** Of a bulk change, or of the one that is undone; null for an import. */
  action: jobActionSchema.nullable(),
  /** Names of the licences that the action speaks of, by their ids, as they were. */
  licenceNames: z.record(z.string(), z.string()),
  /** For an import. */
  fileName: z.string().nullable(),
  authorEmail: z.string(),
  /** Milliseconds since the epoch. */
  createdAt: z.int(),
  endedAt: z.int().nullable(),
  /** Users or rows in all, and what came of those that are through. */
  total: z.int().nonnegative(),
  done: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  /** Why it has failed: the person who began it may not any more, or the workspace had a problem. */
  problem: z.enum(['not-allowed', 'internal', 'file-not-valid', 'too-many-rows']).nullable(),
  /** Whether its opposite can be done. */
  canUndo: z.boolean(),
  /** The job that this one undoes. */
  undoes: z.string().nullable(),
  /** The job that undid this one. */
  undoneBy: z.string().nullable(),
})
export type Job = z.infer<typeof jobSchema>

export const jobsSchema = z.strictObject({ jobs: z.array(jobSchema) })

const jobResultSchema = z.strictObject({
  /** Counts from 1: the user's place in the job, or the row of the file below its head. */
  position: z.int().positive(),
  userId: z.string().nullable(),
  email: z.string(),
  name: z.string(),
  state: z.enum(['pending', 'done', 'unchanged', 'refused']),
  reasons: z.array(refusalReasonSchema),
})
export type JobResult = z.infer<typeof jobResultSchema>

/** `after`: the position where the page before ended. */
export const jobResultsQuerySchema = z.object({
  state: jobResultSchema.shape.state.optional(),
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
})
export type JobResultsQuery = z.infer<typeof jobResultsQuerySchema>

export const jobResultsSchema = z.strictObject({
  results: z.array(jobResultSchema),
  /** For the next page, where there is one. */
  next: z.int().nullable(),
})
