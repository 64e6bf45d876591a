import { sql } from 'kysely'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { migrate } from '../database/migrate'
import { openSqlite, type WorkspaceDatabase } from '../database/sqlite'
import { checkData } from './check-data'
import { copyTables, tablesInOrder } from './copy-tables'
import { MaintenanceError } from './maintenance-error'

/**
 * Writes all that a running workspace's database holds at one moment into one SQLite file, whatever the database is. The
 * file gets its name once it is whole and checked.
 *
 * @param kind Where the data is: a SQLite file, or a PostgreSQL.
 * @param file Absolute path; nothing is there yet.
 */
export async function backUp(db: WorkspaceDatabase, kind: 'sqlite' | 'postgresql', file: string): Promise<void> {
  if (existsSync(file)) throw new MaintenanceError(`${file} is there already`)
  await writeWhole(file, async (partial) => {
    if (kind === 'sqlite') await sql`vacuum into ${partial}`.execute(db)
    const copy = openSqlite(partial)
    try {
      // The data itself may be of an older version, whose workspace runs.
      await migrate(copy)
      if (kind === 'postgresql') await copyInto(copy, db)
      const problems = await checkData(copy)
      if (problems.length > 0) throw new MaintenanceError(`The data is damaged: ${problems.join('; ')}`)
      await intoOneFile(copy)
    } finally {
      await copy.destroy()
    }
  })
}

async function copyInto(copy: WorkspaceDatabase, db: WorkspaceDatabase): Promise<void> {
  const tables = await tablesInOrder(copy)
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (source) => {
      const [there, here] = [await migrationsOf(source), await migrationsOf(copy)]
      if (there !== here) throw new MaintenanceError('The data is of another version of Parley: start it once with this one')
      await copy.transaction().execute((target) => copyTables(source, target, tables))
    })
}

async function migrationsOf(db: WorkspaceDatabase): Promise<string> {
  const { rows } = await sql`select name from kysely_migration order by name`.execute(db)
  return JSON.stringify(rows)
}

/** Ends the write-ahead log, so that the file is all there is. */
export async function intoOneFile(db: WorkspaceDatabase): Promise<void> {
  await sql`pragma journal_mode = delete`.execute(db)
}

/**
 * Makes a file that is there whole or not at all: it is written under another name, on the disk, and then renamed.
 *
 * @param write Writes and closes the file at the path that it is given.
 */
export async function writeWhole(file: string, write: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${file}.partial`
  const remove = () => {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(partial + end, { force: true })
  }
  remove()
  try {
    await write(partial)
    flush(partial)
    renameSync(partial, file)
    if (process.platform !== 'win32') flush(dirname(file))
  } finally {
    remove()
  }
}

function flush(path: string): void {
  const opened = openSync(path, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
