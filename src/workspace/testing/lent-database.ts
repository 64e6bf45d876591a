import { sql } from 'kysely'
import { openPostgresql } from '../database/postgresql'
import type { WorkspaceDatabase } from '../database/sqlite'
import { postgresqlDatabase, type PostgresqlDatabase } from './postgresql-database'
import type { TemporaryDatabase } from './temporary-database'

/** A database of PostgreSQL's that one test has after the other: making one of its four hundred files takes longer than most tests. */
interface Lendable extends PostgresqlDatabase {
  /** The lender's own way into it. */
  readonly own: WorkspaceDatabase
  readonly tables: readonly string[]
  /** What `shapeOf` gave when it was new. */
  readonly shape: string
}

/** Those that no test of this process has. They end with the run's PostgreSQL. */
const free: Lendable[] = []

/**
 * Lends a database with all tables and nothing in them. `remove` closes `db` for good, so that nothing of a test that goes on can
 * reach the next one; a database whose tables, functions or triggers the test has changed is lent to nobody again.
 */
export async function lentDatabase(): Promise<TemporaryDatabase> {
  const lent = free.pop() ?? (await lendable())
  const db = await openPostgresql(lent.address, () => undefined)
  return {
    db,
    remove: async () => {
      await db.destroy()
      if (await isEmptied(lent)) return void free.push(lent)
      await lent.own.destroy()
      await lent.remove()
    },
  }
}

async function lendable(): Promise<Lendable> {
  const made = await postgresqlDatabase()
  if (made === null) throw new Error('The run has no PostgreSQL')
  const own = await openPostgresql(made.address, () => undefined)
  const { rows } = await sql<{ name: string }>`select "tablename" as "name" from "pg_tables"
    where "schemaname" = 'public' and "tablename" not like 'kysely%'`.execute(own)
  return { ...made, own, tables: rows.map(({ name }) => name), shape: await shapeOf(own) }
}

/** Ends what still works in it and takes all rows away, with the files that they were in. @returns False where its shape is another one. */
async function isEmptied({ own, tables, shape }: Lendable): Promise<boolean> {
  await sql`select pg_terminate_backend("pid", 5000) from "pg_stat_activity"
    where "datname" = current_database() and "pid" <> pg_backend_pid()`.execute(own)
  if ((await shapeOf(own)) !== shape) return false
  await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))} restart identity`.execute(own)
  return true
}

/** Says of each catalogue that a change of the schema writes to how many rows it has, and which transaction wrote last. */
async function shapeOf(db: WorkspaceDatabase): Promise<string> {
  const { rows } = await sql`select
    (select (count(*), max("oid"::bigint)) from "pg_class") as "classes",
    (select (count(*), max("xmin"::text::bigint)) from "pg_attribute") as "columns",
    (select (count(*), max("xmin"::text::bigint)) from "pg_constraint") as "constraints",
    (select (count(*), max("xmin"::text::bigint)) from "pg_proc") as "functions",
    (select (count(*), max("xmin"::text::bigint)) from "pg_trigger") as "triggers"`.execute(db)
  return JSON.stringify(rows)
}
