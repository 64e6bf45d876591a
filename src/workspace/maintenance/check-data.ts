import { PostgresAdapter, sql } from 'kysely'
import { z } from 'zod'
import type { WorkspaceDatabase } from '../database/sqlite'
import { checkEvents } from '../events/check-events'

/** Something that can't be so, in words for the operator. */
type DataProblem = string

const integritySchema = z.array(z.object({ integrity_check: z.string() }))
const countSchema = z.array(z.object({ count: z.number() }))
const referenceSchema = z.array(z.object({ table: z.string(), parent: z.string() }))

/**
 * Checks what holds in every sound workspace: the file itself, references, seats that are counted right, administrators,
 * and the chain of the event log. It only reads, and may run beside a workspace.
 *
 * @returns What is wrong; empty when nothing is.
 */
export async function checkData(db: WorkspaceDatabase): Promise<readonly DataProblem[]> {
  const problems: DataProblem[] = []
  const isFile = !(db.getExecutor().adapter instanceof PostgresAdapter)
  if (isFile) problems.push(...(await checkFile(db)))
  const index = sql.table(isFile ? 'searchKey' : 'searchLetter')
  const lost = await sql`select count(*) as "count" from "membership" where "accountId" not in (select "accountId" from ${index})`.execute(db)
  for (const { count } of countSchema.parse(lost.rows)) if (count > 0) problems.push(`searches don’t find ${count} users`)

  const licences = await db
    .selectFrom('licence')
    .leftJoin('seat', 'seat.licenceId', 'licence.id')
    .groupBy(['licence.id', 'licence.seatsUsed'])
    .select((is) => ['licence.id', 'licence.seatsUsed', is.fn.count<number>('seat.accountId').as('counted')])
    .execute()
  for (const { id, seatsUsed, counted } of licences) {
    if (counted !== seatsUsed) {
      problems.push(`licence ${id}: ${seatsUsed} seats are noted as used, and ${counted} are`)
    }
  }

  const companies = await db
    .selectFrom('company')
    .select((is) => [
      'company.id',
      is
        .selectFrom('membership')
        .whereRef('membership.companyId', '=', 'company.id')
        .where('membership.role', '=', 'administrator')
        .where('membership.active', '=', 1)
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('administrators'),
    ])
    .execute()
  for (const { id, administrators } of companies) {
    if (Number(administrators) === 0) problems.push(`company ${id}: has no active administrator`)
    const events = await checkEvents(db, id)
    if (events.outcome === 'tampered') problems.push(`company ${id}: event ${events.number} is ${events.fault}`)
  }
  return problems
}

async function checkFile(db: WorkspaceDatabase): Promise<DataProblem[]> {
  const integrity = await sql`pragma integrity_check(20)`.execute(db)
  const references = await sql`select "table", "parent" from pragma_foreign_key_check limit 20`.execute(db)
  return [
    ...integritySchema.parse(integrity.rows).flatMap((row) => (row.integrity_check === 'ok' ? [] : [row.integrity_check])),
    ...referenceSchema.parse(references.rows).map(({ table, parent }) => `${table}: refers to a ${parent} that is not there`),
  ]
}
