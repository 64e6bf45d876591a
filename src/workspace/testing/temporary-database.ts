import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../database/migrate'
import { openSqlite, type WorkspaceDatabase } from '../database/sqlite'

export interface TemporaryDatabase {
  readonly db: WorkspaceDatabase
  remove(): Promise<void>
}

/** A real database file with all tables, in a temporary folder. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
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
