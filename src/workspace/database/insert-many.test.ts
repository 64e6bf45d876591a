import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database'
import { insertMany } from './insert-many'

let temporary: TemporaryDatabase

beforeEach(async () => {
  temporary = await temporaryDatabase()
})
afterEach(() => temporary.remove())

const company = (id: string, name: string) => ({ id, name, isSample: 1, createdAt: 1_778_414_400_123, deletesAt: null })

it('inserts many rows, each value as it was, and columns that no row names with what they have by themselves', async () => {
  const names = ['plain', `'quotes" and \\ and \\u0000 written out`, 'Ä \u{1f600} \u2028\n\t', '{"json": [1]}', '']
  const rows = Array.from({ length: 1_000 }, (_, index) => company(`c${index}`, names[index] ?? `Company ${index}`))
  await insertMany(temporary.db, 'company', rows).execute()
  const found = await temporary.db.selectFrom('company').selectAll().execute()
  expect(new Map(found.map((each) => [each.id, each]))).toEqual(
    new Map(rows.map((row) => [row.id, { ...row, language: 'en', isEnding: 0, leaseOwner: null, leaseEndsAt: null }])),
  )
})

it('leaves out what is there, and says which rows it made', async () => {
  await insertMany(temporary.db, 'company', [company('c1', 'First')]).execute()
  const made = await insertMany(temporary.db, 'company', [company('c1', 'Second'), company('c2', 'Third')])
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('name')
    .execute()
  expect(made).toEqual([{ name: 'Third' }])
})

it('refuses text that one of the databases would cut, and inserts none of the rows', async () => {
  const insert = async () => insertMany(temporary.db, 'company', [company('c1', 'First'), company('c2', 'a\0b')]).execute()
  await expect(insert()).rejects.toThrow(/NUL/)
  expect(await temporary.db.selectFrom('company').selectAll().execute()).toEqual([])
})
