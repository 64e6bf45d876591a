import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { openPostgresql } from '../database/postgresql'

/** Names the folder of the run's cluster, where there is one: then the tests' databases are PostgreSQL's. */
export const clusterVariable = 'PARLEY_TEST_POSTGRESQL'

/** The database with all tables that the others are copies of. */
export const template = 'workspace_template'

/** @param folder The folder of the cluster's socket. */
export function postgresqlAddress(folder: string, database: string): string {
  return `postgresql://parley@localhost/${database}?host=${encodeURIComponent(folder)}`
}

export interface PostgresqlDatabase {
  readonly address: string
  remove(): Promise<void>
}

/** Makes a database of its own with all tables and nothing in them; null where the run has no PostgreSQL. */
export async function postgresqlDatabase(): Promise<PostgresqlDatabase | null> {
  const folder = process.env[clusterVariable]
  if (folder === undefined) return null
  const name = `w_${randomUUID().replaceAll('-', '')}`
  const maintenance = await openPostgresql(postgresqlAddress(folder, 'postgres'), () => undefined)
  await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(maintenance)
  return {
    address: postgresqlAddress(folder, name),
    remove: async () => {
      await sql`drop database ${sql.id(name)} with (force)`.execute(maintenance)
      await maintenance.destroy()
    },
  }
}
