import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { withoutLicence, type LastSeen, type UsersFilter } from '../../contract/users-filter'
import { dayInMilliseconds } from '../clock'
import type { WorkspaceDatabase } from '../database/sqlite'
import { containsPattern, foldName } from './folded-name'

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
 */
export function matchingUsers(db: WorkspaceDatabase, companyId: string, filter: UsersFilter, now: number) {
  const { search, roles, licences, active, lastSeen } = filter
  let query = db.selectFrom('membership').where('membership.companyId', '=', companyId)
  if (search !== '') query = query.where(matchesSearch(search))
  if (roles.length > 0) query = query.where('membership.role', 'in', roles)
  if (licences.length > 0) query = query.where((is) => is.or(licences.map(holds)))
  if (active !== null) query = query.where('membership.active', '=', Number(active))
  if (lastSeen !== null) query = query.where(seen(lastSeen, now))
  return query
}

/** How many users of a company a filter means. */
export async function countMatching(
  db: WorkspaceDatabase,
  companyId: string,
  filter: UsersFilter,
  now: number,
): Promise<number> {
  const { total } = await matchingUsers(db, companyId, filter, now)
    .select((is) => is.fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}
