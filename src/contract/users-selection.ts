import { z } from 'zod'
import { usersFilterSchema } from './users-filter'

const idsSchema = z.array(z.string().min(1).max(100)).max(10_000)

/**
 * Users that something is to be done to: these, or all that match a filter at the time when it is done, except those
 * that were taken out by hand.
 */
export const usersSelectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids: idsSchema.min(1) }),
  z.strictObject({ kind: z.literal('all'), filter: usersFilterSchema, except: idsSchema.default([]) }),
])
export type UsersSelection = z.infer<typeof usersSelectionSchema>
