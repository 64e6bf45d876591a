import { setImmediate } from 'node:timers/promises'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { cutLog } from '../events/cut-log'
import type { Log } from '../log'

/** Accounts and entries that are deleted in one transaction: while it lasts, other requests to a SQLite wait. */
const atOnce = 500

/**
 * Deletes the companies whose time to be kept is over, with everybody and everything in them. Where it is broken off, the
 * next call goes on; of several instances that do it at once each finds less to do.
 *
 * @param now Milliseconds since the epoch.
 */
export async function deleteEndedCompanies(db: WorkspaceDatabase, now: number, log: Log): Promise<void> {
  const ended = await db.selectFrom('company').where('deletesAt', '<=', now).select('id').execute()
  for (const { id } of ended) {
    await db.updateTable('company').set({ isEnding: 1 }).where('id', '=', id).where('deletesAt', '<=', now).execute()
    await deleteCompany(db, id)
    log('company-deleted', { companyId: id })
  }
}

async function deleteCompany(db: WorkspaceDatabase, companyId: string): Promise<void> {
  const isEnding = db.selectFrom('company').where('id', '=', companyId).where('isEnding', '=', 1)
  // Whoever asked for it to be kept was a moment faster.
  if ((await isEnding.select('id').executeTakeFirst()) === undefined) return
  await db.deleteFrom('job').where('companyId', '=', companyId).execute()
  for (const table of ['membership', 'removedUser'] as const) {
    while (await deleteSomeAccounts(db, table, companyId)) await setImmediate()
  }
  while (await deleteSomeEvents(db, companyId)) await setImmediate()
  await inTransaction(db, async (transaction) => {
    for (const table of ['meeting', 'invitation', 'joinRequest', 'licence', 'eventHead'] as const) {
      await transaction.deleteFrom(table).where('companyId', '=', companyId).execute()
    }
    // Its picture and the addresses of its products go with it.
    await transaction.deleteFrom('company').where('id', '=', companyId).execute()
    // Those who were removed from it long ago have accounts that no company knows any more.
    const others = await transaction.selectFrom('company').select('id').limit(1).executeTakeFirst()
    if (others === undefined) await transaction.deleteFrom('user').execute()
  })
}

/**
 * Deletes accounts of those who are in the company, or were removed from it a short while ago.
 *
 * @returns Whether there were any.
 */
function deleteSomeAccounts(db: WorkspaceDatabase, table: 'membership' | 'removedUser', companyId: string): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
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
  })
}

function deleteSomeEvents(db: WorkspaceDatabase, companyId: string): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
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
  })
}
