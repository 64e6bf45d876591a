import { sql } from 'kysely'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../database/migrate'
import { openSqlite, type WorkspaceDatabase } from '../database/sqlite'
import { OptionsError } from '../options'
import { fillWithExample } from '../testing/example-company'
import { dump } from '../testing/dump'
import { backUp, intoOneFile } from './backup'
import { checkData } from './check-data'
import { runCommand } from './command'
import { isCommand } from './command-names'
import { MaintenanceError } from './maintenance-error'
import { moveToPostgresql } from './restore'

const now = Date.parse('2026-05-10T12:00:00Z')
let folder: string
let path: string
let db: WorkspaceDatabase

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-maintenance-'))
  path = join(folder, 'workspace.db')
  db = openSqlite(path)
  await migrate(db)
  await fillWithExample(db, now)
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

async function run(...argv: string[]) {
  const said: unknown[] = []
  const [command, ...rest] = argv
  if (!isCommand(command)) throw new Error('Not a command')
  const ok = await runCommand(command, rest, {}, { now: () => now, log: () => undefined, say: (one) => said.push(one) })
  return { ok, said }
}

const data = () => `--data=${folder}`

describe('a backup', () => {
  it('is made while the workspace writes, and comes back as it was', async () => {
    const file = join(folder, 'backup.db')
    const before = await dump(db)
    const backup = run('backup', file, data())
    await db.updateTable('company').set({ name: 'Renamed meanwhile' }).execute()
    expect((await backup).ok).toBe(true)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)

    const elsewhere = join(folder, 'elsewhere')
    expect((await run('restore', file, `--data=${elsewhere}`)).ok).toBe(true)
    expect(readdirSync(elsewhere)).toEqual(['workspace.db'])
    const restored = openSqlite(join(elsewhere, 'workspace.db'))
    const after = await dump(restored)
    await restored.destroy()
    // The change came before the backup's moment or after it.
    expect([before, before.replace('"Example"', '"Renamed meanwhile"')]).toContain(after)
  })

  it('replaces nothing, neither as it is made nor as it is restored', async () => {
    const file = join(folder, 'backup.db')
    await run('backup', file, data())
    await expect(run('backup', file, data())).rejects.toThrow(MaintenanceError)
    await expect(run('restore', file, data())).rejects.toThrow(/is there already/)
  })

  it('is there whole or not at all', async () => {
    const file = join(folder, 'backup.db')
    await db.updateTable('licence').set({ seatsUsed: 0 }).execute()
    await expect(backUp(db, 'sqlite', file)).rejects.toThrow(/seats are noted/)
    expect(readdirSync(folder).filter((name) => name.startsWith('backup'))).toEqual([])
  })

  it('is nothing else', async () => {
    const file = join(folder, 'other.db')
    writeFileSync(file, 'not a database at all, but long enough to look at')
    await expect(run('restore', file, `--data=${join(folder, 'a')}`)).rejects.toThrow()
    const empty = openSqlite(join(folder, 'empty.db'))
    await sql`create table other (a)`.execute(empty)
    await intoOneFile(empty)
    await empty.destroy()
    await expect(run('restore', join(folder, 'empty.db'), `--data=${join(folder, 'a')}`)).rejects.toThrow(/not a backup/)
    // A live database without its log is not what it was.
    await expect(run('restore', path, `--data=${join(folder, 'a')}`)).rejects.toThrow(/in use/)
    expect(existsSync(join(folder, 'a', 'workspace.db'))).toBe(false)
  })
})

describe('a check', () => {
  it('finds nothing in what is sound', async () => {
    expect(await run('check', data())).toEqual({ ok: true, said: [{ event: 'checked', problems: [] }] })
  })

  it.each([
    ['seats', 'update licence set seatsUsed = 0', /seats are noted/],
    ['administrators', "update membership set role = 'member'", /no active administrator/],
    ['references', "pragma foreign_keys = off; update seat set licenceId = 'none'", /refers to a licence/],
    ['the index for searches', "delete from searchKey", /searches don’t find \d+ users/],
    ['events', "drop trigger event_unchanged; update event set name = 'UserDeleted' where number = 2", /event 2 is changed/],
  ])('finds what is wrong with %s', async (_, statements, problem) => {
    for (const statement of statements.split('; ')) await sql.raw(statement).execute(db)
    expect((await checkData(db)).join('\n')).toMatch(problem)
    expect((await run('check', data())).ok).toBe(false)
  })
})

it('moves nothing while the workspace runs', async () => {
  const target = openSqlite(join(folder, 'target.db'))
  await expect(moveToPostgresql(path, target)).rejects.toThrow(/stop it first/)
  await target.destroy()
})

it.each([
  [['backup']],
  [['move']],
  [['check', 'a', 'b']],
  [['restore', 'file', '--force']],
  [['check', '--seats=3']],
  [['licence', '--seats=3']],
  [['licence', 'A', '--seats=many']],
  [['licence', 'A', '--ends=tomorrow']],
  [['licence', 'A', '--product=gold']],
])(
  'is asked for wrongly: %j',
  async (argv) => {
    await expect(run(...argv, data())).rejects.toThrow(OptionsError)
  },
)
