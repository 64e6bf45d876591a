import { PostgresAdapter, sql } from 'kysely'
import type { WorkspaceDatabase } from './sqlite'
import type { Tables } from './tables'

/**
 * Lets nobody else write to a table until the transaction ends, for what no lock of rows can hold: that a row is *not*
 * there. A transaction of SQLite has that already.
 */
export async function lockTable(transaction: WorkspaceDatabase, table: keyof Tables): Promise<void> {
  if (!(transaction.getExecutor().adapter instanceof PostgresAdapter)) return
  await sql`lock table ${sql.table(table)} in share row exclusive mode`.execute(transaction)
}
