import { isMeetingProduct } from '../../contract/licence'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type Author, type CompanyEvent } from '../events/record-event'
import { isUsable } from './list-licences'
import { planSeats, type PlannedLicence } from './plan-seats'

export interface SeatChange {
  readonly companyId: string
  readonly accountId: string
  /** Ids of licences to give a seat of. A Meeting licence takes the place of the one that the account has. */
  readonly give?: readonly string[]
  /** Ids of licences to take the seat back of; those that the account does not have are left alone. */
  readonly takeBack?: readonly string[]
  readonly author: Author
}

/** `one-meeting-licence`: two Meeting licences were asked for at once. */
export type SeatOutcome = 'done' | 'not-found' | 'licence-not-usable' | 'no-seats-left' | 'one-meeting-licence'

/**
 * Gives an account seats, changes its Meeting licence, and takes seats back: whole or not at all, with an event for
 * each licence.
 *
 * @param now Milliseconds since the epoch.
 */
export async function changeSeats(db: WorkspaceDatabase, change: SeatChange, now: number): Promise<SeatOutcome> {
  return inTransaction(db, (transaction) => changeSeatsIn(transaction, change, now))
}

/** As `changeSeats`, inside the caller's transaction. Nothing is written unless the outcome is `done`. */
export async function changeSeatsIn(
  transaction: WorkspaceDatabase,
  change: SeatChange,
  now: number,
): Promise<SeatOutcome> {
  const { companyId, accountId, give = [], takeBack = [], author } = change
  // First the account, then licences in the order of their ids: everyone locks in this order, so nobody waits in a ring.
  const user = await transaction
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.accountId', '=', accountId)
    .where('membership.companyId', '=', companyId)
    .select('user.email')
    .forNoKeyUpdate('membership')
    .executeTakeFirst()
  if (user === undefined) return 'not-found'
  const held = await heldLicences(transaction, accountId)
  const mayLose = held.filter(({ id, product }) => isMeetingProduct(product) || takeBack.includes(id))
  const touched = [...new Set([...give, ...mayLose.map(({ id }) => id)])]
  if (touched.length === 0) return 'done'
  const licences = await transaction
    .selectFrom('licence')
    .where('id', 'in', touched)
    .where('companyId', '=', companyId)
    .select(['id', 'name', 'product', 'active', 'endsOn', 'seats', 'seatsUsed'])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const wanted = licences.filter(({ id }) => give.includes(id))
  if (wanted.length < new Set(give).size) return 'not-found'
  const plan = planSeats(held, wanted, takeBack)
  if (plan === 'one-meeting-licence') return plan
  for (const { licence } of plan.given) {
    if (!isUsable(licence, now)) return 'licence-not-usable'
    if (licence.seatsUsed >= licence.seats) return 'no-seats-left'
  }

  const lost = [...plan.takenBack, ...plan.given.flatMap(({ instead }) => instead ?? [])]
  await removeSeats(transaction, accountId, lost)
  for (const { licence } of plan.given) await addSeat(transaction, accountId, licence, now)
  const event = (licence: string | null, before: string | null): CompanyEvent => ({
    companyId,
    name: licence === null ? 'LicenseRemoved' : 'LicenseAssigned',
    at: now,
    author,
    affectedItem: user.email,
    details: { licence, before },
  })
  await recordEvents(transaction, [
    ...plan.takenBack.map(({ name }) => event(null, name)),
    ...plan.given.map(({ licence, instead }) => event(licence.name, instead?.name ?? null)),
  ])
  return 'done'
}

/** What an account has seats of, by name. */
export async function heldLicences(db: WorkspaceDatabase, accountId: string): Promise<PlannedLicence[]> {
  return db
    .selectFrom('seat')
    .innerJoin('licence', 'licence.id', 'seat.licenceId')
    .where('seat.accountId', '=', accountId)
    .select(['licence.id', 'licence.name', 'licence.product'])
    .orderBy('licence.name')
    .orderBy('licence.id')
    .execute()
}

async function removeSeats(
  transaction: WorkspaceDatabase,
  accountId: string,
  lost: readonly PlannedLicence[],
): Promise<void> {
  for (const { id } of lost) {
    await transaction.deleteFrom('seat').where('accountId', '=', accountId).where('licenceId', '=', id).execute()
    await transaction
      .updateTable('licence')
      .set((is) => ({ seatsUsed: is('seatsUsed', '-', 1) }))
      .where('id', '=', id)
      .execute()
  }
}

/** The rows were locked when the seats were counted; the table's check stands behind that all the same. */
async function addSeat(
  transaction: WorkspaceDatabase,
  accountId: string,
  { id, product }: PlannedLicence,
  now: number,
): Promise<void> {
  await transaction
    .updateTable('licence')
    .set((is) => ({ seatsUsed: is('seatsUsed', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await transaction
    .insertInto('seat')
    .values({ accountId, licenceId: id, family: isMeetingProduct(product) ? 'meeting' : 'other', assignedAt: now })
    .execute()
}
