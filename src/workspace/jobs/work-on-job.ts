import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { lockAccounts } from '../licences/change-many-seats'
import { wayOf, type Work } from './apply'
import { heldJob, type Worker } from './claim-job'
import { findActor } from './job-actor'
import { releaseSeats } from './keep-seats'
import type { ItemResult } from './plan'
import { saveResults } from './save-results'

/** `lost`: another instance has the job by now. `put-off`: it goes on later. */
export type Step = 'more' | 'ended' | 'lost' | 'put-off'

/**
 * Does a claimed job, some users at each step, in one transaction: the changes, their events, what came of each user, the
 * job's figures and the worker's lease are there together or not at all. So whenever a worker dies, whoever goes on
 * finds exactly those undone that are not done.
 *
 * @returns Does the next step. It remembers how far it came: a database that has to find that out passes over all who are done.
 */
export function workOnJob(worker: Worker, jobId: string): () => Promise<Step> {
  let after = 0
  return async () => {
    const { step, last } = await workFrom(worker, jobId, after)
    after = last
    return step
  }
}

/** @param after Position behind which the users are that are left. */
async function workFrom({ db, instanceId, now, lease }: Worker, jobId: string, after: number): Promise<{ step: Step; last: number }> {
  const ended = (step: Step) => ({ step, last: after })
  return inTransaction(db, async (transaction) => {
    const job = await heldJob(transaction, { instanceId }, jobId).where('state', '=', 'running').executeTakeFirst()
    if (job === undefined) return ended('lost')
    if (job.wantsStop === 1) return ended(await endJob(transaction, job, { state: 'stopped' }, now()))
    const actor = await findActor(transaction, job)
    if (actor === null) return ended(await endJob(transaction, job, { state: 'failed', problem: 'not-allowed' }, now()))

    const way = wayOf(job)
    const items = await transaction
      .selectFrom('jobItem')
      .where('jobId', '=', jobId)
      .where('state', '=', 'pending')
      .where('position', '>', after)
      .orderBy('position')
      .limit(way.atOnce)
      .select(['position', 'accountId', 'email', 'name', 'input'])
      .execute()
    const last = items.at(-1)?.position
    if (last === undefined) return ended(await endJob(transaction, job, { state: 'done' }, now()))

    const work: Work = { transaction, jobId, companyId: job.companyId, actor, items, now: now() }
    const { results, keptSeats } = await applyWithKeptSeats(work, job, (using) => way.apply(using))
    await saveResults(transaction, jobId, results)
    const count = (state: ItemResult['state']) => results.filter((result) => result.state === state).length
    await transaction
      .updateTable('job')
      .set((is) => ({
        done: is('done', '+', count('done')),
        unchanged: is('unchanged', '+', count('unchanged')),
        refused: is('refused', '+', count('refused')),
        keptSeats,
        leaseEndsAt: now() + lease,
      }))
      .where('id', '=', jobId)
      .execute()
    return { step: 'more', last }
  })
}

interface JobRow {
  readonly id: string
  readonly companyId: string
  readonly authorId: string
  readonly keptLicenceId: string | null
  readonly keptSeats: number
}

/**
 * Lends the job's kept seats to the work and takes back what it did not need, with the licence locked in between: nobody
 * sees them free. Accounts are locked first, as everywhere.
 */
async function applyWithKeptSeats(
  work: Work,
  job: JobRow,
  apply: (work: Work) => Promise<ItemResult[]>,
): Promise<{ results: ItemResult[]; keptSeats: number }> {
  const { keptLicenceId } = job
  if (keptLicenceId === null || job.keptSeats === 0) return { results: await apply(work), keptSeats: 0 }
  const accountIds = work.items.flatMap(({ accountId }) => accountId ?? [])
  await lockAccounts(work.transaction, work.companyId, accountIds)
  await releaseSeats(work.transaction, job)
  const results = await apply(work)
  const used = results.filter(({ state }) => state === 'done').length
  const keptSeats = Math.max(0, job.keptSeats - used)
  await releaseSeats(work.transaction, { keptLicenceId, keptSeats: -keptSeats })
  return { results, keptSeats }
}

/** Ends a job, gives back what it kept, and lets go of it. */
export async function endJob(
  transaction: WorkspaceDatabase,
  job: JobRow,
  outcome: { readonly state: 'done' | 'stopped' | 'failed'; readonly problem?: 'not-allowed' | 'internal' },
  now: number,
): Promise<'ended'> {
  await releaseSeats(transaction, job)
  await transaction
    .updateTable('job')
    .set({
      problem: null,
      ...outcome,
      wantsStop: 0,
      keptLicenceId: null,
      keptSeats: 0,
      endedAt: now,
      leaseOwner: null,
      leaseEndsAt: null,
      notBefore: null,
    })
    .where('id', '=', job.id)
    .execute()
  return 'ended'
}

/** Ends a claimed job that can't go on. */
export async function failJob({ db, instanceId, now }: Worker, jobId: string): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const job = await heldJob(transaction, { instanceId }, jobId).executeTakeFirst()
    if (job !== undefined) await endJob(transaction, job, { state: 'failed', problem: 'internal' }, now())
  })
}
