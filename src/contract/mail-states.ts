import { z } from 'zod'

/**
 * What kept a mail from being sent: the mail server takes none to this address; it can't be reached, or takes none of the
 * workspace's; it took this one not yet; or nobody knows whether it took it.
 */
const mailProblems = ['refused', 'no-server', 'not-now', 'in-doubt'] as const
export type MailProblem = (typeof mailProblems)[number]

/** How a mail stands that is not sent. */
export const mailStateSchema = z.strictObject({
  /** `failed`: given up. */
  state: z.enum(['waiting', 'failed']),
  /** Null for one that was not tried yet. */
  problem: z.enum(mailProblems).nullable(),
  /** Whom it is for. */
  email: z.string(),
  /** Since when, milliseconds since the epoch. */
  createdAt: z.int(),
  /** When it is tried again, milliseconds since the epoch; null for at once, or for never. */
  nextTryAt: z.int().nullable(),
})
export type MailState = z.infer<typeof mailStateSchema>
