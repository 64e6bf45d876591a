import { setImmediate } from 'node:timers/promises'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { cutLog } from '../events/cut-log'
import type { Worker } from '../jobs/claim-job'
import type { Log } from '../log'

/** Accounts and entries that are deleted in one transaction: while it lasts, other requests to a SQLite wait. */
const atOnce = 500

/** Deletes some of a company. @returns Whether there may be more. */
type Step = (transaction: WorkspaceDatabase, companyId: string) => Promise<boolean>

const steps: readonly Step[] = [
  deleteJobs,
  (transaction, companyId) => deleteSomeAccounts(transaction, 'membership', companyId),
  (transaction, companyId) => deleteSomeAccounts(transaction, 'removedUser', companyId),
  deleteSomeEvents,
  deleteRest,
]

/**
 * Deletes the companies whose time to be kept is over, with everybody and everything in them. Where it is broken off, the
 * next call goes on; that of another instance once the lease has run out. Until then one instance alone works on a company.
 *
 * @param isStopping Asked between two transactions; the rest is left to whoever goes on.
 */
export async function deleteEndedCompanies(worker: Worker, log: Log, isStopping: () => boolean): Promise<void> {
  const ended = await worker.db.selectFrom('company').where('deletesAt', '<=', worker.now()).select('id').execute()
  for (const { id } of ended) {
    if (!isStopping() && (await claim(worker, id)) && (await deleteCompany(worker, id, isStopping))) {
      log('company-deleted', { companyId: id })
    }
  }
}

/**
 * Tells when there is something to delete next: a company’s time is over, or whoever works on it is believed to be gone.
 *
 * @returns Milliseconds since the epoch, or null for never.
 */
export async function nextDeletion(db: WorkspaceDatabase): Promise<number | null> {
  const ending = await db
    .selectFrom('company')
    .where('deletesAt', 'is not', null)
    .select(['deletesAt', 'leaseEndsAt'])
    .execute()
  const due = ending.map(({ deletesAt, leaseEndsAt }) => Math.max(deletesAt ?? 0, leaseEndsAt ?? 0))
  return due.length === 0 ? null : Math.min(...due)
}

/** False where somebody else works on it, or where it is kept after all: whoever asked for that was a moment faster. */
async function claim({ db, instanceId, now, lease }: Worker, companyId: string): Promise<boolean> {
  const moment = now()
  const { numUpdatedRows } = await db
    .updateTable('company')
    .set({ isEnding: 1, leaseOwner: instanceId, leaseEndsAt: moment + lease })
    .where('id', '=', companyId)
    .where('deletesAt', '<=', moment)
    .where((is) => is.or([is('leaseOwner', 'is', null), is('leaseOwner', '=', instanceId), is('leaseEndsAt', '<=', moment)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Renews the lease, and keeps others from taking it over while the transaction lasts. @returns False where they have. */
async function holds(transaction: WorkspaceDatabase, { instanceId, now, lease }: Worker, companyId: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('company')
    .set({ leaseEndsAt: now() + lease })
    .where('id', '=', companyId)
    .where('leaseOwner', '=', instanceId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** @returns Whether it is gone, by what was done here. */
async function deleteCompany(worker: Worker, companyId: string, isStopping: () => boolean): Promise<boolean> {
  for (const step of steps) {
    for (let outcome = 'more'; outcome === 'more'; await setImmediate()) {
      if (isStopping()) return false
      outcome = await inTransaction(worker.db, async (transaction) => {
        if (!(await holds(transaction, worker, companyId))) return 'lost'
        return (await step(transaction, companyId)) ? 'more' : 'through'
      })
      if (outcome === 'lost') return false
    }
  }
  return true
}

async function deleteJobs(transaction: WorkspaceDatabase, companyId: string): Promise<boolean> {
  await transaction.deleteFrom('job').where('companyId', '=', companyId).execute()
  return false
}

/** Deletes accounts of those who are in the company, or were removed from it a short while ago. */
async function deleteSomeAccounts(
  transaction: WorkspaceDatabase,
  table: 'membership' | 'removedUser',
  companyId: string,
): Promise<boolean> {
  const accounts = await transaction
    .selectFrom(table)
    .where('companyId', '=', companyId)
    .orderBy('accountId')
    .limit(atOnce)
    .select('accountId')
    .execute()
  const ids = accounts.map(({ accountId }) => accountId)
  if (ids.length === 0) return false
  await transaction.deleteFrom('seat').where('accountId', 'in', ids).execute()
  // Meetings and script tokens go with a membership; sessions, tokens, links and credentials with the account.
  await transaction.deleteFrom('membership').where('accountId', 'in', ids).execute()
  await transaction.deleteFrom('user').where('id', 'in', ids).execute()
  return true
}

async function deleteSomeEvents(transaction: WorkspaceDatabase, companyId: string): Promise<boolean> {
  const events = await transaction
    .selectFrom('event')
    .where('companyId', '=', companyId)
    .orderBy('number')
    .limit(atOnce)
    .select(['number', 'hash'])
    .execute()
  const last = events.at(-1)
  if (last === undefined) return false
  await cutLog(transaction, companyId, last)
  return true
}

async function deleteRest(transaction: WorkspaceDatabase, companyId: string): Promise<boolean> {
  for (const table of ['meeting', 'invitation', 'joinRequest', 'licence', 'eventHead'] as const) {
    await transaction.deleteFrom(table).where('companyId', '=', companyId).execute()
  }
  // Its picture and its products go with it.
  await transaction.deleteFrom('company').where('id', '=', companyId).execute()
  // Those who were removed from it long ago have accounts that no company knows any more.
  const others = await transaction.selectFrom('company').select('id').limit(1).executeTakeFirst()
  if (others === undefined) await transaction.deleteFrom('user').execute()
  return false
}
