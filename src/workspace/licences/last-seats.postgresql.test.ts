import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCompany } from '../company/create-company'
import { openPostgresql } from '../database/postgresql'
import type { WorkspaceDatabase } from '../database/sqlite'
import { makeCompany } from '../testing/make-company'
import { postgresqlDatabase, type PostgresqlDatabase } from '../testing/postgresql-database'
import { isThorough } from '../testing/thorough'
import { createAccount } from '../users/create-account'
import { changeSeats } from './change-seats'
import { createLicence } from './create-licence'

const clients = 64
const seats = 10
const rounds = isThorough ? 1_000 : 30

const now = Date.parse('2026-05-10T12:00:00Z')
let made: PostgresqlDatabase
let instances: readonly [WorkspaceDatabase, WorkspaceDatabase]

beforeEach(async () => {
  const database = await postgresqlDatabase()
  if (database === null) throw new Error('This test needs PostgreSQL')
  made = database
  instances = [await openPostgresql(made.address, () => undefined), await openPostgresql(made.address, () => undefined)]
})
afterEach(async () => {
  for (const db of instances) await db.destroy()
  await made.remove()
})

it('sells the last seats once, whoever fights for them', { timeout: 60_000 + rounds * 2_000 }, async () => {
  const [first, second] = instances
  const company = await makeCompany(first, now, { isSample: true })
  const { companyId } = company
  const accountIds: string[] = []
  for (let number = 0; number < clients; number += 1) {
    const email = `user${String(number)}@example.com`
    const account = { companyId, name: email, email, role: 'member', language: 'en', passwordHash: null } as const
    const added = await createAccount(first, account, now)
    if (added !== 'email-taken') accountIds.push(added.id)
  }
  const { id } = await createLicence(first, { companyId, name: 'M', product: 'meeting-50', seats, endsOn: null })

  for (let round = 0; round < rounds; round += 1) {
    const outcomes = await Promise.all(
      accountIds.map((accountId, at) =>
        changeSeats(at % 2 === 0 ? first : second, { companyId, accountId, give: [id], author: null }, now),
      ),
    )
    const { sold } = await second
      .selectFrom('seat')
      .select((is) => is.fn.countAll<number>().as('sold'))
      .executeTakeFirstOrThrow()
    const licence = await first.selectFrom('licence').select('seatsUsed').where('id', '=', id).executeTakeFirst()
    expect([outcomes.filter((outcome) => outcome === 'done').length, sold, licence?.seatsUsed]).toEqual([10, 10, 10])
    expect(outcomes.filter((outcome) => outcome === 'no-seats-left')).toHaveLength(clients - seats)
    await first.deleteFrom('seat').execute()
    await first.updateTable('licence').set({ seatsUsed: 0 }).execute()
  }
})

it('makes one company, whoever asks first', async () => {
  const administrator = { name: 'Anna', email: 'anna@example.com', language: 'en', passwordHash: 'x' }
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      createCompany(instances[at % 2 === 0 ? 0 : 1], { companyName: 'A', isSample: false, administrator }, now),
    ),
  )
  expect(outcomes.filter((outcome) => outcome === 'company-exists')).toHaveLength(7)
})
