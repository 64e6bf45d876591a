import { sql } from 'kysely'
import type { WorkspaceDatabase } from '../database/sqlite'
import { tablesInOrder } from '../maintenance/copy-tables'

/**
 * All rows of all tables as text that is the same for the same data, whatever database it is in.
 *
 * @param tables Where it is a PostgreSQL: those of a SQLite database of the same version.
 */
export async function dump(db: WorkspaceDatabase, tables?: readonly string[]): Promise<string> {
  const parts: string[] = []
  for (const table of tables ?? (await tablesInOrder(db))) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)
    const lines = rows.map((row) => JSON.stringify(Object.entries(row).map(([name, value]) => [name, inText(value)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    parts.push(`${table}\n${lines.toSorted().join('\n')}`)
  }
  return parts.join('\n\n')
}

/** Bytes are of another class in each database. */
function inText(value: unknown): unknown {
  return value instanceof ArrayBuffer || value instanceof Uint8Array ? Buffer.from(new Uint8Array(value)).toString('hex') : value
}
