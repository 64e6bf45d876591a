import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { jobsOf } from './find-jobs'
import { jobPlanSchema } from './plan'
import type { JobAuthor } from './preview-bulk-job'
import { keepForJob } from './start-bulk-job'
import { toJob } from './to-job'

/** `wrong-state`: there is nothing to stop, to resume or to undo. */
export type Direction = 'done' | 'not-found' | 'wrong-state' | 'no-seats-left'

/** Asks whoever works on a job to stop after the users that are under way. What was done stays. */
export async function stopJob(db: WorkspaceDatabase, companyId: string, jobId: string): Promise<Direction> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ wantsStop: 1 })
    .where('id', '=', jobId)
    .where('companyId', '=', companyId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return 'done'
  const known = await db.selectFrom('job').where('id', '=', jobId).where('companyId', '=', companyId).select('id').executeTakeFirst()
  return known === undefined ? 'not-found' : 'wrong-state'
}

/** Lets a job that was stopped, or that failed, go on with the users that are left. Who resumes it answers for it. */
export async function resumeJob(
  db: WorkspaceDatabase,
  { companyId, actor }: JobAuthor,
  jobId: string,
): Promise<Direction> {
  return inTransaction(db, async (transaction) => {
    const row = await transaction
      .selectFrom('job')
      .where('id', '=', jobId)
      .where('companyId', '=', companyId)
      .select(['kind', 'plan', 'state', 'done', 'unchanged', 'refused', 'total'])
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return 'not-found'
    const isUndone = await transaction.selectFrom('job').where('undoes', '=', jobId).select('id').executeTakeFirst()
    const isOpen = (row.state === 'stopped' || row.state === 'failed') && row.total > row.done + row.unchanged + row.refused
    if (!isOpen || isUndone !== undefined) return 'wrong-state'
    if (row.kind === 'bulk') {
      const kept = await keepForJob(transaction, jobId, jobPlanSchema.parse(JSON.parse(row.plan)))
      if (kept === 'too-few') return 'no-seats-left'
    }
    await transaction
      .updateTable('job')
      .set({
        state: 'running',
        problem: null,
        endedAt: null,
        authorId: actor.accountId,
        authorEmail: actor.email,
        notBefore: null,
        tries: 0,
      })
      .where('id', '=', jobId)
      .execute()
    return 'done'
  })
}

/**
 * Begins the opposite of a job that has ended: of the users that it changed, those who have since been left as it made
 * them. A job is undone once.
 *
 * @param now Milliseconds since the epoch.
 */
export async function undoJob(
  db: WorkspaceDatabase,
  { companyId, actor }: JobAuthor,
  jobId: string,
  now: number,
): Promise<{ readonly id: string } | Exclude<Direction, 'done'>> {
  return inTransaction(db, async (transaction) => {
    // The lock makes those who undo at once wait for each other.
    await transaction.selectFrom('job').where('id', '=', jobId).select('id').forUpdate().execute()
    const row = await jobsOf(transaction, companyId).where('job.id', '=', jobId).executeTakeFirst()
    if (row === undefined) return 'not-found'
    const job = toJob(row, now)
    if (!job.canUndo) return 'wrong-state'
    const id = randomUUID()
    await transaction
      .insertInto('job')
      .values({
        id,
        companyId,
        kind: 'undo',
        state: 'running',
        plan: JSON.stringify({ action: job.action, licenceNames: job.licenceNames }),
        authorId: actor.accountId,
        authorEmail: actor.email,
        createdAt: now,
        total: job.done,
        undoes: jobId,
      })
      .execute()
    await transaction
      .insertInto('jobItem')
      .columns(['jobId', 'position', 'accountId', 'email', 'name', 'state', 'input'])
      .expression(
        transaction
          .selectFrom('jobItem')
          .where('jobId', '=', jobId)
          .where('state', '=', 'done')
          .select([
            sql<string>`cast(${id} as text)`.as('jobId'),
            'position',
            'accountId',
            'email',
            'name',
            sql<'pending'>`'pending'`.as('state'),
            'opposite as input',
          ]),
      )
      .execute()
    return { id }
  })
}
