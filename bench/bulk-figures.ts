import { Readable } from 'node:stream'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startBulkJobSchema } from '../src/contract/bulk-jobs'
import { createCompany } from '../src/workspace/company/create-company'
import { migrate } from '../src/workspace/database/migrate'
import { openSqlite } from '../src/workspace/database/sqlite'
import { openPostgresql } from '../src/workspace/database/postgresql'
import { beginImport, checkAgain } from '../src/workspace/imports/find-import'
import { storeFile } from '../src/workspace/imports/store-file'
import { findJob } from '../src/workspace/jobs/find-jobs'
import type { JobAuthor } from '../src/workspace/jobs/preview-bulk-job'
import { workOnNextJob } from '../src/workspace/jobs/run-jobs'
import { startBulkJob } from '../src/workspace/jobs/start-bulk-job'
import { createLicence } from '../src/workspace/licences/create-licence'

/** Imports users from a CSV file, then assigns a licence to some of them, and says how long each took. */
const address = process.argv[2] ?? ''
const folder = mkdtempSync(join(import.meta.dirname, 'bulk-'))
const db = address === '' ? openSqlite(join(folder, 'workspace.db')) : await openPostgresql(address, () => undefined)
await migrate(db)
const administrator = { name: 'Anna', email: 'anna@example.com', language: 'en', passwordHash: 'x' }
const made = await createCompany(db, { companyName: 'Example', isSample: false, administrator }, Date.now())
if (made === 'company-exists') throw new Error('The database was not empty')
const { companyId, administratorId } = made
const anna: JobAuthor = { companyId, actor: { accountId: administratorId, email: 'anna@example.com', role: 'administrator' } }
const worker = { db, instanceId: 'bench', now: Date.now, lease: 15_000 }
let mostMemory = 0

async function measure(name: string, jobId: string): Promise<void> {
  const start = performance.now()
  const used = process.cpuUsage()
  const watch = setInterval(() => (mostMemory = Math.max(mostMemory, process.memoryUsage.rss())), 50)
  while (await workOnNextJob(worker, () => undefined, () => false));
  clearInterval(watch)
  const seconds = ((performance.now() - start) / 1000).toFixed(2)
  const { user, system } = process.cpuUsage(used)
  const cpu = ((user + system) / 1e6).toFixed(2)
  const job = await findJob(db, companyId, jobId, Date.now())
  process.stdout.write(`${name}: ${seconds} s (${cpu} s of CPU); ${String(job?.state)}, ${String(job?.total)} in all, ${String(job?.done)} done\n`)
}

function* file(rows: number, round: string) {
  yield Buffer.from('email,name,role,language,licence\n')
  for (let at = 0; at < rows; at += 1) {
    yield Buffer.from(`user${String(at)}.${round}@example.com,"Üser, Number ${String(at)}",member,de,\n`)
  }
}

for (const rows of [1_000, 10_000, 100_000]) {
  const body = Readable.from(file(rows, String(rows)))
  const stored = await storeFile(db, anna, { name: 'users.csv', body }, Date.now())
  if (typeof stored === 'string') throw new Error(stored)
  const mapping = { email: 0, name: 1, role: 2, language: 3, licence: 4 }
  await checkAgain(db, anna, stored.id, { mapping, language: 'en' })
  await measure(`check ${String(rows)} rows`, stored.id)
  await beginImport(db, anna, stored.id)
  await measure(`import ${String(rows)} users`, stored.id)
}
for (const users of [1_000, 10_000, 100_000]) {
  const licence = { companyId, name: `L${String(users)}`, product: 'meeting-50', seats: users, endsOn: null } as const
  const { id: licenceId } = await createLicence(db, licence)
  const selection = { kind: 'all', filter: { search: `.${String(users)}@` } }
  const wanted = startBulkJobSchema.parse({ action: { type: 'assign-licence', licenceId }, selection })
  const start = performance.now()
  const started = await startBulkJob(db, anna, wanted, Date.now())
  if (typeof started === 'string') throw new Error(started)
  const seconds = ((performance.now() - start) / 1000).toFixed(2)
  process.stdout.write(`begin for ${String(users)}: ${seconds} s\n`)
  await measure(`assign ${String(users)} licences`, started.id)
}
process.stdout.write(`most memory: ${String(Math.round(mostMemory / 1024 / 1024))} MB\n`)
await db.destroy()
rmSync(folder, { recursive: true, force: true })
