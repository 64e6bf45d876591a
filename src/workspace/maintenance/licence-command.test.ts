import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCompany } from '../company/create-company'
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database'
import { changeLicence, readLicence } from './licence-command'
import { MaintenanceError } from './maintenance-error'

const now = Date.parse('2026-05-10T12:00:00Z')
let temporary: TemporaryDatabase

beforeEach(async () => {
  temporary = await temporaryDatabase()
})
afterEach(() => temporary.remove())

async function makeCompany(): Promise<void> {
  const administrator = { name: 'Anna', email: 'anna@example.com', language: 'en', passwordHash: 'x' }
  await createCompany(temporary.db, { companyName: 'Example', isSample: false, administrator }, now)
}

async function licence(name: string | null = null, values: Parameters<typeof readLicence>[1] = {}) {
  const { outcome, licences } = await changeLicence(temporary.db, readLicence(name, values), now)
  return { outcome, licences: licences.map((each) => [each.name, each.product, each.seats, each.endsOn]) }
}

async function events() {
  const rows = await temporary.db
    .selectFrom('event')
    .where('name', 'in', ['LicenceAdded', 'LicenceChanged'])
    .orderBy('number')
    .select(['name', 'authorId', 'affectedItem', 'details'])
    .execute()
  return rows.map(({ name, authorId, affectedItem, details }) => {
    const told: unknown = JSON.parse(details)
    return [name, authorId, affectedItem, told]
  })
}

it('lists what a new company holds', async () => {
  await makeCompany()
  expect(await licence()).toEqual({
    outcome: null,
    licences: [['Free', 'free', 100_000, null], ['Meeting 50', 'meeting-50', 10, '2027-05-10']],
  })
})

it('adds a licence, changes what is said of it, and tells the event log', async () => {
  await makeCompany()
  const added = await licence('Meeting 100', { product: 'meeting-100', seats: '500', ends: '2028-12-31' })
  expect([added.outcome, added.licences[1]]).toEqual(['added', ['Meeting 100', 'meeting-100', 500, '2028-12-31']])
  const changed = await licence('Meeting 100', { seats: '3412', ends: 'none' })
  expect([changed.outcome, changed.licences[1]]).toEqual(['changed', ['Meeting 100', 'meeting-100', 3_412, null]])
  expect((await licence('Meeting 100', { product: 'meeting-100', seats: '3412' })).outcome).toBe('unchanged')
  expect(await events()).toEqual([
    ['LicenceAdded', null, 'Meeting 100', { product: 'meeting-100', seats: 500, endsOn: '2028-12-31' }],
    ['LicenceChanged', null, 'Meeting 100', { seats: 3_412, seatsBefore: 500, endsOn: null, endsOnBefore: '2028-12-31' }],
  ])
})

it('changes nothing where that can’t be', async () => {
  await expect(licence()).rejects.toThrow(/no company/)
  await makeCompany()
  await expect(licence('Meeting 100', { product: 'meeting-100' })).rejects.toThrow(/needs --product and --seats/)
  await expect(licence('Meeting 50', { product: 'enterprise' })).rejects.toThrow(/another product/)
  // The administrator has a seat of it.
  await expect(licence('Meeting 50', { seats: '0' })).rejects.toThrow(MaintenanceError)
  expect((await licence('Meeting 50', { seats: '1' })).licences[1]).toEqual(['Meeting 50', 'meeting-50', 1, '2027-05-10'])
  expect(await events()).toHaveLength(1)
})
