import { z } from 'zod'

/** What the system does with `parley:` links: opens them in Parley, in another program, in none; `unknown` where it doesn't say. */
export const linkStatusSchema = z.enum(['ours', 'other', 'none', 'unknown'])
export type LinkStatus = z.infer<typeof linkStatusSchema>
