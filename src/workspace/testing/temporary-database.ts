import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../database/migrate'
import { openPostgresql } from '../database/postgresql'
import { openSqlite, type WorkspaceDatabase } from '../database/sqlite'
import { postgresqlDatabase } from './postgresql-database'

export interface TemporaryDatabase {
  readonly db: WorkspaceDatabase
  remove(): Promise<void>
}

/** A real database with all tables: a file in a temporary folder, or one of PostgreSQL's where the run is for that. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const postgresql = await postgresqlDatabase()
  if (postgresql !== null) {
    const db = await openPostgresql(postgresql.address, () => undefined)
    return {
      db,
      remove: async () => {
        await db.destroy()
        await postgresql.remove()
      },
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'parley-database-'))
  const db = openSqlite(join(folder, 'workspace.db'))
  await migrate(db)
  return {
    db,
    remove: async () => {
      await db.destroy()
      rmSync(folder, { recursive: true })
    },
  }
}
