import { z } from 'zod'
import { selectionSchema } from './bulk-jobs'

/** So many links are made at once at most. */
export const mostPasswordLinks = 5_000

/**
 * `POST /users/password-links`: a link for the first password of each who has never signed in, of a selection or of those whom an
 * import made. `invalid` where they are more than `mostPasswordLinks`, `mail-needed` where they can't be mailed.
 */
export const makePasswordLinksSchema = z.strictObject({
  of: z.union([selectionSchema, z.strictObject({ kind: z.literal('import'), jobId: z.string().min(1).max(100) })]),
  /** Each link goes to its user, and is told to nobody else. */
  isMailed: z.boolean().default(false),
})
export type MakePasswordLinks = z.output<typeof makePasswordLinksSchema>
export type PasswordLinksOf = MakePasswordLinks['of']

/** The one time that the links are told. */
export const passwordLinksSchema = z.strictObject({
  made: z.int().nonnegative(),
  /** Who has signed in already, is switched off, or is not to be managed by whoever asks. */
  leftOut: z.int().nonnegative(),
  /** A CSV file: `email,name,link,ends`; null where the links are mailed. */
  csv: z.string().nullable(),
  /** The job that mails them; null where none are. */
  jobId: z.string().nullable(),
})
export type PasswordLinks = z.infer<typeof passwordLinksSchema>
