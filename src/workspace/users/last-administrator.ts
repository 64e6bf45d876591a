import type { WorkspaceDatabase } from '../database/sqlite'

/**
 * Makes the caller's transaction the only one that may take administrators away, until it ends. Whatever is read after
 * it is what earlier ones left behind: two that each take "the other" administrator away can't pass each other.
 *
 * It writes the company's row unchanged, which locks in SQLite as in PostgreSQL; everyone takes this lock before any
 * other.
 */
export async function lockAdministrators(transaction: WorkspaceDatabase, companyId: string): Promise<void> {
  await transaction
    .updateTable('company')
    .set((is) => ({ name: is.ref('name') }))
    .where('id', '=', companyId)
    .execute()
}

/**
 * Tells whether nobody but this account can administrate the company. To be asked after `lockAdministrators`, before an
 * account is demoted, switched off or removed.
 */
export async function isLastAdministrator(
  transaction: WorkspaceDatabase,
  companyId: string,
  accountId: string,
): Promise<boolean> {
  const active = await transaction
    .selectFrom('membership')
    .where('companyId', '=', companyId)
    .where('role', '=', 'administrator')
    .where('active', '=', 1)
    .select('accountId')
    .limit(2)
    .execute()
  return active.length === 1 && active[0]?.accountId === accountId
}
