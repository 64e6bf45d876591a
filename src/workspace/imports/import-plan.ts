import { z } from 'zod'
import { checkImportSchema, importFileSchema } from '../../contract/imports'
import { roleSchema } from '../../contract/session'

/** What of an import is kept with its job. */
export const importPlanSchema = z.object({
  file: importFileSchema,
  /** What it was checked with, or null before. */
  check: checkImportSchema.nullable(),
})
export type ImportPlan = z.infer<typeof importPlanSchema>

/** What is kept of a row beside e-mail and name. */
export const importInputSchema = z.object({
  role: roleSchema,
  language: z.string(),
  licenceId: z.string().nullable(),
})
