import type { Selectable } from 'kysely'
import type { Job } from '../../contract/bulk-jobs'
import type { Tables } from '../database/tables'
import { importPlanSchema } from '../imports/import-plan'
import { removalTime } from '../users/keep-removed'
import { hasOpposite, jobPlanSchema, undoPlanSchema } from './plan'

export type JobRow = Selectable<Tables['job']> & { readonly undoneBy: string | null }

function stateOf({ state, wantsStop, leaseOwner }: JobRow): Job['state'] {
  if (state !== 'running') return state
  if (wantsStop === 1) return 'stopping'
  return leaseOwner === null ? 'waiting' : 'running'
}

function planOf({ kind, plan }: JobRow): Pick<Job, 'action' | 'licenceNames' | 'fileName'> {
  const stored: unknown = JSON.parse(plan)
  if (kind === 'import') return { action: null, licenceNames: {}, fileName: importPlanSchema.parse(stored).file.name }
  const { action, licenceNames } = kind === 'bulk' ? jobPlanSchema.parse(stored) : undoPlanSchema.parse(stored)
  return { action, licenceNames, fileName: null }
}

function canUndo({ kind, state, done, undoneBy, createdAt }: JobRow, action: Job['action'], now: number): boolean {
  const hasEnded = state === 'done' || state === 'stopped' || state === 'failed'
  const canBe = kind === 'import' || (kind === 'bulk' && action !== null && hasOpposite(action))
  // What a removal took is not kept for as long as its job.
  const isLate = action?.type === 'remove' && now > createdAt + removalTime
  return hasEnded && canBe && !isLate && done > 0 && undoneBy === null
}

/**
 * A job as the console and the API show it.
 *
 * @param now Milliseconds since the epoch.
 */
export function toJob(row: JobRow, now: number): Job {
  const plan = planOf(row)
  const { id, kind, authorEmail, createdAt, endedAt, total, done, unchanged, refused, problem, undoes, undoneBy } = row
  return {
    id,
    kind,
    state: stateOf(row),
    ...plan,
    authorEmail,
    createdAt,
    endedAt,
    total,
    done,
    unchanged,
    refused,
    problem,
    canUndo: canUndo(row, plan.action, now),
    undoes,
    undoneBy,
  }
}
