import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { startBulkJobSchema } from '../../contract/bulk-jobs'
import { checkEvents } from '../events/check-events'
import { createLicence } from '../licences/create-licence'
import { makeFirstLinks } from '../own-account/make-first-links'
import { addManyUsers } from '../sample/add-many-users'
import { createSealing } from '../secrets/sealing'
import { instancesOnPostgresql } from '../testing/instances'
import { startMailServer } from '../testing/mail-server'
import { makeCompany } from '../testing/make-company'
import { createAccount } from '../users/create-account'
import { findActiveAccount } from '../users/find-account'
import { findJob } from './find-jobs'
import { startBulkJob } from './start-bulk-job'
import { openMailing } from './start-mailing'

const users = 8_000
const instances = instancesOnPostgresql()
let company: Awaited<ReturnType<typeof makeCompany>>
beforeAll(async () => {
  company = await makeCompany(instances.db, Date.now())
})

it('is gone on with by another instance when the one that works on it dies, and done once', { timeout: 120_000 }, async () => {
  const { db, start } = instances
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

it('is gone on with where an instance dies while it sends mail, and nobody is sent more than one twice', { timeout: 60_000 }, async () => {
  const { db, start } = instances
  const server = await startMailServer()
  onTestFinished(() => server.stop())
  const { companyId, administratorId } = company
  const emails = ['ada', 'bea', 'cleo', 'dora'].map((name) => `${name}@example.com`)
  const ids: string[] = []
  for (const email of emails) {
    const made = await createAccount(db, { companyId, name: email, email, role: 'member', language: 'en', passwordHash: null }, Date.now())
    if (made !== 'email-taken') ids.push(made.id)
  }
  const anna = await findActiveAccount(db, administratorId)
  if (anna === null) throw new Error('Anna is gone')
  const secret = randomUUID().repeat(2)
  const mailing = openMailing(db, anna, createSealing(secret, 'meeting passwords'), Date.now)
  await makeFirstLinks(db, anna, { kind: 'ids', ids }, Date.now(), { mailing })
  const id = await mailing.close()

  const environment = { PARLEY_SECRET: secret, PARLEY_MAIL_SERVER: server.address, PARLEY_MAIL_FROM: 'meet@example.com' }
  for (const email of emails.slice(1)) server.unanswered.add(email)
  const first = await start(environment)
  await expect.poll(() => server.received.some(({ to }) => server.unanswered.has(to)), { interval: 20, timeout: 30_000 }).toBe(true)
  first.signal('SIGKILL')
  await first.ended
  server.unanswered.clear()
  await db.updateTable('job').set({ leaseEndsAt: Date.now() }).where('id', '=', id).execute()

  await start(environment)
  const job = () => findJob(db, companyId, id ?? '', Date.now())
  await expect.poll(async () => (await job())?.state, { interval: 100, timeout: 30_000 }).toBe('done')
  expect(await job()).toMatchObject({ done: 4, refused: 0 })
  const times = emails.map((email) => server.received.filter(({ to }) => to === email).length)
  expect(times.toSorted()).toEqual([1, 1, 1, 2])
})
