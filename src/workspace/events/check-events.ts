import type { WorkspaceDatabase } from '../database/sqlite'
import { hashEntry } from './chain'

/** What is wrong with a log: at which entry, and what was done to it. */
type EventsFault = 'changed' | 'missing' | 'added'

type EventsCheck =
  | {
      readonly outcome: 'intact'
      readonly checked: number
      /** The last entry's hash: who notes it down can tell later that nothing before it was replaced. */
      readonly hash: string
    }
  | { readonly outcome: 'tampered'; readonly number: number; readonly fault: EventsFault }

/** Entries read at a time, so that a long log needs no memory. */
const page = 1000

/**
 * Follows the company's log from its first kept entry to its last and tells whether each is as it was written. It reads
 * while others write: what comes after the end that was found at first is left for the next check.
 */
export async function checkEvents(db: WorkspaceDatabase, companyId: string): Promise<EventsCheck> {
  for (;;) {
    const head = await findHead(db, companyId)
    if (head === null) return { outcome: 'intact', checked: 0, hash: '' }
    const check = await follow(db, companyId, head)
    // Where the log was cut in the meantime, entries are missing that were right to go.
    if (check.outcome === 'intact' || (await findHead(db, companyId))?.cutNumber === head.cutNumber) return check
  }
}

interface Head {
  readonly number: number
  readonly hash: string
  readonly cutNumber: number
  readonly cutHash: string
}

async function findHead(db: WorkspaceDatabase, companyId: string): Promise<Head | null> {
  const head = await db
    .selectFrom('eventHead')
    .where('companyId', '=', companyId)
    .select(['number', 'hash', 'cutNumber', 'cutHash'])
    .executeTakeFirst()
  return head ?? null
}

async function follow(db: WorkspaceDatabase, companyId: string, head: Head): Promise<EventsCheck> {
  let number = head.cutNumber
  let hash = head.cutHash
  // Numbers below the first would never be reached otherwise.
  let after = -1
  for (;;) {
    const entries = await db
      .selectFrom('event')
      .where('companyId', '=', companyId)
      .where('number', '>', after)
      .where('number', '<=', head.number)
      .orderBy('number')
      .limit(page)
      .selectAll()
      .execute()
    for (const entry of entries) {
      if (entry.number <= number) return { outcome: 'tampered', number: entry.number, fault: 'added' }
      number += 1
      if (entry.number !== number) return { outcome: 'tampered', number, fault: 'missing' }
      hash = hashEntry(hash, entry)
      if (entry.hash !== hash) return { outcome: 'tampered', number, fault: 'changed' }
      after = number
    }
    if (entries.length < page) break
  }
  if (number < head.number) return { outcome: 'tampered', number: number + 1, fault: 'missing' }
  if (hash !== head.hash) return { outcome: 'tampered', number, fault: 'changed' }
  return { outcome: 'intact', checked: number - head.cutNumber, hash }
}
