import { setTimeout } from 'node:timers/promises'
import type { Job } from '../../contract/bulk-jobs'
import type { WorkspaceDatabase } from '../database/sqlite'
import { findJob } from './find-jobs'

const ended: ReadonlySet<Job['state']> = new Set(['uploaded', 'ready', 'stopped', 'failed', 'done'])

/** Milliseconds between two looks: whichever instance works on the job, the database knows. */
const pause = 250
/** Looks without news, after which a sign of life goes out: proxies close connections that are silent. */
const silence = 60

/**
 * Gives a job as it is, then whenever it has changed, until it stands still. Null is a sign of life.
 *
 * @param now Milliseconds since the epoch.
 * @param stopping Ends it early.
 */
export async function* watchJob(
  db: WorkspaceDatabase,
  companyId: string,
  jobId: string,
  now: () => number,
  stopping: AbortSignal,
): AsyncGenerator<Job | null, void, undefined> {
  let known = ''
  for (let looks = 1; !stopping.aborted; looks += 1) {
    const job = await findJob(db, companyId, jobId, now())
    if (job === null) return
    const shown = JSON.stringify(job)
    if (shown !== known) yield job
    else if (looks % silence === 0) yield null
    known = shown
    if (ended.has(job.state)) return
    await setTimeout(pause)
  }
}
