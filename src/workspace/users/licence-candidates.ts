import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { z } from 'zod'
import { withoutLicence } from '../../contract/users-filter'
import type { WorkspaceDatabase } from '../database/sqlite'

/** Up to so many holders it is faster to begin with their seats than to look at everybody in the table's order. */
const fewHolders = 1_000

const countSchema = z.object({ count: z.coerce.number() })

/**
 * Narrows a filter by licences down to those who have a seat of one, where they are few: a page of them is found only after
 * nearly everybody was looked at.
 *
 * @param licences Ids of licences, or `withoutLicence`; empty for everybody.
 * @returns A condition on memberships, or null where everybody is to be looked at.
 */
export async function licenceCandidates(db: WorkspaceDatabase, licences: readonly string[]): Promise<RawBuilder<SqlBool> | null> {
  if (licences.length === 0 || licences.includes(withoutLicence)) return null
  const seats = sql`from "seat" where "licenceId" in (${sql.join(licences)})`
  const found = await sql`select count(*) as "count" from (select 1 ${seats} limit ${fewHolders + 1}) as "found"`.execute(db)
  if (countSchema.parse(found.rows[0]).count > fewHolders) return null
  return sql<SqlBool>`"membership"."accountId" in (select "accountId" ${seats})`
}
