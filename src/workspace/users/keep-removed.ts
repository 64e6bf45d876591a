import { sql } from 'kysely'
import { z } from 'zod'
import { roleSchema } from '../../contract/session'
import { dayInMilliseconds } from '../clock'
import type { WorkspaceDatabase } from '../database/sqlite'

/** A row of any table, as both databases give it. */
const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
type Row = z.output<typeof rowSchema>

/** What goes with a user: its place in the company, its seats, and what its place took along. */
const keptSchema = z.object({
  role: roleSchema,
  active: z.union([z.literal(0), z.literal(1)]),
  language: z.string(),
  lastSeenAt: z.number().nullable(),
  foldedName: z.string(),
  licenceIds: z.array(z.string()),
  rows: z.object({ scriptToken: z.array(rowSchema), meeting: z.array(rowSchema), meetingInvitee: z.array(rowSchema) }),
})
type Kept = z.output<typeof keptSchema>

/** How long a removal can be taken back, milliseconds. */
export const removalTime = dayInMilliseconds

/** Rows come in the order in which they can be put back. */
const tables = ['scriptToken', 'meeting', 'meetingInvitee'] as const

/**
 * Keeps what a removal from the company is about to take, inside its transaction.
 *
 * @param licenceIds Of what the user has seats of.
 * @param now Milliseconds since the epoch.
 */
export async function keepRemoved(
  transaction: WorkspaceDatabase,
  accountId: string,
  licenceIds: readonly string[],
  now: number,
): Promise<void> {
  const { companyId, ...place } = await transaction
    .selectFrom('membership')
    .where('accountId', '=', accountId)
    .select(['companyId', 'role', 'active', 'language', 'lastSeenAt', 'foldedName'])
    .executeTakeFirstOrThrow()
  const meetings = transaction.selectFrom('meeting').where('organizerId', '=', accountId)
  const kept: Kept = keptSchema.parse({
    ...place,
    licenceIds,
    rows: {
      scriptToken: await transaction.selectFrom('scriptToken').where('accountId', '=', accountId).selectAll().execute(),
      meeting: await meetings.selectAll().execute(),
      meetingInvitee: await transaction
        .selectFrom('meetingInvitee')
        .where('meetingId', 'in', meetings.select('id'))
        .selectAll()
        .execute(),
    },
  })
  await forgetRemoved(transaction, accountId)
  await transaction
    .insertInto('removedUser')
    .values({ accountId, companyId, removedAt: now, kept: JSON.stringify(kept) })
    .execute()
}

/** Forgets what a removal took: it has been put back, or the account has a new place. */
export async function forgetRemoved(transaction: WorkspaceDatabase, accountId: string): Promise<void> {
  await transaction.deleteFrom('removedUser').where('accountId', '=', accountId).execute()
}

/** Reads what the removal of a user took, or null where nothing (or nothing any more) is kept. */
export async function findRemoved(
  transaction: WorkspaceDatabase,
  companyId: string,
  accountId: string,
  since: number,
): Promise<Kept | null> {
  const found = await transaction
    .selectFrom('removedUser')
    .where('accountId', '=', accountId)
    .where('companyId', '=', companyId)
    .where('removedAt', '>=', since)
    .select('kept')
    .forUpdate()
    .executeTakeFirst()
  return found === undefined ? null : keptSchema.parse(JSON.parse(found.kept))
}

/** Puts a user back in its place, with its meetings and tokens; its seats have to be asked for as anybody's. */
export async function putBack(
  transaction: WorkspaceDatabase,
  { companyId, accountId, email }: { readonly companyId: string; readonly accountId: string; readonly email: string },
  { role, active, language, lastSeenAt, foldedName, rows }: Kept,
): Promise<void> {
  await transaction
    .insertInto('membership')
    .values({ accountId, companyId, role, active, language, lastSeenAt, foldedName })
    .execute()
  for (const table of tables) for (const row of rows[table]) await insert(transaction, table, row)
  // Meetings of others know again whom they invited.
  await transaction
    .updateTable('meetingInvitee')
    .set({ accountId })
    .where('email', '=', email)
    .where('accountId', 'is', null)
    .where('meetingId', 'in', transaction.selectFrom('meeting').where('companyId', '=', companyId).select('id'))
    .execute()
}

/** The columns are those that the row had, also where a later version of Parley knows more of them. */
async function insert(transaction: WorkspaceDatabase, table: (typeof tables)[number], row: Row): Promise<void> {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  const values = sql.join(Object.values(row).map((value) => sql`${value}`))
  await sql`insert into ${sql.table(table)} (${columns}) values (${values}) on conflict do nothing`.execute(transaction)
}
