import { PostgresAdapter, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayInMilliseconds } from '../clock'
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database'
import { checkEvents } from './check-events'
import { findKeptDays, removeOldEvents, setKeptDays } from './keep-events'
import { recordEvents, type CompanyEvent } from './record-event'
import { withSourceAddress } from './source-address'

const start = Date.parse('2026-05-10T12:00:00Z')
let temporary: TemporaryDatabase

beforeEach(async () => {
  temporary = await temporaryDatabase()
  for (const id of ['c1', 'c2']) {
    await temporary.db.insertInto('company').values({ id, name: id, isSample: 0, createdAt: 0 }).execute()
  }
})
afterEach(() => temporary.remove())

function event(affectedItem: string, at = start, companyId = 'c1'): CompanyEvent {
  return { companyId, name: 'UserCreated', at, author: null, affectedItem, details: { role: 'member' } }
}

const numbers = (companyId = 'c1') =>
  temporary.db
    .selectFrom('event')
    .where('companyId', '=', companyId)
    .orderBy('number')
    .select('number')
    .execute()
    .then((rows) => rows.map((row) => row.number))

/** What somebody with the database in hand could do. */
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  const isPostgresql = temporary.db.getExecutor().adapter instanceof PostgresAdapter
  await (isPostgresql
    ? sql`drop trigger event_unchanged on "event"`
    : sql`drop trigger event_unchanged`
  ).execute(temporary.db)
  if (!isPostgresql) await sql`drop trigger event_kept`.execute(temporary.db)
  await statement.execute(temporary.db)
}

describe('recordEvents', () => {
  it('chains the events of each company for itself', async () => {
    await recordEvents(temporary.db, [event('a'), event('x', start, 'c2'), event('b')])
    await recordEvents(temporary.db, [event('c')])
    expect(await numbers()).toEqual([1, 2, 3])
    expect(await numbers('c2')).toEqual([1])
    expect(await checkEvents(temporary.db, 'c1')).toMatchObject({ outcome: 'intact', checked: 3 })
    expect(await checkEvents(temporary.db, 'c2')).toMatchObject({ outcome: 'intact', checked: 1 })
  })

  it('keeps one order whoever writes at the same time', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, at) => recordEvents(temporary.db, [event(`${String(at)} first`), event('then')])),
    )
    expect(await numbers()).toEqual(Array.from({ length: 80 }, (_, at) => at + 1))
    expect(await checkEvents(temporary.db, 'c1')).toMatchObject({ outcome: 'intact', checked: 80 })
  })

  it('leaves no trace of a transaction that fails', async () => {
    await recordEvents(temporary.db, [event('a')])
    const failing = temporary.db.transaction().execute(async (transaction) => {
      await recordEvents(transaction, [event('b')])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await recordEvents(temporary.db, [event('c')])
    expect(await checkEvents(temporary.db, 'c1')).toMatchObject({ outcome: 'intact', checked: 2 })
  })

  it('notes from where it was asked for', async () => {
    await withSourceAddress('192.0.2.7', () => recordEvents(temporary.db, [event('a')]))
    await recordEvents(temporary.db, [event('b')])
    const rows = await temporary.db.selectFrom('event').orderBy('number').select('address').execute()
    expect(rows).toEqual([{ address: '192.0.2.7' }, { address: null }])
  })

  it('writes 10,000 at once', async () => {
    const events = Array.from({ length: 10_000 }, (_, at) => event(`user${String(at)}@example.com`))
    await recordEvents(temporary.db, events)
    expect(await checkEvents(temporary.db, 'c1')).toMatchObject({ outcome: 'intact', checked: 10_000 })
  })
})

describe('the log', () => {
  beforeEach(() => recordEvents(temporary.db, ['a', 'b', 'c', 'd'].map((name) => event(name))))

  it('is not changed and loses nothing from its middle', async () => {
    const changed = temporary.db.updateTable('event').set({ affectedItem: 'z' }).where('number', '=', 2).execute()
    await expect(changed).rejects.toThrow('never changed')
    await expect(temporary.db.deleteFrom('event').where('number', '=', 2).execute()).rejects.toThrow('beginning')
  })

  it.each([
    ['an entry that was changed', sql`update "event" set "affectedItem" = 'z' where "number" = 2`, 2, 'changed'],
    ['an entry whose details were changed', sql`update "event" set "details" = '{}' where "number" = 3`, 3, 'changed'],
    ['an address that was changed', sql`update "event" set "address" = '::1' where "number" = 4`, 4, 'changed'],
    ['an entry that was taken out', sql`delete from "event" where "number" = 2`, 2, 'missing'],
    ['an end that was taken off', sql`delete from "event" where "number" >= 3`, 3, 'missing'],
    ['an entry before the first', sql`update "event" set "number" = 0 where "number" = 1`, 0, 'added'],
    ['another end', sql`update "eventHead" set "hash" = 'f'`, 4, 'changed'],
  ])('shows %s', async (_, statement, number, fault) => {
    await tamper(statement)
    expect(await checkEvents(temporary.db, 'c1')).toEqual({ outcome: 'tampered', number, fault })
  })
})

describe('retention', () => {
  it('keeps everything unless told otherwise', async () => {
    await recordEvents(temporary.db, [event('a', 0)])
    await removeOldEvents(temporary.db, start)
    expect(await numbers()).toEqual([1])
    expect(await findKeptDays(temporary.db, 'c1')).toBeNull()
  })

  it('removes what is older, says so, and leaves a log that can be checked', async () => {
    const old = [40, 35, 31].map((days) => event(String(days), start - days * dayInMilliseconds))
    await recordEvents(temporary.db, [...old, event('young', start - dayInMilliseconds)])
    await setKeptDays(temporary.db, 'c1', 30, null, start)
    await removeOldEvents(temporary.db, start)
    expect(await numbers()).toEqual([4, 5, 6])
    expect(await checkEvents(temporary.db, 'c1')).toMatchObject({ outcome: 'intact', checked: 3 })
    await recordEvents(temporary.db, [event('next')])
    await removeOldEvents(temporary.db, start + 1)
    expect(await numbers()).toEqual([4, 5, 6, 7])
    await tamper(sql`delete from "event" where "number" = 4`)
    expect(await checkEvents(temporary.db, 'c1')).toEqual({ outcome: 'tampered', number: 4, fault: 'missing' })
  })

  it('removes a log that is old as a whole', async () => {
    await recordEvents(temporary.db, [event('a', 0), event('b', 0)])
    await temporary.db.updateTable('eventHead').set({ keptDays: 1 }).execute()
    await removeOldEvents(temporary.db, start)
    expect(await numbers()).toEqual([3])
    expect(await checkEvents(temporary.db, 'c1')).toMatchObject({ outcome: 'intact', checked: 1 })
  })
})
