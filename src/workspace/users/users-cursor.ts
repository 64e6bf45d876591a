import { z } from 'zod'

/** Where a page of the users' table ended: the stretch, what its last user is sorted by, and that user's id. */
const cursorSchema = z.tuple([
  z.string(),
  z.array(z.union([z.string().regex(/^[^\0]*$/), z.int()])).min(1).max(2),
  z.string().regex(/^[\w-]*$/),
])
export type UsersCursor = z.infer<typeof cursorSchema>

/** Writes where a page ended. It is opaque to callers and holds nothing that they were not shown. */
export function writeCursor(cursor: UsersCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** Reads where the page before ended; null when it is not one of ours. */
export function readCursor(text: string): UsersCursor | null {
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
