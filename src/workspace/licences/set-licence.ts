import type { Product } from '../../contract/licence'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents } from '../events/record-event'
import { createLicence } from './create-licence'

/** A licence as the workspace's operator wants it. Of one that is there, what is left out stays. */
export interface WantedLicence {
  readonly name: string
  /** A new licence needs one; that of an old one stays as it is. */
  readonly product?: Product
  /** A new licence needs them. */
  readonly seats?: number
  /** Last valid day, ISO 8601 date, or null for no end. */
  readonly endsOn?: string | null
}

export type LicenceOutcome = 'added' | 'changed' | 'unchanged' | 'incomplete' | 'another-product' | 'several' | 'seats-in-use'

/**
 * Gives the company a licence, or changes the one that has this name: its seats and its end. The event log tells what was
 * changed.
 *
 * @param now Milliseconds since the epoch.
 * @returns What was done, or why nothing was.
 */
export async function setLicence(
  db: WorkspaceDatabase,
  companyId: string,
  wanted: WantedLicence,
  now: number,
): Promise<LicenceOutcome> {
  const { name, product, seats, endsOn } = wanted
  return inTransaction(db, async (transaction) => {
    const [before, another] = await transaction
      .selectFrom('licence')
      .where('companyId', '=', companyId)
      .where('name', '=', name)
      .select(['id', 'product', 'seats', 'endsOn'])
      .execute()
    const event = { companyId, at: now, author: null, affectedItem: name } as const
    if (another !== undefined) return 'several'
    if (before === undefined) {
      if (product === undefined || seats === undefined) return 'incomplete'
      const made = { product, seats, endsOn: endsOn ?? null }
      await createLicence(transaction, { companyId, name, ...made })
      await recordEvents(transaction, [{ ...event, name: 'LicenceAdded', details: made }])
      return 'added'
    }
    if (product !== undefined && product !== before.product) return 'another-product'
    const after = { seats: seats ?? before.seats, endsOn: endsOn === undefined ? before.endsOn : endsOn }
    if (after.seats === before.seats && after.endsOn === before.endsOn) return 'unchanged'
    const { numUpdatedRows } = await transaction
      .updateTable('licence')
      .set(after)
      .where('id', '=', before.id)
      .where('seatsUsed', '<=', after.seats)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return 'seats-in-use'
    const details = {
      ...(after.seats === before.seats ? {} : { seats: after.seats, seatsBefore: before.seats }),
      ...(after.endsOn === before.endsOn ? {} : { endsOn: after.endsOn, endsOnBefore: before.endsOn }),
    }
    await recordEvents(transaction, [{ ...event, name: 'LicenceChanged', details }])
    return 'changed'
  })
}
