import { z } from 'zod'

/** Where a page of the users' table ended: the stretch, what its last user is sorted by, and that user's id. */
export const usersCursorSchema = z.tuple([
  z.string(),
  z.array(z.union([z.string().regex(/^[^\0]*$/), z.int()])).min(1).max(2),
  z.string().regex(/^[\w-]*$/),
])
export type UsersCursor = z.infer<typeof usersCursorSchema>
