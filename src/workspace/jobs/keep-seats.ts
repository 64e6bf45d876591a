import type { WorkspaceDatabase } from '../database/sqlite'

/**
 * Counts seats of a licence as used, so that nobody else gets them.
 *
 * @returns False, with nothing done, where fewer are left.
 */
export async function keepSeats(transaction: WorkspaceDatabase, licenceId: string, count: number): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('licence')
    .set((is) => ({ seatsUsed: is('seatsUsed', '+', count) }))
    .where('id', '=', licenceId)
    .where((is) => is(is('seatsUsed', '+', count), '<=', is.ref('seats')))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives seats back that were kept and not used. */
export async function releaseSeats(
  transaction: WorkspaceDatabase,
  { keptLicenceId, keptSeats }: { readonly keptLicenceId: string | null; readonly keptSeats: number },
): Promise<void> {
  if (keptLicenceId === null || keptSeats === 0) return
  await transaction
    .updateTable('licence')
    .set((is) => ({ seatsUsed: is('seatsUsed', '-', keptSeats) }))
    .where('id', '=', keptLicenceId)
    .execute()
}
