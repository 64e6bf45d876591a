import { PostgresAdapter, sql } from 'kysely'
import { z } from 'zod'
import type { WorkspaceDatabase } from '../database/sqlite'

const triggersSchema = z.array(z.object({ name: z.string(), sql: z.string() }))

/**
 * Does work in a transaction that no trigger adds to: what triggers once wrote is among the rows that are copied.
 *
 * @param transaction Undoes the switching off as well where the work fails.
 */
export async function withoutTriggers<Result>(
  transaction: WorkspaceDatabase,
  tables: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  if (transaction.getExecutor().adapter instanceof PostgresAdapter) {
    for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(transaction)
    const result = await work()
    for (const table of tables) await sql`alter table ${sql.table(table)} enable trigger user`.execute(transaction)
    return result
  }
  const found = await sql`select name, sql from sqlite_master where type = 'trigger'`.execute(transaction)
  const triggers = triggersSchema.parse(found.rows)
  for (const { name } of triggers) await sql`drop trigger ${sql.id(name)}`.execute(transaction)
  const result = await work()
  for (const trigger of triggers) await sql.raw(trigger.sql).execute(transaction)
  return result
}
