import { setImmediate } from 'node:timers/promises'
import { checkImport } from '../imports/check-import'
import { describeError, type Log } from '../log'
import { claimJob, type Worker } from './claim-job'
import { failJob, workOnJob, type Step } from './work-on-job'

/** How often a job is tried again where its work breaks off for no reason of its own. */
const mostTries = 3

/**
 * Works on the next job until it ends.
 *
 * @param isStopping Asked between two transactions; the rest of the job is left to whoever goes on.
 * @returns False when there was nothing to do.
 */
export async function workOnNextJob(worker: Worker, log: Log, isStopping: () => boolean): Promise<boolean> {
  const job = await claimJob(worker)
  if (job === null) return false
  log('job-claimed', { job: job.id, instance: worker.instanceId })
  let failures = 0
  let step: Step = 'more'
  while (step === 'more' && !isStopping()) {
    try {
      if (job.state === 'checking') {
        await checkImport(worker, job.id, isStopping)
        step = 'ended'
      } else step = await workOnJob(worker, job.id)
      failures = 0
    } catch (error) {
      failures += 1
      log('job-broke-off', { job: job.id, tries: failures, problem: describeError(error) })
      if (failures === mostTries) {
        await failJob(worker, job.id)
        step = 'ended'
      }
    }
    // Requests have their turn: a SQLite's transaction keeps everything else waiting while it lasts.
    await setImmediate()
  }
  log('job-left', { job: job.id, step })
  return true
}

export interface JobsRunner {
  /** Says that there is something to do. */
  wake(): void
  /** Aborted when the work stops: whoever reports on it stops too. */
  readonly stopping: AbortSignal
  /** Waits for the transaction that is under way, and leaves the rest to others or to the next start. */
  stop(): Promise<void>
}

/**
 * Works on jobs one after the other, as soon as it is woken and every so often, for what other instances began or left
 * behind.
 *
 * @param every Milliseconds.
 */
export function runJobs(worker: Worker, log: Log, every: number): JobsRunner {
  const stopping = new AbortController()
  const isStopping = (): boolean => stopping.signal.aborted
  let wakings = 0
  let working: Promise<void> | null = null

  async function work(): Promise<void> {
    try {
      // Woken while it finds nothing more, it looks again.
      for (let heard = -1; heard !== wakings && !isStopping(); ) {
        heard = wakings
        while (!isStopping() && (await workOnNextJob(worker, log, isStopping)));
      }
    } catch (error) {
      log('jobs-failed', { problem: describeError(error) })
    } finally {
      working = null
    }
  }

  const wake = () => {
    wakings += 1
    if (!isStopping()) working ??= work()
  }
  const timer = setInterval(wake, every).unref()
  // What an earlier run left behind is not in the way of the first requests.
  const first = setTimeout(wake, 1_000).unref()
  return {
    wake,
    stopping: stopping.signal,
    stop: async () => {
      stopping.abort()
      clearTimeout(first)
      clearInterval(timer)
      await working
    },
  }
}
