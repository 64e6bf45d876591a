import { sql, type ExpressionBuilder } from 'kysely'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { Tables } from '../database/tables'
import type { EventName } from './record-event'

/** Which of the company's events. What is empty or undefined filters nothing. */
interface EventsWanted {
  readonly author: string
  readonly name: EventName | ''
  readonly affected: string
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Only entries with smaller numbers. */
  readonly before?: number | undefined
}

export interface FoundEvent {
  readonly number: number
  readonly name: EventName
  readonly at: number
  readonly authorEmail: string | null
  readonly affectedItem: string
  /** JSON. */
  readonly details: string
  readonly address: string | null
}

/** What is read of an event. */
export const eventColumns = ['number', 'name', 'at', 'authorEmail', 'affectedItem', 'details', 'address'] as const

/** Finds the company's events in the order of the log, the newest first; the next page begins before the last one's number. */
export async function findEvents(
  db: WorkspaceDatabase,
  companyId: string,
  wanted: EventsWanted,
  limit: number,
): Promise<FoundEvent[]> {
  let query = db.selectFrom('event').where('companyId', '=', companyId)
  if (wanted.name !== '') query = query.where('name', '=', wanted.name)
  if (wanted.author !== '') query = query.where((is) => contains(is, 'authorEmail', wanted.author))
  if (wanted.affected !== '') query = query.where((is) => contains(is, 'affectedItem', wanted.affected))
  if (wanted.from !== undefined) query = query.where('at', '>=', wanted.from)
  if (wanted.to !== undefined) query = query.where('at', '<', wanted.to)
  if (wanted.before !== undefined) query = query.where('number', '<', wanted.before)
  return query
    .orderBy('number', 'desc')
    .limit(limit)
    .select(eventColumns)
    .execute()
}

function contains(is: ExpressionBuilder<Tables, 'event'>, column: 'authorEmail' | 'affectedItem', text: string) {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`lower(${is.ref(column)}) like ${pattern} escape '\\'`
}
