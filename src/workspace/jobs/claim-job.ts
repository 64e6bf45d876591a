import { inTransaction } from '../database/in-transaction'
import type { Lane } from '../database/job-tables'
import type { WorkspaceDatabase } from '../database/sqlite'

/** Who works on jobs, and with which clock. */
export interface Worker {
  readonly db: WorkspaceDatabase
  /** Names this instance among those on the same database. */
  readonly instanceId: string
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** How long an instance that says nothing is believed to be alive, milliseconds. */
  readonly lease: number
}

/** A job that this instance alone works on. */
export interface ClaimedJob {
  readonly id: string
  readonly state: 'checking' | 'running'
}

/**
 * Takes the oldest job of a lane whose time has come and that nobody works on, or whose worker has let its lease run out. Of several instances that ask
 * at once each gets another job. A worker whose job was taken over in the meantime notices in its next transaction.
 *
 * @param isToStopAlone Takes only what is to stop: for who can't do the work itself.
 * @returns Null when there is nothing to do.
 */
export async function claimJob(
  { db, instanceId, now, lease }: Worker,
  lane: Lane = 'changes',
  isToStopAlone = false,
): Promise<ClaimedJob | null> {
  const moment = now()
  return inTransaction(db, async (transaction) => {
    const found = await transaction
      .selectFrom('job')
      .where('state', 'in', ['checking', 'running'])
      .where('lane', '=', lane)
      .$if(isToStopAlone, (found) => found.where('wantsStop', '=', 1))
      .where((is) => is.or([is('leaseOwner', 'is', null), is('leaseEndsAt', '<=', moment)]))
      // What is to stop waits for nothing.
      .where((is) => is.or([is('notBefore', 'is', null), is('notBefore', '<=', moment), is('wantsStop', '=', 1)]))
      .orderBy('createdAt')
      .orderBy('id')
      .limit(1)
      .select(['id', 'state'])
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (found === undefined) return null
    await transaction
      .updateTable('job')
      .set({ leaseOwner: instanceId, leaseEndsAt: moment + lease })
      .where('id', '=', found.id)
      .execute()
    return { id: found.id, state: found.state === 'checking' ? 'checking' : 'running' }
  })
}

/** Makes every lease void: for the one instance of a database that nobody else opens, as it starts. */
export async function endAllLeases(db: WorkspaceDatabase): Promise<void> {
  for (const table of ['job', 'company', 'mail'] as const) {
    await db.updateTable(table).set({ leaseOwner: null, leaseEndsAt: null }).where('leaseOwner', 'is not', null).execute()
  }
}

/** A job that a worker has claimed, locked for the rest of the transaction; nothing where another one has it by now. */
export function heldJob(transaction: WorkspaceDatabase, { instanceId }: Pick<Worker, 'instanceId'>, jobId: string) {
  return transaction.selectFrom('job').where('id', '=', jobId).where('leaseOwner', '=', instanceId).selectAll().forNoKeyUpdate()
}
