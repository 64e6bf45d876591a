import type { WorkspaceDatabase } from '../database/sqlite'
import type { EventName } from './record-event'

/** What of the log to list. Moments are milliseconds since the epoch; null filters nothing. */
export interface EventsFilter {
  readonly from: number | null
  /** Exclusive. */
  readonly to: number | null
  readonly names: readonly EventName[] | null
  /** In lower case. */
  readonly authorEmails: readonly string[] | null
  /** The last event of the page before. */
  readonly after: { readonly at: number; readonly id: string } | null
  readonly limit: number
}

export interface StoredEvent {
  readonly id: string
  readonly name: EventName
  readonly at: number
  readonly authorEmail: string | null
  readonly affectedItem: string
  /** JSON. */
  readonly details: string
}

/** Lists a page of the company's events, newest first. */
export async function listEvents(
  db: WorkspaceDatabase,
  companyId: string,
  { from, to, names, authorEmails, after, limit }: EventsFilter,
): Promise<StoredEvent[]> {
  if (names?.length === 0 || authorEmails?.length === 0) return []
  let query = db.selectFrom('event').where('companyId', '=', companyId)
  if (from !== null) query = query.where('at', '>=', from)
  if (to !== null) query = query.where('at', '<', to)
  if (names !== null) query = query.where('name', 'in', names)
  if (authorEmails !== null) query = query.where('authorEmail', 'in', authorEmails)
  if (after !== null) {
    query = query.where((is) => is(is.refTuple('at', 'id'), '<', is.tuple(after.at, after.id)))
  }
  return query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .select(['id', 'name', 'at', 'authorEmail', 'affectedItem', 'details'])
    .execute()
}
