import { z } from 'zod'

/** Whether a page uses the microphone, and whether it is open there. */
export const microphoneUseSchema = z.enum(['unused', 'open', 'muted'])
export type MicrophoneUse = z.infer<typeof microphoneUseSchema>
