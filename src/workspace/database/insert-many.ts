import { PostgresAdapter, sql, type Insertable, type InsertQueryBuilder, type InsertResult } from 'kysely'
import { toBindable } from './bindable'
import type { WorkspaceDatabase } from './sqlite'
import type { Tables } from './tables'

/**
 * Begins a statement that inserts many rows at once. PostgreSQL takes them as one parameter, a list in JSON
 * (https://www.postgresql.org/docs/current/functions-json.html), which it reads several times as fast as thousands of them.
 *
 * @param rows At least one; all have the columns of the first, and no column holds bytes.
 */
export function insertMany<Table extends keyof Tables>(
  db: WorkspaceDatabase,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): InsertQueryBuilder<Tables, Table, InsertResult> {
  const insert = db.insertInto(table)
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return insert.values(rows)
  const columns = Object.keys(rows[0] ?? {})
  const list = JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toBindable(value)]))))
  return insert
    .columns(columns as (keyof Tables[Table] & string)[])
    .expression(sql`select ${sql.join(columns.map((name) => sql.ref(name)))} from json_populate_recordset(null::${sql.table(table)}, ${list}::json)`)
}
