import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCompany } from '../company/create-company'
import { createAccount } from '../users/create-account'
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database'
import { assignSeat } from './assign-seat'
import { createLicence, type NewLicence } from './create-licence'
import { listLicences } from './list-licences'

const now = Date.parse('2026-05-10T12:00:00Z')
const author = { accountId: 'u0', email: 'anna@example.com' }

let temporary: TemporaryDatabase
let companyId: string

beforeEach(async () => {
  temporary = await temporaryDatabase()
  const administrator = { name: 'Anna', email: author.email, language: 'en', passwordHash: 'x' }
  const made = await createCompany(temporary.db, { companyName: 'Example', isSample: true, administrator }, now)
  if (made === 'company-exists') throw new Error('The database was not empty')
  companyId = made.companyId
})
afterEach(() => temporary.remove())

async function addUsers(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let number = 0; number < count; number += 1) {
    const email = `user${String(number)}@example.com`
    const account = { companyId, name: email, email, role: 'member', language: 'en', passwordHash: null } as const
    const made = await createAccount(temporary.db, account, now)
    if (made !== 'email-taken') ids.push(made.id)
  }
  return ids
}

async function addLicence(more: Partial<NewLicence> = {}): Promise<string> {
  const licence = { companyId, name: 'Meeting 50', product: 'meeting-50', seats: 2, endsOn: null, ...more } as const
  return (await createLicence(temporary.db, licence)).id
}

const assign = (accountId: string, licenceId: string | null) =>
  assignSeat(temporary.db, { companyId, accountId, licenceId, author }, now)

const used = async () => (await listLicences(temporary.db, companyId, now)).map((licence) => licence.seatsUsed)
const events = async () =>
  (
    await temporary.db
      .selectFrom('event')
      .where('name', 'in', ['LicenseAssigned', 'LicenseRemoved'])
      .select(['name', 'details', 'affectedItem'])
      .execute()
  ).map(({ name, affectedItem, details }) => [name, affectedItem, details])

describe('assignSeat', () => {
  it('gives, changes and takes back, with an event for each', async () => {
    const [user = ''] = await addUsers(1)
    const first = await addLicence({ name: 'A' })
    const second = await addLicence({ name: 'B' })
    expect(await assign(user, first)).toBe('done')
    expect(await used()).toEqual([1, 0])
    expect(await assign(user, second)).toBe('done')
    expect(await used()).toEqual([0, 1])
    expect(await assign(user, null)).toBe('done')
    expect(await used()).toEqual([0, 0])
    expect(await events()).toEqual([
      ['LicenseAssigned', 'user0@example.com', '{"licence":"A","before":null}'],
      ['LicenseAssigned', 'user0@example.com', '{"licence":"B","before":"A"}'],
      ['LicenseRemoved', 'user0@example.com', '{"licence":null,"before":"B"}'],
    ])
  })

  it('does nothing, and says nothing, when nothing changes', async () => {
    const [user = ''] = await addUsers(1)
    const licence = await addLicence()
    await assign(user, licence)
    expect(await assign(user, licence)).toBe('done')
    expect([await used(), (await events()).length]).toEqual([[1], 1])
  })

  it('refuses when no seat is left, and leaves the old seat', async () => {
    const [a = '', b = ''] = await addUsers(2)
    const full = await addLicence({ name: 'A', seats: 1 })
    const other = await addLicence({ name: 'B' })
    await assign(a, full)
    await assign(b, other)
    expect(await assign(b, full)).toBe('no-seats-left')
    expect(await used()).toEqual([1, 1])
  })

  it.each([
    ['switched off', { active: false }],
    ['past its last day', { endsOn: '2026-05-09' }],
  ])('refuses a licence that is %s', async (_, more) => {
    const [user = ''] = await addUsers(1)
    expect(await assign(user, await addLicence(more))).toBe('licence-not-usable')
  })

  it('counts the last day as valid', async () => {
    const [user = ''] = await addUsers(1)
    expect(await assign(user, await addLicence({ endsOn: '2026-05-10' }))).toBe('done')
  })

  it('knows nobody and nothing outside the company', async () => {
    const [user = ''] = await addUsers(1)
    expect(await assign('nobody', null)).toBe('not-found')
    expect(await assign(user, 'nothing')).toBe('not-found')
    const licence = await addLicence()
    const outside = { companyId: 'c0', accountId: user, licenceId: licence, author }
    expect(await assignSeat(temporary.db, outside, now)).toBe('not-found')
  })

  it('never sells more seats than there are, whatever is asked at once', async () => {
    const users = await addUsers(6)
    const licences = [await addLicence({ name: 'A', seats: 2 }), await addLicence({ name: 'B', seats: 1 })]
    const step = fc.record({ user: fc.constantFrom(...users), licence: fc.constantFrom(...licences, null) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        await Promise.all(steps.map(({ user, licence }) => assign(user, licence)))
        const seats = await temporary.db.selectFrom('seat').select('licenceId').execute()
        const counted = licences.map((licence) => seats.filter((seat) => seat.licenceId === licence).length)
        expect(await used()).toEqual(counted)
        expect(counted[0]).toBeLessThanOrEqual(2)
        expect(counted[1]).toBeLessThanOrEqual(1)
      }),
      { numRuns: 25 },
    )
  })

  it('is held by the database itself', async () => {
    const licence = await addLicence({ seats: 1 })
    const oversold = temporary.db.updateTable('licence').set({ seatsUsed: 2 }).where('id', '=', licence).execute()
    await expect(oversold).rejects.toThrow(/CHECK/)
  })
})
