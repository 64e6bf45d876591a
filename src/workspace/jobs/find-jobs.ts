import type { Job, JobResult, JobResultsQuery } from '../../contract/bulk-jobs'
import { refusalReasonSchema } from '../../contract/bulk-jobs'
import type { WorkspaceDatabase } from '../database/sqlite'
import { toJob } from './to-job'

/** Jobs that a list shows. */
const mostJobs = 100

export function jobsOf(db: WorkspaceDatabase, companyId: string) {
  return db
    .selectFrom('job')
    .leftJoin('job as undoing', 'undoing.undoes', 'job.id')
    .where('job.companyId', '=', companyId)
    .selectAll('job')
    .select('undoing.id as undoneBy')
}

/**
 * The company's jobs, the newest first.
 *
 * @param now Milliseconds since the epoch.
 */
export async function listJobs(db: WorkspaceDatabase, companyId: string, now: number): Promise<Job[]> {
  const rows = await jobsOf(db, companyId)
    .orderBy('job.createdAt', 'desc')
    .orderBy('job.id', 'desc')
    .limit(mostJobs)
    .execute()
  return rows.map((row) => toJob(row, now))
}

/**
 * One job of the company, or null.
 *
 * @param now Milliseconds since the epoch.
 */
export async function findJob(db: WorkspaceDatabase, companyId: string, jobId: string, now: number): Promise<Job | null> {
  const row = await jobsOf(db, companyId).where('job.id', '=', jobId).executeTakeFirst()
  return row === undefined ? null : toJob(row, now)
}

/** A page of what came of a job's users, in their order. */
export async function listResults(
  db: WorkspaceDatabase,
  jobId: string,
  { state, after, limit }: JobResultsQuery,
): Promise<{ results: JobResult[]; next: number | null }> {
  let found = db.selectFrom('jobItem').where('jobId', '=', jobId).where('position', '>', after)
  if (state !== undefined) found = found.where('state', '=', state)
  const rows = await found
    .orderBy('position')
    .limit(limit + 1)
    .select(['position', 'accountId', 'email', 'name', 'state', 'reasons'])
    .execute()
  const shown = rows.slice(0, limit)
  return {
    results: shown.map(({ accountId, reasons, ...result }) => ({
      ...result,
      userId: accountId,
      reasons: refusalReasonSchema.array().parse(reasons.split(' ').filter((reason) => reason !== '')),
    })),
    next: rows.length > limit ? (shown.at(-1)?.position ?? null) : null,
  }
}
