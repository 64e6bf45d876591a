import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBulkJobSchema } from '../../contract/bulk-jobs'
import { migrate } from '../database/migrate'
import { openSqlite, type WorkspaceDatabase } from '../database/sqlite'
import { checkEvents } from '../events/check-events'
import { beginImport, checkAgain } from '../imports/find-import'
import { storeFile } from '../imports/store-file'
import { createLicence } from '../licences/create-licence'
import { makeCompany } from '../testing/make-company'
import { processToKill, type ProcessToKill } from '../testing/process-to-kill'
import { isThorough } from '../testing/thorough'
import { findJob } from './find-jobs'
import type { JobAuthor } from './preview-bulk-job'
import { startBulkJob } from './start-bulk-job'

const kills = isThorough ? 50 : 3
const users = kills * 500
const now = Date.now
let worker: ProcessToKill
let db: WorkspaceDatabase
let anna: JobAuthor

beforeAll(async () => {
  worker = await processToKill(new URL('../testing/jobs-process.ts', import.meta.url))
  db = openSqlite(join(worker.folder, 'workspace.db'))
  await migrate(db)
  const made = await makeCompany(db, now())
  anna = {
    companyId: made.companyId,
    actor: { accountId: made.administratorId, email: 'anna@example.com', role: 'administrator' },
  }
}, 60_000)
afterAll(async () => {
  await db.destroy()
  worker.remove()
})

/** Works on the jobs in a process of their own, which is killed after a while. @returns Whether it was through before. */
const workUntilKilled = (after: number | null) => worker.run([join(worker.folder, 'workspace.db')], after)

/** Kills whoever works on a job, again and again, until it is done. @returns How often. */
async function ordeal(jobId: string, most: number): Promise<number> {
  let killed = 0
  while (killed < most && !(await workUntilKilled(randomInt(5, 120)))) killed += 1
  await workUntilKilled(null)
  const job = await findJob(db, anna.companyId, jobId, now())
  expect(job).toMatchObject({ problem: null })
  return killed
}

async function* file() {
  yield new TextEncoder().encode('email,name\n')
  for (let at = 0; at < users; at += 1) yield new TextEncoder().encode(`user${String(at)}@example.com,User ${String(at)}\n`)
}

it('does everything once, whenever it is killed', { timeout: kills * 20_000 }, async () => {
  const stored = await storeFile(db, anna, { name: 'users.csv', body: file() }, now())
  if (typeof stored === 'string') throw new Error(stored)
  const mapping = { email: 0, name: 1, role: null, language: null, licence: null }
  await checkAgain(db, anna, stored.id, { mapping, language: 'en' })
  let killed = await ordeal(stored.id, Math.ceil(kills / 6))
  await beginImport(db, anna, stored.id)
  killed += await ordeal(stored.id, Math.ceil(kills / 2))
  expect(await findJob(db, anna.companyId, stored.id, now())).toMatchObject({ state: 'done', done: users, refused: 0 })

  const { companyId } = anna
  const licence = { companyId, name: 'L', product: 'other', seats: users + 1, endsOn: null } as const
  const { id: licenceId } = await createLicence(db, licence)
  const selection = { kind: 'all', filter: {} }
  const request = startBulkJobSchema.parse({ action: { type: 'assign-licence', licenceId }, selection })
  const started = await startBulkJob(db, anna, request, now())
  if (typeof started === 'string') throw new Error(started)
  killed += await ordeal(started.id, kills)
  expect(await findJob(db, companyId, started.id, now())).toMatchObject({ state: 'done', done: users + 1, refused: 0 })
  process.stdout.write(`killed ${String(killed)} times\n`)

  const count = (table: 'membership' | 'seat') =>
    db
      .selectFrom(table)
      .select((is) => is.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  expect([await count('membership'), await count('seat')]).toEqual([{ n: users + 1 }, { n: users + 2 }])
  const events = await db
    .selectFrom('event')
    .where('name', 'in', ['UserCreated', 'LicenseAssigned'])
    .groupBy(['name', 'affectedItem'])
    .having((is) => is.fn.countAll(), '>', 1)
    .select(['name', 'affectedItem'])
    .execute()
  // The administrator has had one licence from the company's beginning.
  expect(events).toEqual([{ name: 'LicenseAssigned', affectedItem: 'anna@example.com' }])
  expect(await checkEvents(db, companyId)).toMatchObject({ outcome: 'intact' })
})
