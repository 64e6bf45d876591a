import { z } from 'zod'
import { bulkActionSchema, jobActionSchema, seatsRuleSchema, type JobAction, type RefusalReason } from '../../contract/bulk-jobs'

const licenceNamesSchema = z.record(z.string(), z.string())

/** What of a bulk change is kept with its job. */
export const bulkPlanSchema = z.object({
  action: bulkActionSchema,
  seats: seatsRuleSchema,
  licenceNames: licenceNamesSchema,
})
export type BulkPlan = z.infer<typeof bulkPlanSchema>

/** The same of any job that is no import and no undoing, a mailing too. */
export const jobPlanSchema = bulkPlanSchema.extend({ action: jobActionSchema })
export type JobPlan = z.infer<typeof jobPlanSchema>

/** What of an undoing is kept: the action that is undone, or null for an import. */
export const undoPlanSchema = z.object({ action: bulkActionSchema.nullable(), licenceNames: licenceNamesSchema })

/** What would undo what was done to one user; it is the input of the job that does so. */
export const oppositeSchema = z.union([
  z.object({ give: z.array(z.string()), takeBack: z.array(z.string()) }),
  z.object({ role: z.enum(['administrator', 'user-manager', 'member']) }),
  z.object({ active: z.boolean() }),
  z.object({ remove: z.enum(['for-good', 'from-company']) }),
  z.object({ restore: z.literal(true) }),
])
export type Opposite = z.infer<typeof oppositeSchema>

/** One user or row of a job. */
export interface WorkItem {
  readonly position: number
  readonly accountId: string | null
  readonly email: string
  readonly name: string
  /** JSON, or null. */
  readonly input: string | null
}

/** What came of it. */
export interface ItemResult {
  readonly position: number
  readonly state: 'done' | 'unchanged' | 'refused'
  readonly reasons: readonly RefusalReason[]
  readonly opposite: Opposite | null
}

export function refused(position: number, ...reasons: RefusalReason[]): ItemResult {
  return { position, state: 'refused', reasons, opposite: null }
}

export function unchanged(position: number): ItemResult {
  return { position, state: 'unchanged', reasons: [], opposite: null }
}

export function done(position: number, opposite: Opposite | null): ItemResult {
  return { position, state: 'done', reasons: [], opposite }
}

/** Ids of the licences that an action speaks of. */
export function licencesOf(action: JobAction): string[] {
  switch (action.type) {
    case 'assign-licence':
    case 'take-back-licence':
      return [action.licenceId]
    case 'change-licence':
      return [action.from, action.to]
    default:
      return []
  }
}

/** Id of the licence that an action gives, or null. */
export function givenLicenceOf(action: JobAction): string | null {
  if (action.type === 'assign-licence') return action.licenceId
  return action.type === 'change-licence' ? action.to : null
}

/** Tells whether what an action did can be taken back. */
export function hasOpposite({ type }: JobAction): boolean {
  return type !== 'end-sessions' && type !== 'mail-password-links'
}
