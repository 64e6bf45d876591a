import { eventLogItem } from '../../contract/console-events'
import { dayInMilliseconds, dayOf } from '../clock'
import type { WorkspaceDatabase } from '../database/sqlite'
import { cutLog } from './cut-log'
import { recordEvents, type Author } from './record-event'

/**
 * Sets how long the company's events are kept.
 *
 * @param keptDays Days, or null for good.
 * @param now Milliseconds since the epoch.
 */
export async function setKeptDays(
  db: WorkspaceDatabase,
  companyId: string,
  keptDays: number | null,
  author: Author,
  now: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const before = await findKeptDays(transaction, companyId)
    if (before === keptDays) return
    const details = { keptDays, keptDaysBefore: before }
    await recordEvents(transaction, [
      { companyId, name: 'EditEventLogRetention', at: now, author, affectedItem: eventLogItem, details },
    ])
    await transaction.updateTable('eventHead').set({ keptDays }).where('companyId', '=', companyId).execute()
  })
}

/** How many days the company's events are kept, or null for good. */
export async function findKeptDays(db: WorkspaceDatabase, companyId: string): Promise<number | null> {
  const head = await db
    .selectFrom('eventHead')
    .where('companyId', '=', companyId)
    .select('keptDays')
    .executeTakeFirst()
  return head?.keptDays ?? null
}

/**
 * Removes the events that no company wants to keep any longer.
 *
 * @param now Milliseconds since the epoch.
 */
export async function removeOldEvents(db: WorkspaceDatabase, now: number): Promise<void> {
  const heads = await db
    .selectFrom('eventHead')
    .where('keptDays', 'is not', null)
    .select(['companyId', 'keptDays'])
    .execute()
  for (const { companyId, keptDays } of heads) {
    if (keptDays === null) continue
    // By whole days, so that a cut is told once a day at most.
    const before = Date.parse(dayOf(now - keptDays * dayInMilliseconds))
    await db.transaction().execute((transaction) => cut(transaction, companyId, before, now))
  }
}

async function cut(transaction: WorkspaceDatabase, companyId: string, before: number, now: number): Promise<void> {
  const first = await transaction
    .selectFrom('event')
    .where('companyId', '=', companyId)
    .where('at', '>=', before)
    .select((is) => is.fn.min('number').as('number'))
    .executeTakeFirst()
  const firstKept = first?.number ?? null
  let older = transaction.selectFrom('event').where('companyId', '=', companyId)
  if (firstKept !== null) older = older.where('number', '<', firstKept)
  const last = await older.orderBy('number', 'desc').limit(1).select(['number', 'hash']).executeTakeFirst()
  if (last === undefined) return
  // Told first, so that the log is never empty and the cut itself is part of the chain.
  await recordEvents(transaction, [
    {
      companyId,
      name: 'EventLogCut',
      at: now,
      author: null,
      affectedItem: eventLogItem,
      details: { upTo: last.number, before: new Date(before).toISOString() },
    },
  ])
  await cutLog(transaction, companyId, last)
}
