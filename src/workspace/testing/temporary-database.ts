import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { migrate } from '../database/migrate'
import { openSqlite, type WorkspaceDatabase } from '../database/sqlite'
import { lentDatabase } from './lent-database'

export interface TemporaryDatabase {
  readonly db: WorkspaceDatabase
  remove(): Promise<void>
}

/** A real database with all tables: a file in a temporary folder, or one of PostgreSQL's where the run is for that. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  if (inject('postgresqlFolder') !== undefined) return lentDatabase()
  migrated ??= migratedFile()
  const file = await migrated
  const folder = mkdtempSync(join(tmpdir(), 'parley-database-'))
  writeFileSync(join(folder, 'workspace.db'), file)
  const db = openSqlite(join(folder, 'workspace.db'))
  return {
    db,
    remove: async () => {
      await db.destroy()
      rmSync(folder, { recursive: true })
    },
  }
}

/** What a SQLite file holds that has all tables and nothing in them: every test begins with a copy. */
let migrated: Promise<Uint8Array> | null = null

async function migratedFile(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-database-'))
  const db = openSqlite(join(folder, 'workspace.db'))
  await migrate(db)
  await db.destroy()
  const file = readFileSync(join(folder, 'workspace.db'))
  rmSync(folder, { recursive: true })
  return file
}
