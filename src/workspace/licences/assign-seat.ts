import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type Author } from '../events/record-event'
import { isUsable } from './list-licences'

export interface SeatChange {
  readonly companyId: string
  readonly accountId: string
  /** The licence to give a seat of, or null to take the seat back. */
  readonly licenceId: string | null
  readonly author: Author
}

export type SeatOutcome = 'done' | 'not-found' | 'licence-not-usable' | 'no-seats-left'

/**
 * Gives an account a seat, changes it to another licence, or takes it back: whole or not at all, with an event for
 * each.
 *
 * @param now Milliseconds since the epoch.
 */
export async function assignSeat(db: WorkspaceDatabase, change: SeatChange, now: number): Promise<SeatOutcome> {
  return db.transaction().execute((transaction) => assignSeatIn(transaction, change, now))
}

/** As `assignSeat`, inside the caller's transaction. Nothing is written unless the outcome is `done`. */
export async function assignSeatIn(
  transaction: WorkspaceDatabase,
  change: SeatChange,
  now: number,
): Promise<SeatOutcome> {
  const user = await transaction
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.accountId', '=', change.accountId)
    .where('membership.companyId', '=', change.companyId)
    .select('user.email')
    .executeTakeFirst()
  if (user === undefined) return 'not-found'
  const held = await transaction
    .selectFrom('seat')
    .innerJoin('licence', 'licence.id', 'seat.licenceId')
    .where('seat.accountId', '=', change.accountId)
    .select(['licence.id', 'licence.name'])
    .executeTakeFirst()
  if ((held?.id ?? null) === change.licenceId) return 'done'

  let wanted: { id: string; name: string } | null = null
  if (change.licenceId !== null) {
    const taken = await takeSeat(transaction, change.companyId, change.licenceId, now)
    if (typeof taken === 'string') return taken
    wanted = taken
  }
  if (held !== undefined) {
    await transaction.deleteFrom('seat').where('accountId', '=', change.accountId).execute()
    await transaction
      .updateTable('licence')
      .set((is) => ({ seatsUsed: is('seatsUsed', '-', 1) }))
      .where('id', '=', held.id)
      .execute()
  }
  if (wanted !== null) {
    await transaction
      .insertInto('seat')
      .values({ accountId: change.accountId, licenceId: wanted.id, assignedAt: now })
      .execute()
  }
  await recordEvents(transaction, [
    {
      companyId: change.companyId,
      name: wanted === null ? 'LicenseRemoved' : 'LicenseAssigned',
      at: now,
      author: change.author,
      affectedItem: user.email,
      details: { licence: wanted?.name ?? null, before: held?.name ?? null },
    },
  ])
  return 'done'
}

/** Counts one more seat as used, in the one statement that also checks that there is one. */
async function takeSeat(
  transaction: WorkspaceDatabase,
  companyId: string,
  licenceId: string,
  now: number,
): Promise<{ id: string; name: string } | Exclude<SeatOutcome, 'done'>> {
  const licence = await transaction
    .selectFrom('licence')
    .where('id', '=', licenceId)
    .where('companyId', '=', companyId)
    .select(['id', 'name', 'active', 'endsOn'])
    .executeTakeFirst()
  if (licence === undefined) return 'not-found'
  if (!isUsable(licence, now)) return 'licence-not-usable'
  const { numUpdatedRows } = await transaction
    .updateTable('licence')
    .set((is) => ({ seatsUsed: is('seatsUsed', '+', 1) }))
    .where('id', '=', licence.id)
    .whereRef('seatsUsed', '<', 'seats')
    .executeTakeFirst()
  return numUpdatedRows === 1n ? { id: licence.id, name: licence.name } : 'no-seats-left'
}
