import { z } from 'zod'

/** What *Save diagnostics* would put into the zip file, for the person to read first. */
export const diagnosticsSchema = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), text: z.string() })),
})
export type Diagnostics = z.infer<typeof diagnosticsSchema>

/** What came of saving it. */
export const diagnosticsSavedSchema = z.enum(['saved', 'cancelled', 'failed'])
export type DiagnosticsSaved = z.infer<typeof diagnosticsSavedSchema>

/** Crash reports on this computer; they are sent nowhere. */
export const crashReportsSchema = z.strictObject({
  count: z.int().nonnegative(),
  /** All together, in bytes. */
  size: z.int().nonnegative(),
})
export type CrashReports = z.infer<typeof crashReportsSchema>
