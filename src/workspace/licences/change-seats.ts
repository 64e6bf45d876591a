import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { Author } from '../events/record-event'
import { changeManySeatsIn, type SeatOutcome } from './change-many-seats'
import type { PlannedLicence } from './plan-seats'

export interface SeatChange {
  readonly companyId: string
  readonly accountId: string
  /** Ids of licences to give a seat of. A Meeting licence takes the place of the one that the account has. */
  readonly give?: readonly string[]
  /** Ids of licences to take the seat back of; those that the account does not have are left alone. */
  readonly takeBack?: readonly string[]
  readonly author: Author
}

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
  { companyId, accountId, give = [], takeBack = [], author }: SeatChange,
  now: number,
): Promise<SeatOutcome> {
  const changes = [{ accountId, give, takeBack }]
  const [result] = await changeManySeatsIn(transaction, { companyId, changes, author }, now)
  return result?.outcome ?? 'not-found'
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
