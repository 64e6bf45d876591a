import { sql } from 'kysely'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrate } from '../database/migrate'
import { openPostgresql } from '../database/postgresql'
import { openSqlite, type WorkspaceDatabase } from '../database/sqlite'
import { fillWithExample } from '../testing/example-company'
import { dump } from '../testing/dump'
import { postgresqlDatabase, type PostgresqlDatabase } from '../testing/postgresql-database'
import { searchCandidates } from '../users/search-candidates'
import { intoOneFile } from './backup'
import { checkData } from './check-data'
import { runCommand } from './command'
import { isCommand } from './command-names'
import { tablesInOrder } from './copy-tables'

const secret = 's'.repeat(43)
let folder: string
let made: PostgresqlDatabase
let target: WorkspaceDatabase
let tables: readonly string[]
let original: string

beforeEach(async () => {
  const database = await postgresqlDatabase()
  if (database === null) throw new Error('This test needs PostgreSQL')
  made = database
  target = await openPostgresql(made.address, () => undefined)
  folder = mkdtempSync(join(tmpdir(), 'parley-move-'))
  writeFileSync(join(folder, 'workspace.key'), `${secret}\n`)
  const source = openSqlite(join(folder, 'workspace.db'))
  await migrate(source)
  await fillWithExample(source, Date.parse('2026-05-10T12:00:00Z'))
  tables = await tablesInOrder(source)
  original = await dump(source)
  await intoOneFile(source)
  await source.destroy()
})
afterEach(async () => {
  await target.destroy()
  await made.remove()
  rmSync(folder, { recursive: true })
})

function run(argv: string[], more: Record<string, string> = {}) {
  const [command, ...rest] = argv
  if (!isCommand(command)) throw new Error('Not a command')
  const environment = { PARLEY_DATA: folder, DATABASE_URL: made.address, PARLEY_SECRET: secret, ...more }
  return runCommand(command, rest, environment, { now: Date.now, log: () => undefined, say: () => undefined })
}

it('moves everything, backs it up from there, and restores it into a file again', async () => {
  expect(await run(['move'])).toBe(true)
  expect(await dump(target, tables)).toBe(original)
  expect(await run(['check'])).toBe(true)
  await sql`delete from "searchLetter"`.execute(target)
  expect((await checkData(target)).join('\n')).toMatch(/searches don’t find \d+ users/)
  await expect(run(['move'])).rejects.toThrow(/holds a company already/)

  const file = join(folder, 'backup.db')
  await run(['backup', file])
  const elsewhere = join(folder, 'elsewhere')
  await run(['restore', file], { PARLEY_DATA: elsewhere, DATABASE_URL: '' })
  const restored = openSqlite(join(elsewhere, 'workspace.db'))
  expect(await dump(restored)).toBe(original)
  // What searches read is made anew from it.
  const people = await restored.selectFrom('membership').select(['accountId', 'foldedEmail']).execute()
  expect(people.length).toBeGreaterThan(0)
  for (const { accountId, foldedEmail } of people) {
    const found = await searchCandidates(restored, foldedEmail)
    if (found === null) throw new Error('The index was not asked')
    const rows = await restored.selectFrom('membership').where(found.condition).select('accountId').execute()
    expect(rows).toContainEqual({ accountId })
  }
  await restored.destroy()
})

it('restores a backup into an empty PostgreSQL', async () => {
  const file = join(folder, 'backup.db')
  await run(['backup', file], { DATABASE_URL: '' })
  await run(['restore', file])
  expect(await dump(target, tables)).toBe(original)
})

it('moves nothing with another key, which would lose what is sealed', async () => {
  await expect(run(['move'], { PARLEY_SECRET: 'x'.repeat(43) })).rejects.toThrow(/PARLEY_SECRET/)
})

it('leaves nothing half when it breaks off, and can be done again', async () => {
  // The last table can't be written: as with a connection that is lost at the end.
  const last = tables.at(-1) ?? ''
  await sql`alter table ${sql.table(last)} rename to "hidden"`.execute(target)
  await expect(run(['move'])).rejects.toThrow()
  await sql`alter table "hidden" rename to ${sql.table(last)}`.execute(target)
  for (const table of tables) {
    expect((await sql`select 1 from ${sql.table(table)} limit 1`.execute(target)).rows, table).toEqual([])
  }
  expect(await run(['move'])).toBe(true)
  expect(await dump(target, tables)).toBe(original)
})
