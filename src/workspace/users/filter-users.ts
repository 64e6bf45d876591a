import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { withoutLicence, type LastSeen, type UsersFilter } from '../../contract/users-filter'
import { dayInMilliseconds } from '../clock'
import type { WorkspaceDatabase } from '../database/sqlite'
import { containsPattern, foldName } from './folded-name'
import { isIn } from './named-in-company'

/** Finds a text anywhere in users' names, whatever its case and accents. */
export function nameContains(text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`"membership"."foldedName" like ${containsPattern(foldName(text))} escape '\\'`
}

function emailContains(text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`"membership"."foldedEmail" like ${containsPattern(text.toLowerCase())} escape '\\'`
}

/** Finds a text anywhere in users' names and e-mails. */
function matchesSearch(text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${nameContains(text)} or ${emailContains(text)})`
}

function holds(licence: string): RawBuilder<SqlBool> {
  if (licence === withoutLicence) return sql<SqlBool>`"membership"."heldLicences" = '|'`
  return sql<SqlBool>`"membership"."heldLicences" like ${containsPattern(`|${licence}|`)} escape '\\'`
}

function seen(choice: LastSeen, now: number): RawBuilder<SqlBool> {
  const column = sql.ref('membership.lastSeenAt')
  const daysAgo = (days: number) => now - days * dayInMilliseconds
  switch (choice) {
    case 'within-7':
      return sql<SqlBool>`${column} >= ${daysAgo(7)}`
    case 'within-30':
      return sql<SqlBool>`${column} >= ${daysAgo(30)}`
    case 'over-30':
      return sql<SqlBool>`(${column} is null or ${column} < ${daysAgo(30)})`
    case 'over-90':
      return sql<SqlBool>`(${column} is null or ${column} < ${daysAgo(90)})`
    case 'over-365':
      return sql<SqlBool>`(${column} is null or ${column} < ${daysAgo(365)})`
    case 'never':
      return sql<SqlBool>`${column} is null`
  }
}

/**
 * The memberships of a company that a filter means. One table holds all that it asks for.
 *
 * @param now Milliseconds since the epoch.
 * @param candidates Who alone may match the search (see `searchCandidates`), or null.
 */
export function matchingUsers(
  db: WorkspaceDatabase,
  companyId: string,
  filter: UsersFilter,
  now: number,
  candidates: RawBuilder<SqlBool> | null = null,
) {
  const { search, roles, licences, active, lastSeen } = filter
  let query = db.selectFrom('membership')
  query = candidates === null ? query.where('membership.companyId', '=', companyId) : query.where(isIn(companyId)).where(candidates)
  if (search !== '') query = query.where(matchesSearch(search))
  if (roles.length > 0) query = query.where('membership.role', 'in', roles)
  if (licences.length > 0) query = query.where((is) => is.or(licences.map(holds)))
  // Said outright, so that it can be answered by the index of those who are switched off.
  if (active !== null) query = query.where(sql<SqlBool>`"membership"."active" = ${sql.lit(Number(active))}`)
  if (lastSeen !== null) query = query.where(seen(lastSeen, now))
  return query
}

/** How many users of a company a filter means; see `matchingUsers`. */
export async function countMatching(...which: Parameters<typeof matchingUsers>): Promise<number> {
  const { total } = await matchingUsers(...which)
    .select((is) => is.fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}
