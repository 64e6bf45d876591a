import { randomUUID } from 'node:crypto'
import { openSqlite } from '../database/sqlite'
import { endAllLeases } from '../jobs/claim-job'
import { workOnNextJob } from '../jobs/run-jobs'

/** A process that works on the jobs of a SQLite until there are none, for tests that kill it. */
const db = openSqlite(process.argv[2] ?? '')
await endAllLeases(db)
process.stdout.write('working\n')
const worker = { db, instanceId: randomUUID(), now: Date.now, lease: 15_000 }
const goOn = () =>
  workOnNextJob(
    worker,
    () => undefined,
    () => false,
  )
while (await goOn());
await db.destroy()
