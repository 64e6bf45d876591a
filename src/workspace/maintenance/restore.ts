import { sql } from 'kysely'
import { copyFileSync, chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lockTable } from '../database/lock-table'
import { migrate } from '../database/migrate'
import { openSqlite, type WorkspaceDatabase } from '../database/sqlite'
import { intoOneFile, writeWhole } from './backup'
import { checkData } from './check-data'
import { copyTables, tablesInOrder } from './copy-tables'
import { MaintenanceError } from './maintenance-error'

/**
 * Puts a backup where a workspace's database file belongs, brought up to date and checked. It never replaces one.
 *
 * @param path Absolute path of the database file.
 */
export async function restoreToFile(backup: string, path: string): Promise<void> {
  if (existsSync(path)) throw new MaintenanceError(`${path} is there already: move it away first`)
  await writeWhole(path, async (partial) => {
    await withCopy(backup, partial, intoOneFile)
  })
}

/** Puts a backup into an empty PostgreSQL, whole or not at all. @param folder For the copy that is brought up to date. */
export async function restoreToPostgresql(backup: string, target: WorkspaceDatabase, folder: string): Promise<number> {
  const place = mkdtempSync(join(folder, 'restore-'))
  try {
    let copied = 0
    await withCopy(backup, join(place, 'workspace.db'), async (copy) => {
      copied = await moveRows(copy, target)
    })
    return copied
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/**
 * Moves a workspace that does not run from its file to an empty PostgreSQL, whole or not at all. The file stays.
 *
 * @param path Absolute path of the database file.
 */
export async function moveToPostgresql(path: string, target: WorkspaceDatabase): Promise<number> {
  if (!existsSync(path)) throw new MaintenanceError(`There is no ${path}`)
  const source = openSqlite(path)
  try {
    await takeForItself(source)
    await migrate(source)
    await requireSound(source)
    return await source.transaction().execute((transaction) => moveRows(transaction, target))
  } finally {
    await source.destroy()
  }
}

/** A workspace that runs has the file open, which this does not get past; what it writes would be left behind. */
async function takeForItself(source: WorkspaceDatabase): Promise<void> {
  await sql`pragma busy_timeout = 500`.execute(source)
  try {
    await intoOneFile(source)
  } catch {
    throw new MaintenanceError('The workspace runs: stop it first')
  }
}

async function moveRows(source: WorkspaceDatabase, target: WorkspaceDatabase): Promise<number> {
  await migrate(target)
  const tables = await tablesInOrder(source)
  return target.transaction().execute(async (transaction) => {
    // Nobody makes a company in the meantime.
    await lockTable(transaction, 'company')
    const company = await transaction.selectFrom('company').select('id').executeTakeFirst()
    if (company !== undefined) throw new MaintenanceError('The PostgreSQL holds a company already')
    // An instance that was started on it has left what it makes by itself, such as the app's registration.
    for (const table of tables.toReversed()) await sql`delete from ${sql.table(table)}`.execute(transaction)
    return copyTables(source, transaction, tables)
  })
}

async function withCopy(backup: string, path: string, work: (copy: WorkspaceDatabase) => Promise<void>): Promise<void> {
  if (!existsSync(backup)) throw new MaintenanceError(`There is no ${backup}`)
  if (existsSync(`${backup}-wal`)) throw new MaintenanceError(`${backup} is in use: it is no backup`)
  copyFileSync(backup, path)
  chmodSync(path, 0o600)
  const copy = openSqlite(path)
  try {
    const known = await sql`select name from sqlite_master where name = 'membership'`.execute(copy)
    if (known.rows.length === 0) throw new MaintenanceError(`${backup} is not a backup of a workspace`)
    await migrate(copy)
    await requireSound(copy)
    await work(copy)
  } finally {
    await copy.destroy()
  }
}

async function requireSound(db: WorkspaceDatabase): Promise<void> {
  const problems = await checkData(db)
  if (problems.length > 0) throw new MaintenanceError(`The data is damaged: ${problems.join('; ')}`)
}
