import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { startBulkJobSchema } from '../../contract/bulk-jobs'
import { checkEvents } from '../events/check-events'
import { createLicence } from '../licences/create-licence'
import { addManyUsers } from '../sample/add-many-users'
import { instancesOnPostgresql } from '../testing/instances'
import { makeCompany } from '../testing/make-company'
import { findJob } from './find-jobs'
import { startBulkJob } from './start-bulk-job'

const users = 8_000
const instances = instancesOnPostgresql()

it('is gone on with by another instance when the one that works on it dies, and done once', { timeout: 120_000 }, async () => {
  const { db, start } = instances
  const company = await makeCompany(db, Date.now())
  const { companyId, administratorId } = company
  await addManyUsers(db, companyId, users, Date.now())
  const { id: licenceId } = await createLicence(db, { companyId, name: 'L', product: 'other', seats: users + 1, endsOn: null })
  const request = startBulkJobSchema.parse({ action: { type: 'assign-licence', licenceId }, selection: { kind: 'all', filter: {} } })
  const author = { companyId, actor: { accountId: administratorId, email: 'anna@example.com', role: 'administrator' } } as const
  const started = await startBulkJob(db, author, request, Date.now())
  if (typeof started === 'string') throw new Error(started)
  const job = () => db.selectFrom('job').where('id', '=', started.id).select(['done', 'leaseOwner', 'state']).executeTakeFirstOrThrow()

  // Whoever has begun is killed in the midst of it, without a word; its lease stays.
  const environment = { PARLEY_SECRET: randomUUID().repeat(2), PARLEY_LOG_LEVEL: 'info' }
  const first = await start(environment)
  await expect.poll(async () => (await job()).done, { interval: 5, timeout: 30_000 }).toBeGreaterThan(0)
  first.signal('SIGKILL')
  await first.ended
  const left = await job()
  expect([left.state, typeof left.leaseOwner, left.done < users]).toEqual(['running', 'string', true])
  // Fifteen seconds go by.
  await db.updateTable('job').set({ leaseEndsAt: Date.now() }).where('id', '=', started.id).execute()

  const second = await start(environment)
  await expect.poll(async () => (await job()).state, { interval: 250, timeout: 60_000 }).toBe('done')
  expect(second.log()).toContain(started.id)
  expect(await findJob(db, companyId, started.id, Date.now())).toMatchObject({ done: users + 1, refused: 0, problem: null })
  const seats = await db.selectFrom('seat').where('licenceId', '=', licenceId).select((is) => is.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const events = await db.selectFrom('event').where('name', '=', 'LicenseAssigned').where('details', 'like', '%"L"%').select((is) => is.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  expect([seats.n, events.n]).toEqual([users + 1, users + 1])
  expect(await checkEvents(db, companyId)).toMatchObject({ outcome: 'intact' })
})
