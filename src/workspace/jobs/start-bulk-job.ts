import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { startBulkJobSchema } from '../../contract/bulk-jobs'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { isUsable } from '../licences/list-licences'
import { keepSeats } from './keep-seats'
import { givenLicenceOf, licencesOf, type BulkPlan, type JobPlan } from './plan'
import type { JobAuthor } from './preview-bulk-job'
import { selectUsers } from './select-users'

/** Why a job does not begin. Nothing is written then. */
export type StartRefusal = 'not-found' | 'nobody' | 'selection-changed' | 'licence-not-usable' | 'no-seats-left'

class NotStarted extends Error {
  constructor(readonly refusal: StartRefusal) {
    super(refusal)
  }
}

/**
 * Begins a bulk change: writes down whom it is about, by name, and keeps the seats where it is all or nothing. Whoever
 * runs jobs does the rest.
 *
 * @param now Milliseconds since the epoch.
 */
export async function startBulkJob(
  db: WorkspaceDatabase,
  author: JobAuthor,
  request: z.output<typeof startBulkJobSchema>,
  now: number,
): Promise<{ readonly id: string } | StartRefusal> {
  try {
    return await inTransaction(db, (transaction) => startIn(transaction, author, request, now))
  } catch (error) {
    if (error instanceof NotStarted) return error.refusal
    throw error
  }
}

async function startIn(
  transaction: WorkspaceDatabase,
  { companyId, actor }: JobAuthor,
  { action, selection, seats, expected }: z.output<typeof startBulkJobSchema>,
  now: number,
): Promise<{ readonly id: string }> {
  const id = randomUUID()
  const licenceNames = await namesOf(transaction, companyId, licencesOf(action), givenLicenceOf(action), now)
  const plan: BulkPlan = { action, seats, licenceNames }
  await transaction
    .insertInto('job')
    .values({
      id,
      companyId,
      kind: 'bulk',
      state: 'running',
      plan: JSON.stringify(plan),
      authorId: actor.accountId,
      authorEmail: actor.email,
      createdAt: now,
      total: 0,
    })
    .execute()
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('jobItem')
    .columns(['jobId', 'position', 'accountId', 'email', 'name', 'state'])
    .expression(
      selectUsers(transaction, companyId, selection, now).select([
        sql<string>`cast(${id} as text)`.as('jobId'),
        sql<number>`row_number() over (order by "membership"."foldedName", "user"."id")`.as('position'),
        'user.id as accountId',
        'user.email',
        'user.name',
        sql<'pending'>`'pending'`.as('state'),
      ]),
    )
    .executeTakeFirst()
  const total = Number(numInsertedOrUpdatedRows)
  if (total === 0) throw new NotStarted('nobody')
  if (expected !== undefined && expected !== total) throw new NotStarted('selection-changed')
  await transaction.updateTable('job').set({ total }).where('id', '=', id).execute()
  if ((await keepForJob(transaction, id, plan)) !== 'kept') throw new NotStarted('no-seats-left')
  return { id }
}

/**
 * Keeps the seats that a job's users still need, where it is all or nothing.
 *
 * @returns `too-few`, with nothing done, where not all of them are left.
 */
export async function keepForJob(
  transaction: WorkspaceDatabase,
  jobId: string,
  { action, seats }: JobPlan,
): Promise<'kept' | 'too-few'> {
  const licenceId = givenLicenceOf(action)
  if (licenceId === null || seats !== 'all-or-nothing') return 'kept'
  const holders = (id: string) => transaction.selectFrom('seat').where('licenceId', '=', id).select('accountId')
  let inNeed = transaction
    .selectFrom('jobItem')
    .where('jobId', '=', jobId)
    .where('state', '=', 'pending')
    .where('accountId', 'not in', holders(licenceId))
  if (action.type === 'change-licence') inNeed = inNeed.where('accountId', 'in', holders(action.from))
  const { needed } = await inNeed
    .select((is) => is.fn.countAll<number | string>().as('needed'))
    .executeTakeFirstOrThrow()
  const keptSeats = Number(needed)
  if (keptSeats === 0) return 'kept'
  if (!(await keepSeats(transaction, licenceId, keptSeats))) return 'too-few'
  await transaction.updateTable('job').set({ keptLicenceId: licenceId, keptSeats }).where('id', '=', jobId).execute()
  return 'kept'
}

async function namesOf(
  transaction: WorkspaceDatabase,
  companyId: string,
  licenceIds: readonly string[],
  givenId: string | null,
  now: number,
): Promise<Record<string, string>> {
  if (licenceIds.length === 0) return {}
  const licences = await transaction
    .selectFrom('licence')
    .where('companyId', '=', companyId)
    .where('id', 'in', licenceIds)
    .select(['id', 'name', 'active', 'endsOn'])
    .execute()
  if (licences.length < new Set(licenceIds).size) throw new NotStarted('not-found')
  const given = licences.find(({ id }) => id === givenId)
  if (given !== undefined && !isUsable(given, now)) throw new NotStarted('licence-not-usable')
  return Object.fromEntries(licences.map(({ id, name }) => [id, name]))
}
