import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isBusy } from './busy'
import { DataFolderError, prepareDataFolder } from './data-folder'
import { migrate } from './migrate'
import { removeExpired } from './remove-expired'
import { openSqlite, type WorkspaceDatabase } from './sqlite'

let folder: string
let db: WorkspaceDatabase

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-database-'))
  db = openSqlite(join(folder, 'workspace.db'))
  await migrate(db)
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

const addUser = (id: string) => addUserIn(db, id)

describe('the database', () => {
  it('checks references', async () => {
    const session = { id: 's', userId: 'nobody', token: 't', expiresAt: '', createdAt: '', updatedAt: '' }
    await expect(db.insertInto('session').values(session).execute()).rejects.toThrow(/FOREIGN KEY/)
  })

  it('takes the write lock when a transaction begins, so that another connection waits its turn', async () => {
    const other = openSqlite(join(folder, 'workspace.db'))
    await db.transaction().execute(async (transaction) => {
      const before = await transaction.selectFrom('user').select('id').execute()
      expect(before).toEqual([])
      await addUserIn(transaction, 'a')
    })
    await other.transaction().execute((transaction) => addUserIn(transaction, 'b'))
    expect(await db.selectFrom('user').select('id').orderBy('id').execute()).toEqual([{ id: 'a' }, { id: 'b' }])
    await other.destroy()
  })

  it('says that it is busy where another connection keeps the lock for too long', async () => {
    const other = openSqlite(join(folder, 'workspace.db'))
    await sql`pragma busy_timeout = 20`.execute(other)
    await db.transaction().execute(async () => {
      const error: unknown = await addUserIn(other, 'b').catch((thrown: unknown) => thrown)
      expect(isBusy(error)).toBe(true)
    })
    await addUserIn(other, 'b')
    expect(isBusy(await addUserIn(other, 'b').catch((thrown: unknown) => thrown))).toBe(false)
    await other.destroy()
  })

  it('keeps bytes and every text as they were, and numbers as whole as they are', async () => {
    const content = new Uint8Array([0, 255, 1, 128])
    const [row] = (await sql<Record<string, unknown>>`select ${content} as "bytes", ${'é\u{1F600}\n'} as "text", typeof(${5}) as "five", typeof(${0.5}) as "half"`.execute(db)).rows
    expect(row).toEqual({ bytes: content, text: 'é\u{1F600}\n', five: 'integer', half: 'real' })
  })

  it('reads no longer once nobody wants the next row', async () => {
    for (const id of ['a', 'b', 'c']) await addUser(id)
    const stream = db.selectFrom('user').select('id').orderBy('id').stream()
    for await (const { id } of stream) {
      if (id === 'b') break
    }
    const other = openSqlite(join(folder, 'workspace.db'))
    await addUserIn(other, 'd')
    await sql`pragma busy_timeout = 20`.execute(other)
    // It can't be brought into the file and emptied while somebody still reads what was there before.
    expect((await sql`pragma wal_checkpoint(truncate)`.execute(other)).rows).toEqual([{ busy: 0, log: 0, checkpointed: 0 }])
    await other.destroy()
  })

  it('undoes a transaction that fails', async () => {
    const failing = db.transaction().execute(async (transaction) => {
      await addUserIn(transaction, 'a')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db.selectFrom('user').select('id').execute()).toEqual([])
  })

  it('is one whole file once it is closed', async () => {
    const path = join(folder, 'closed.db')
    const closed = openSqlite(path)
    await migrate(closed)
    await addUserIn(closed, 'a')
    await closed.destroy()
    copyFileSync(path, join(folder, 'copy.db'))
    const copy = openSqlite(join(folder, 'copy.db'))
    expect(await copy.selectFrom('user').select('id').execute()).toEqual([{ id: 'a' }])
    await copy.destroy()
  })

  it.skipIf(process.platform === 'win32')('is open to its owner alone, with its side files', async () => {
    await addUser('a')
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)
    expect(modes.length).toBeGreaterThan(1)
    expect(new Set(modes)).toEqual(new Set([0o600]))
  })
})

const addUserIn = (transaction: WorkspaceDatabase, id: string) =>
  transaction
    .insertInto('user')
    .values({ id, name: id, email: `${id}@example.com`, emailVerified: 0, image: null, createdAt: '', updatedAt: '' })
    .execute()

describe('removeExpired', () => {
  it('keeps what ended less than a day ago', async () => {
    const now = Date.parse('2026-05-10T12:00:00Z')
    await addUser('a')
    for (const [id, expiresAt] of [
      ['old', '2026-05-09T11:59:59.000Z'],
      ['recent', '2026-05-09T12:00:01.000Z'],
      ['alive', '2026-06-01T00:00:00.000Z'],
    ] as const) {
      const session = { id, userId: 'a', token: id, expiresAt, createdAt: expiresAt, updatedAt: expiresAt }
      await db.insertInto('session').values(session).execute()
    }
    await removeExpired(db, now)
    expect(await db.selectFrom('session').select('id').orderBy('id').execute()).toEqual([
      { id: 'alive' },
      { id: 'recent' },
    ])
  })
})

describe('prepareDataFolder', () => {
  it('makes a key once', () => {
    const path = join(folder, 'data')
    const first = prepareDataFolder(path)
    const second = prepareDataFolder(path)
    expect(first.secretIsNew).toBe(true)
    expect(second).toEqual({ ...first, secretIsNew: false })
    expect(first.secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  it.skipIf(process.platform === 'win32')('keeps folder and key to their owner', () => {
    const path = join(folder, 'data')
    prepareDataFolder(path)
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(statSync(join(path, 'workspace.key')).mode & 0o777).toBe(0o600)
  })

  it('never replaces a damaged key', () => {
    const path = join(folder, 'data')
    prepareDataFolder(path)
    writeFileSync(join(path, 'workspace.key'), 'damaged')
    expect(() => prepareDataFolder(path)).toThrow(DataFolderError)
  })
})
