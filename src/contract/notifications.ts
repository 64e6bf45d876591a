import { z } from 'zod'

/** How things stand with the system's notifications. */
export const notificationStatusSchema = z.strictObject({
  /** The system's own *Do not disturb*; `unknown` where it can't be read. */
  doNotDisturb: z.enum(['on', 'off', 'unknown']),
})
export type NotificationStatus = z.infer<typeof notificationStatusSchema>

/** What came of a notification for trial: `quiet` when Parley's own quiet time holds it back. */
export const notificationTrialSchema = z.enum(['shown', 'quiet', 'failed'])
export type NotificationTrial = z.infer<typeof notificationTrialSchema>
