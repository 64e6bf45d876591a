import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../database/migrate'
import { openSqlite, type WorkspaceDatabase } from '../database/sqlite'

export interface TemporaryDatabase {
  readonly db: WorkspaceDatabase
  /** Another connection to the same file, as another process would have. */
  connect(): WorkspaceDatabase
  remove(): Promise<void>
}

/** A real database file with all tables, in a temporary folder. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-database-'))
  const path = join(folder, 'workspace.db')
  const opened: WorkspaceDatabase[] = []
  const connect = () => {
    const db = openSqlite(path)
    opened.push(db)
    return db
  }
  const db = connect()
  await migrate(db)
  return {
    db,
    connect,
    remove: async () => {
      for (const one of opened) await one.destroy()
      rmSync(folder, { recursive: true })
    },
  }
}
