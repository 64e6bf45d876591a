import type { WorkspaceDatabase } from '../database/sqlite'
import { applyImport } from '../imports/apply-import'
import type { Actor } from '../users/may-manage'
import { applyLicences, undoLicences } from './apply-licences'
import { applyToUsers, undoRemovals, undoUsers } from './apply-users'
import { bulkPlanSchema, undoPlanSchema, type ItemResult, type WorkItem } from './plan'

/** Some users of a job, and all that is needed to change them inside one transaction. */
export interface Work {
  readonly transaction: WorkspaceDatabase
  readonly jobId: string
  readonly companyId: string
  readonly actor: NonNullable<Actor>
  readonly items: readonly WorkItem[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** How a job's users are changed. */
export interface Way {
  /** How many in one transaction. While it lasts, other requests to a SQLite wait. */
  readonly atOnce: number
  apply(work: Work): Promise<ItemResult[]>
}

const inOneStatement = 500
const oneByOne = 50

/** Reads from a job's plan how its users are to be changed. */
export function wayOf({ kind, plan }: { readonly kind: 'bulk' | 'import' | 'undo'; readonly plan: string }): Way {
  const stored: unknown = JSON.parse(plan)
  if (kind === 'import') return { atOnce: inOneStatement, apply: applyImport }
  const isUndo = kind === 'undo'
  const { action } = isUndo ? undoPlanSchema.parse(stored) : bulkPlanSchema.parse(stored)
  if (action === null) return { atOnce: oneByOne, apply: (work) => undoUsers(work, null) }
  switch (action.type) {
    case 'assign-licence':
    case 'change-licence':
    case 'take-back-licence':
      return { atOnce: inOneStatement, apply: (work) => (isUndo ? undoLicences(work) : applyLicences(work, action)) }
    case 'remove':
      return { atOnce: oneByOne, apply: (work) => (isUndo ? undoRemovals(work) : applyToUsers(work, action)) }
    default:
      return { atOnce: oneByOne, apply: (work) => (isUndo ? undoUsers(work, action) : applyToUsers(work, action)) }
  }
}
