import { z } from 'zod'

/** What *Save diagnostics* would put into the zip file, for the person to read first. */
export const diagnosticsSchema = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), text: z.string() })),
})
export type Diagnostics = z.infer<typeof diagnosticsSchema>

/** What came of saving it. */
export const diagnosticsSavedSchema = z.enum(['saved', 'cancelled', 'failed'])
export type DiagnosticsSaved = z.infer<typeof diagnosticsSavedSchema>

/** Crash reports on this computer. */
export const crashReportsSchema = z.strictObject({
  count: z.int().nonnegative(),
  /** All together, in bytes. */
  size: z.int().nonnegative(),
  /** Absolute path of their folder. */
  folder: z.string(),
  /** Whether new ones are sent to where the policy says; where it has changed, that is from the next start on. */
  isSending: z.boolean(),
})
export type CrashReports = z.infer<typeof crashReportsSchema>
