import type { EventField, eventNames } from '../../contract/console-events'
import { insertMany } from '../database/insert-many'
import { orderedId } from '../database/ordered-id'
import type { WorkspaceDatabase } from '../database/sqlite'
import { chainStart, hashEntry } from './chain'
import { sourceAddress } from './source-address'

/** Names of the event log, the vendor's where it has one. */
export type EventName = (typeof eventNames)[number]

/** Who does something: an account, or the workspace itself. */
export type Author = { readonly accountId: string; readonly email: string } | null

/** An account as the author of what it does. */
export function authorOf({ id, email }: { readonly id: string; readonly email: string }): Author {
  return { accountId: id, email }
}

type EventValue = string | number | boolean | null

export interface CompanyEvent {
  readonly companyId: string
  readonly name: EventName
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly author: Author
  readonly affectedItem: string
  readonly details: Readonly<Partial<Record<EventField | `${EventField}Before`, EventValue>>>
}

/** Rows of one statement: databases take a limited number of parameters. */
const batch = 500

/**
 * Writes events to the company's log, in the transaction of what they tell about, each chained to the one before. Whoever
 * writes to the same log waits for that transaction's end, so that there is one order.
 */
export async function recordEvents(db: WorkspaceDatabase, events: readonly CompanyEvent[]): Promise<void> {
  if (events.length === 0) return
  if (!db.isTransaction) {
    await db.transaction().execute((transaction) => recordEvents(transaction, events))
    return
  }
  for (const companyId of new Set(events.map((event) => event.companyId))) {
    await append(
      db,
      companyId,
      events.filter((event) => event.companyId === companyId),
    )
  }
}

async function append(
  transaction: WorkspaceDatabase,
  companyId: string,
  events: readonly CompanyEvent[],
): Promise<void> {
  const head = await lockHead(transaction, companyId)
  const address = sourceAddress()
  let { number, hash } = head
  const rows = events.map((event) => {
    number += 1
    const entry = {
      id: orderedId(),
      companyId,
      number,
      name: event.name,
      at: event.at,
      authorId: event.author?.accountId ?? null,
      authorEmail: event.author?.email ?? null,
      affectedItem: event.affectedItem,
      details: JSON.stringify(event.details),
      address,
    }
    hash = hashEntry(hash, entry)
    return { ...entry, hash }
  })
  for (let at = 0; at < rows.length; at += batch) {
    await insertMany(transaction, 'event', rows.slice(at, at + batch)).execute()
  }
  await transaction.updateTable('eventHead').set({ number, hash }).where('companyId', '=', companyId).execute()
}

/** Reads where the log ends; writing the row as it is locks it in SQLite as in PostgreSQL. */
async function lockHead(
  transaction: WorkspaceDatabase,
  companyId: string,
): Promise<{ readonly number: number; readonly hash: string }> {
  const lock = () =>
    transaction
      .updateTable('eventHead')
      .set((is) => ({ number: is.ref('number') }))
      .where('companyId', '=', companyId)
      .returning(['number', 'hash'])
  const head = await lock().executeTakeFirst()
  if (head !== undefined) return head
  await transaction
    .insertInto('eventHead')
    .values({ companyId, number: 0, hash: chainStart, cutNumber: 0, cutHash: chainStart, keptDays: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return lock().executeTakeFirstOrThrow()
}
