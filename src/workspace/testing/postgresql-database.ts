import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { inject } from 'vitest'
import { openPostgresql } from '../database/postgresql'
import type { WorkspaceDatabase } from '../database/sqlite'
import { postgresqlAddress } from './start-postgresql'

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * The folder of the cluster's socket, given to the tests that run on PostgreSQL and to no others. An environment
     * variable would reach every test that is started after it, whatever its project.
     */
    postgresqlFolder: string | undefined
  }
}

/** The database with all tables that the others are copies of. */
export const template = 'workspace_template'

export interface PostgresqlDatabase {
  readonly address: string
  remove(): Promise<void>
}

/** What makes and removes the others, in this process. */
let maintenance: Promise<WorkspaceDatabase> | null = null

/** Makes a database of its own with all tables and nothing in them; null where the run has no PostgreSQL. */
export async function postgresqlDatabase(): Promise<PostgresqlDatabase | null> {
  const folder = inject('postgresqlFolder')
  if (folder === undefined) return null
  const name = `w_${randomUUID().replaceAll('-', '')}`
  maintenance ??= openPostgresql(postgresqlAddress(folder, 'postgres'), () => undefined)
  const db = await maintenance
  await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(db)
  return {
    address: postgresqlAddress(folder, name),
    remove: async () => {
      await sql`drop database ${sql.id(name)} with (force)`.execute(db)
    },
  }
}
