import type { Licence } from '../../contract/licence'
import { dayOf } from '../clock'
import type { WorkspaceDatabase } from '../database/sqlite'

/** Tells whether seats of a licence can be given and used on a day: switched on, and not past its last day (UTC). */
export function isUsable(licence: { active: number; endsOn: string | null }, now: number): boolean {
  return licence.active === 1 && (licence.endsOn === null || licence.endsOn >= dayOf(now))
}

/**
 * Lists the company's licences by name. An ended licence is listed, as not active.
 *
 * @param now Milliseconds since the epoch.
 */
export async function listLicences(db: WorkspaceDatabase, companyId: string, now: number): Promise<Licence[]> {
  const rows = await db
    .selectFrom('licence')
    .where('companyId', '=', companyId)
    .orderBy('name')
    .orderBy('id')
    .select(['id', 'name', 'product', 'seats', 'seatsUsed', 'endsOn', 'active'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    product: row.product,
    seatsUsed: row.seatsUsed,
    seats: row.seats,
    endsOn: row.endsOn,
    active: isUsable(row, now),
  }))
}
