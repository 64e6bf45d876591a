import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCompany } from '../testing/make-company'
import { createAccount } from '../users/create-account'
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database'
import { changeSeats, heldLicences } from './change-seats'
import { createLicence, type NewLicence } from './create-licence'
import { listLicences } from './list-licences'

const now = Date.parse('2026-05-10T12:00:00Z')
const author = { accountId: 'u0', email: 'anna@example.com' }

let temporary: TemporaryDatabase
let companyId: string

beforeEach(async () => {
  temporary = await temporaryDatabase()
  const made = await makeCompany(temporary.db, now, { isSample: true, administrator: { name: 'Anna', email: author.email } })
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

const give = (accountId: string, ...licences: string[]) =>
  changeSeats(temporary.db, { companyId, accountId, give: licences, author }, now)
const takeBack = (accountId: string, ...licences: string[]) =>
  changeSeats(temporary.db, { companyId, accountId, takeBack: licences, author }, now)
const heldBy = async (accountId: string) => (await heldLicences(temporary.db, accountId)).map(({ name }) => name)

const used = async () => (await listLicences(temporary.db, companyId, now)).map((licence) => licence.seatsUsed)
const events = async () =>
  (
    await temporary.db
      .selectFrom('event')
      .where('name', 'in', ['LicenseAssigned', 'LicenseRemoved'])
      .select(['name', 'details', 'affectedItem'])
      .execute()
  ).map(({ name, affectedItem, details }) => [name, affectedItem, details])

describe('changeSeats', () => {
  it('gives, changes and takes back, with an event for each', async () => {
    const [user = ''] = await addUsers(1)
    const first = await addLicence({ name: 'A' })
    const second = await addLicence({ name: 'B' })
    expect(await give(user, first)).toBe('done')
    expect(await used()).toEqual([1, 0])
    expect(await give(user, second)).toBe('done')
    expect(await used()).toEqual([0, 1])
    expect(await takeBack(user, second, first)).toBe('done')
    expect(await used()).toEqual([0, 0])
    expect(await events()).toEqual([
      ['LicenseAssigned', 'user0@example.com', '{"licence":"A","before":null}'],
      ['LicenseAssigned', 'user0@example.com', '{"licence":"B","before":"A"}'],
      ['LicenseRemoved', 'user0@example.com', '{"licence":null,"before":"B"}'],
    ])
  })

  it('gives other licences beside a Meeting licence, of which there is one', async () => {
    const [user = ''] = await addUsers(1)
    const meeting50 = await addLicence({ name: 'A' })
    const meeting100 = await addLicence({ name: 'B', product: 'meeting-100' })
    const support = await addLicence({ name: 'C', product: 'other' })
    const monitoring = await addLicence({ name: 'D', product: 'other' })
    expect(await give(user, support, meeting50)).toBe('done')
    expect(await give(user, monitoring)).toBe('done')
    expect(await give(user, meeting100)).toBe('done')
    expect([await heldBy(user), await used()]).toEqual([['B', 'C', 'D'], [0, 1, 1, 1]])
    expect(await takeBack(user, support)).toBe('done')
    expect([await heldBy(user), await used()]).toEqual([['B', 'D'], [0, 1, 0, 1]])
  })

  it('refuses two Meeting licences at once, and all when one of several is refused', async () => {
    const [user = ''] = await addUsers(1)
    const first = await addLicence({ name: 'A' })
    const second = await addLicence({ name: 'B', product: 'free' })
    const full = await addLicence({ name: 'C', product: 'other', seats: 0 })
    expect(await give(user, first, second)).toBe('one-meeting-licence')
    expect(await give(user, first, full)).toBe('no-seats-left')
    expect([await heldBy(user), await used(), await events()]).toEqual([[], [0, 0, 0], []])
  })

  it('does nothing, and says nothing, when nothing changes', async () => {
    const [user = ''] = await addUsers(1)
    const licence = await addLicence()
    await give(user, licence)
    expect(await give(user, licence)).toBe('done')
    expect([await used(), (await events()).length]).toEqual([[1], 1])
  })

  it('refuses when no seat is left, and leaves the old seat', async () => {
    const [a = '', b = ''] = await addUsers(2)
    const full = await addLicence({ name: 'A', seats: 1 })
    const other = await addLicence({ name: 'B' })
    await give(a, full)
    await give(b, other)
    expect(await give(b, full)).toBe('no-seats-left')
    expect(await used()).toEqual([1, 1])
  })

  it.each([
    ['switched off', { active: false }],
    ['past its last day', { endsOn: '2026-05-09' }],
  ])('refuses a licence that is %s', async (_, more) => {
    const [user = ''] = await addUsers(1)
    expect(await give(user, await addLicence(more))).toBe('licence-not-usable')
  })

  it('counts the last day as valid', async () => {
    const [user = ''] = await addUsers(1)
    expect(await give(user, await addLicence({ endsOn: '2026-05-10' }))).toBe('done')
  })

  it('knows nobody and nothing outside the company', async () => {
    const [user = ''] = await addUsers(1)
    expect(await takeBack('nobody')).toBe('not-found')
    expect(await give(user, 'nothing')).toBe('not-found')
    const licence = await addLicence()
    const outside = { companyId: 'c0', accountId: user, give: [licence], author }
    expect(await changeSeats(temporary.db, outside, now)).toBe('not-found')
  })

  it('never sells more seats than there are, whatever is asked at once', async () => {
    const users = await addUsers(6)
    const licences = [await addLicence({ name: 'A', seats: 2 }), await addLicence({ name: 'B', seats: 1 })]
    licences.push(await addLicence({ name: 'C', product: 'other', seats: 2 }))
    const step = fc.record({
      change: fc.constantFrom(give, takeBack),
      user: fc.constantFrom(...users),
      licence: fc.constantFrom(...licences),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        await Promise.all(steps.map(({ change, user, licence }) => change(user, licence)))
        const seats = await temporary.db.selectFrom('seat').select('licenceId').execute()
        const counted = licences.map((licence) => seats.filter((seat) => seat.licenceId === licence).length)
        expect(await used()).toEqual(counted)
        expect(counted[0]).toBeLessThanOrEqual(2)
        expect(counted[1]).toBeLessThanOrEqual(1)
        expect(counted[2]).toBeLessThanOrEqual(2)
      }),
      { numRuns: 25 },
    )
  })

  it('leaves one Meeting licence to an account, whatever the code does', async () => {
    const [user = ''] = await addUsers(1)
    const rows = [await addLicence({ name: 'A' }), await addLicence({ name: 'B' })].map((licenceId) => {
      return { accountId: user, licenceId, family: 'meeting', assignedAt: now } as const
    })
    await expect(temporary.db.insertInto('seat').values(rows).execute()).rejects.toThrow(/unique/i)
  })

  it('is held by the database itself', async () => {
    const licence = await addLicence({ seats: 1 })
    const oversold = temporary.db.updateTable('licence').set({ seatsUsed: 2 }).where('id', '=', licence).execute()
    await expect(oversold).rejects.toThrow(/check/i)
  })
})
