import { setImmediate } from 'node:timers/promises'
import type { Lane } from '../database/job-tables'
import { checkImport } from '../imports/check-import'
import { describeError, type Log } from '../log'
import { claimJob, type ClaimedJob, type Worker } from './claim-job'
import { failJob, workOnJob, type Step } from './work-on-job'

/** How often a job is tried again where its work breaks off for no reason of its own. */
const mostTries = 3

/** How the jobs of a lane are worked on. */
export interface JobLane {
  readonly name: Lane
  /** This instance can't do the work, and takes only what is to stop. */
  readonly isToStopAlone?: boolean
  /** @returns Does the next step of a claimed job. */
  readonly begin: (worker: Worker, job: ClaimedJob, isStopping: () => boolean) => () => Promise<Step>
}

const changes: JobLane = {
  name: 'changes',
  begin: (worker, { id, state }, isStopping) => {
    if (state === 'running') return workOnJob(worker, id)
    return async () => {
      await checkImport(worker, id, isStopping)
      return 'ended'
    }
  },
}

/**
 * Works on a lane's next job until it ends, or is put off.
 *
 * @param isStopping Asked between two steps; the rest of the job is left to whoever goes on.
 * @returns False when there was nothing to do.
 */
export async function workOnNextJob(worker: Worker, log: Log, isStopping: () => boolean, lane = changes): Promise<boolean> {
  const job = await claimJob(worker, lane.name, lane.isToStopAlone)
  if (job === null) return false
  log('job-claimed', { job: job.id, instance: worker.instanceId })
  const nextStep = lane.begin(worker, job, isStopping)
  let failures = 0
  let step: Step = 'more'
  while (step === 'more' && !isStopping()) {
    try {
      step = await nextStep()
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

/** Works on the jobs of a lane one after the other. */
export function runJobs(worker: Worker, log: Log, every: number, lane?: JobLane): JobsRunner {
  return keepWorking((isStopping) => workOnNextJob(worker, log, isStopping, lane), log, every)
}

/**
 * Does one thing after the other, as soon as it is woken and every so often, for what other instances began or left behind.
 *
 * @param workOnNext Does the next thing; false when there was nothing to do.
 * @param every Milliseconds.
 */
export function keepWorking(workOnNext: (isStopping: () => boolean) => Promise<boolean>, log: Log, every: number): JobsRunner {
  const stopping = new AbortController()
  const isStopping = (): boolean => stopping.signal.aborted
  let wakings = 0
  let working: Promise<void> | null = null

  async function work(): Promise<void> {
    try {
      // Woken while it finds nothing more, it looks again.
      for (let heard = -1; heard !== wakings && !isStopping(); ) {
        heard = wakings
        while (!isStopping() && (await workOnNext(isStopping)));
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
