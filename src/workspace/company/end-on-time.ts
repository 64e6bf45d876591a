import type { Worker } from '../jobs/claim-job'
import { describeError, type Log } from '../log'
import { deleteEndedCompanies, nextDeletion } from './delete-company'

/** Does something once, so many milliseconds later. Gives the function that has it not happen. */
export type Later = (run: () => void, milliseconds: number) => () => void

/** What an earlier run left behind is not in the way of the first requests, milliseconds. */
const first = 1_000

/** The longest that it waits: clocks are set, computers sleep, and other instances are asked, too. Milliseconds. */
export const longestWait = 5 * 60_000

/** The shortest: what failed just now is not tried again at once. Milliseconds. */
export const shortestWait = 1_000

/**
 * Deletes companies when their time to be kept is over: looks when the next one is due and at least every few minutes.
 *
 * @returns Waits for the transaction that is under way, and stops.
 */
export function endCompaniesOnTime(worker: Worker, log: Log, later: Later): () => Promise<void> {
  let isStopped = false
  let working: Promise<void> = Promise.resolve()
  let cancel = later(look, first)

  function look(): void {
    working = work().then((next) => {
      if (!isStopped) cancel = later(look, next)
    })
  }

  /** @returns How long to wait then. */
  async function work(): Promise<number> {
    try {
      await deleteEndedCompanies(worker, log, () => isStopped)
      const due = (await nextDeletion(worker.db)) ?? Infinity
      return Math.min(longestWait, Math.max(shortestWait, due - worker.now()))
    } catch (error) {
      log('deletion-failed', { problem: describeError(error) })
      return longestWait
    }
  }

  return async () => {
    isStopped = true
    cancel()
    await working
  }
}
