import type { WorkspaceDatabase } from '../database/sqlite'
import { eventColumns, type FoundEvent } from './find-events'

/** Finds what an account did and what was done to it, the newest first; each of the two is read from an index of its own. */
export async function eventsOfUser(
  db: WorkspaceDatabase,
  companyId: string,
  { id, email }: { readonly id: string; readonly email: string },
  limit: number,
): Promise<FoundEvent[]> {
  const newest = db
    .selectFrom('event')
    .where('companyId', '=', companyId)
    .orderBy('number', 'desc')
    .limit(limit)
    .select(eventColumns)
  const found = [
    ...(await newest.where('affectedItem', '=', email).execute()),
    ...(await newest.where('authorId', '=', id).execute()),
  ]
  const each = new Map(found.map((event) => [event.number, event]))
  return [...each.values()].sort((one, other) => other.number - one.number).slice(0, limit)
}
