import { z } from 'zod'

/** Whether someone can be reached right now; `unknown` where the workspace does not tell. */
const presenceSchema = z.enum(['online', 'busy', 'away', 'offline', 'unknown'])
export type Presence = z.infer<typeof presenceSchema>

/** Someone of the account's company. */
export const contactSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  email: z.string(),
  presence: presenceSchema,
})
export type Contact = z.infer<typeof contactSchema>
