import { afterEach, beforeEach, expect, it } from 'vitest'
import { noFilter } from '../../contract/users-filter'
import { listLicences } from '../licences/list-licences'
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database'
import { countMatching } from '../users/filter-users'
import { addManyUsers } from './add-many-users'
import { fillWithSample } from './fill-with-sample'
import { seededRandom } from './seeded-random'

const now = Date.parse('2026-05-10T12:00:00Z')
let temporary: TemporaryDatabase
beforeEach(async () => {
  temporary = await temporaryDatabase()
})
afterEach(() => temporary.remove())

it('makes 250 users, four licences and a year of events, marked as sample data, once', async () => {
  const { db } = temporary
  const made = await fillWithSample(db, now)
  expect(made?.password).toMatch(/^[\w-]{20}$/)
  const company = await db.selectFrom('company').selectAll().executeTakeFirstOrThrow()
  expect([company.isSample, company.name]).toEqual([1, 'Sample Company (sample data)'])
  const total = await countMatching(db, company.id, noFilter, now)
  const licences = await listLicences(db, company.id, now)
  expect([total, licences.map(({ name, seatsUsed }) => [name, seatsUsed])]).toEqual([
    250,
    [
      ['Enterprise', 25],
      ['Free', 90],
      ['Meeting 100', 60],
      ['Meeting 50', 50],
    ],
  ])
  const seats = await db.selectFrom('seat').select('licenceId').execute()
  expect(seats.length).toBe(225)
  const moments = (await db.selectFrom('event').select('at').orderBy('number').execute()).map(({ at }) => at)
  expect(moments).toEqual(moments.toSorted((one, other) => one - other))
  expect(Math.min(...moments)).toBeGreaterThanOrEqual(now - 365 * 86_400_000)
  expect(Math.max(...moments)).toBeLessThanOrEqual(now)
  expect(await fillWithSample(db, now)).toBeNull()
})

it('draws another password each time, and nothing else', async () => {
  const other = await temporaryDatabase()
  const passwords = [await fillWithSample(temporary.db, now), await fillWithSample(other.db, now)].map(
    (made) => made?.password,
  )
  expect(passwords[0]).not.toBe(passwords[1])
  const users = async ({ db }: TemporaryDatabase) =>
    db
      .selectFrom('membership')
      .innerJoin('user', 'user.id', 'accountId')
      .select(['name', 'email', 'role', 'lastSeenAt'])
      .orderBy('email')
      .execute()
  expect(await users(other)).toEqual(await users(temporary))
  await other.remove()
})

it('adds users by the thousand, with the seats that the licences say', async () => {
  const { db } = temporary
  await fillWithSample(db, now)
  const { id } = await db.selectFrom('company').select('id').executeTakeFirstOrThrow()
  await addManyUsers(db, id, 1_200, now)
  expect(await countMatching(db, id, noFilter, now)).toBe(1_450)
  for (const licence of await listLicences(db, id, now)) {
    expect(await countMatching(db, id, { ...noFilter, licences: [licence.id] }, now)).toBe(licence.seatsUsed)
  }
})

it('draws numbers from 0 up to 1', () => {
  const random = seededRandom(1)
  const numbers = Array.from({ length: 1000 }, random)
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
  expect(numbers.reduce((sum, number) => sum + number, 0) / 1000).toBeCloseTo(0.5, 1)
})
