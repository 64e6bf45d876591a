import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'

/** What lists are sorted by: PostgreSQL is told to compare it byte by byte, as SQLite does, in whatever language it runs. */
const columns = [
  ['membership', 'foldedName'],
  ['user', 'email'],
  ['licence', 'name'],
] as const

export const portableOrder: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
    for (const [table, column] of columns) {
      await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} type text collate "C"`.execute(db)
    }
  },
}
