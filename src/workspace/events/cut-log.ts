import type { WorkspaceDatabase } from '../database/sqlite'

/**
 * Removes a company's events up to one of them: a log is cut from its beginning and nowhere else, and the last removed
 * entry's hash stays, so that what is left can still be checked.
 *
 * @param db In a transaction.
 */
export async function cutLog(
  db: WorkspaceDatabase,
  companyId: string,
  last: { readonly number: number; readonly hash: string },
): Promise<void> {
  await db
    .updateTable('eventHead')
    .set({ cutNumber: last.number, cutHash: last.hash })
    .where('companyId', '=', companyId)
    .execute()
  await db.deleteFrom('event').where('companyId', '=', companyId).where('number', '<=', last.number).execute()
}
