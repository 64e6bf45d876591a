import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { RefusalReason } from '../../contract/bulk-jobs'
import { mostImportRows } from '../../contract/imports'
import { inTransaction } from '../database/in-transaction'
import { insertMany } from '../database/insert-many'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { Worker } from '../jobs/claim-job'
import { findActor } from '../jobs/job-actor'
import { listLicences } from '../licences/list-licences'
import { newAccountId } from '../users/create-account'
import { importPlanSchema } from './import-plan'
import { FileNotValid, readRows, readText } from './read-rows'
import { userReader, type UserRow } from './read-user'

/** Rows that are read, looked up and written down at once. */
const atOnce = 1_000

class TooManyRows extends Error {}
class LeftToOthers extends Error {}

/**
 * Checks every row of an import and writes down what it would do, or why it would be refused. Where it is broken off,
 * whoever goes on begins anew, since nothing has come of it yet.
 *
 * @param isStopping Asked between two transactions; then it is left to whoever begins anew.
 * @throws When the database does; the job is claimed still.
 */
export async function checkImport(worker: Worker, jobId: string, isStopping: () => boolean): Promise<void> {
  try {
    await check(worker, jobId, isStopping)
  } catch (error) {
    if (error instanceof LeftToOthers) return
    const problem = error instanceof TooManyRows ? 'too-many-rows' : error instanceof FileNotValid ? 'file-not-valid' : null
    if (problem === null) throw error
    await leave(worker, jobId, { state: 'failed', problem })
  }
}

async function check(worker: Worker, jobId: string, isStopping: () => boolean): Promise<void> {
  const { db, instanceId, now } = worker
  const job = await db
    .selectFrom('job')
    .where('id', '=', jobId)
    .where('state', '=', 'checking')
    .where('leaseOwner', '=', instanceId)
    .select(['id', 'companyId', 'authorId', 'plan'])
    .executeTakeFirst()
  if (job === undefined) return
  const actor = await findActor(db, job)
  const { file, check: wanted } = importPlanSchema.parse(JSON.parse(job.plan))
  if (actor === null || wanted === null) return leave(worker, jobId, { state: 'failed', problem: 'not-allowed' })
  const licences = await listLicences(db, job.companyId, now())
  const readUser = userReader(wanted, licences, actor)

  await step(worker, jobId, (transaction) => transaction.deleteFrom('jobItem').where('jobId', '=', jobId).execute())
  let position = 0
  let waiting: UserRow[] = []
  const write = async () => {
    const rows = waiting
    waiting = []
    if (rows.length === 0) return
    const first = position + 1
    position += rows.length
    if (position > mostImportRows) throw new TooManyRows()
    await step(worker, jobId, (transaction) => writeRows(transaction, jobId, first, rows))
    // Requests have their turn.
    await setImmediate()
    if (isStopping()) throw new LeftToOthers()
  }
  let isHead = true
  for await (const row of readRows(readText(db, jobId, file.encoding), file.delimiter)) {
    if (!isHead) waiting.push(readUser(row))
    isHead = false
    if (waiting.length === atOnce) await write()
  }
  await write()
  await step(worker, jobId, async (transaction) => {
    await refuseRepeated(transaction, jobId)
    for (const { id, seats, seatsUsed } of licences) {
      await refuseBeyond(transaction, jobId, id, Math.max(0, seats - seatsUsed))
    }
    const { refused } = await transaction
      .selectFrom('jobItem')
      .where('jobId', '=', jobId)
      .where('state', '=', 'refused')
      .select((is) => is.fn.countAll<number | string>().as('refused'))
      .executeTakeFirstOrThrow()
    await transaction
      .updateTable('job')
      .set({ total: position, refused: Number(refused), state: 'ready', leaseOwner: null, leaseEndsAt: null })
      .where('id', '=', jobId)
      .execute()
  })
}

/** One transaction of the job's holder, which prolongs the lease. */
async function step(
  { db, instanceId, now, lease }: Worker,
  jobId: string,
  work: (transaction: WorkspaceDatabase) => Promise<unknown>,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('job')
      .set({ leaseEndsAt: now() + lease })
      .where('id', '=', jobId)
      .where('leaseOwner', '=', instanceId)
      .where('state', '=', 'checking')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new LeftToOthers()
    await work(transaction)
  })
}

async function writeRows(
  transaction: WorkspaceDatabase,
  jobId: string,
  first: number,
  rows: readonly UserRow[],
): Promise<void> {
  const taken = await takenEmails(
    transaction,
    rows.map(({ email }) => email),
  )
  const items = rows.map(({ email, name, user, reasons }, at) => {
    const all: RefusalReason[] = taken.has(email) ? [...reasons, 'email-taken'] : [...reasons]
    const isRefused = all.length > 0
    return {
      jobId,
      position: first + at,
      // Chosen now, so that nothing has to be written back to the row when the account is made.
      accountId: isRefused ? null : newAccountId(),
      email,
      name,
      state: isRefused ? ('refused' as const) : ('pending' as const),
      reasons: all.join(' '),
      input: isRefused ? null : JSON.stringify(user),
    }
  })
  await insertMany(transaction, 'jobItem', items).execute()
}

/** Those of these e-mails that somebody in a company has. */
async function takenEmails(db: WorkspaceDatabase, emails: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('user')
    .innerJoin('membership', 'membership.accountId', 'user.id')
    .where('user.email', 'in', [...new Set(emails)])
    .select('user.email')
    .execute()
  return new Set(rows.map(({ email }) => email))
}

/** Of rows with one e-mail the first is imported. */
async function refuseRepeated(transaction: WorkspaceDatabase, jobId: string): Promise<void> {
  await sql`
    update "jobItem" set "state" = 'refused', "reasons" = 'email-twice', "accountId" = null
    where "jobId" = ${jobId} and "position" in (
      select "position" from (
        select "position", row_number() over (partition by "email" order by "position") as "turn"
        from "jobItem" where "jobId" = ${jobId} and "state" = 'pending'
      ) as "turns" where "turn" > 1
    )
  `.execute(transaction)
}

/** The first rows that name a licence have what is left of it. */
async function refuseBeyond(transaction: WorkspaceDatabase, jobId: string, licenceId: string, left: number): Promise<void> {
  const pattern = `%"licenceId":${JSON.stringify(licenceId)}%`
  await sql`
    update "jobItem" set "state" = 'refused', "reasons" = 'no-seats-left', "accountId" = null
    where "jobId" = ${jobId} and "position" in (
      select "position" from (
        select "position", row_number() over (order by "position") as "turn"
        from "jobItem" where "jobId" = ${jobId} and "state" = 'pending' and "input" like ${pattern}
      ) as "turns" where "turn" > ${left}
    )
  `.execute(transaction)
}

async function leave(
  { db, instanceId }: Worker,
  jobId: string,
  outcome: { readonly state: 'failed'; readonly problem: 'not-allowed' | 'file-not-valid' | 'too-many-rows' },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await transaction
      .updateTable('job')
      .set({ ...outcome, leaseOwner: null, leaseEndsAt: null })
      .where('id', '=', jobId)
      .where('leaseOwner', '=', instanceId)
      .execute()
  })
}
