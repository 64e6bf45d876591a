import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { ConsoleUser, UsersPage, UsersQuery } from '../../contract/console-api'
import type { WorkspaceDatabase } from '../database/sqlite'
import { isFiltering, type UsersFilter } from '../../contract/users-filter'
import { isMeetingProduct, type Product } from '../../contract/licence'
import { readCursor, writeCursor } from '../http/cursor'
import { countMatching, matchingUsers } from './filter-users'
import { licenceCandidates } from './licence-candidates'
import { isIn } from './named-in-company'
import { searchCandidates } from './search-candidates'
import { stretchesOf, type Stretch } from './sort-users'
import { usersCursorSchema, type UsersCursor } from './users-cursor'

/** The users of a company with what tables and the API show of them. */
export function usersOf(db: WorkspaceDatabase, companyId: string) {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.companyId', '=', companyId)
}

/** Those of a company's users that are named. */
export function usersNamed(db: WorkspaceDatabase, companyId: string, ids: readonly string[]) {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.accountId', 'in', ids)
    .where(isIn(companyId))
}

/** What of a user is read together with `usersOf`. */
export const userColumns = [
  'user.id',
  'user.name',
  'user.email',
  'membership.role',
  'membership.active',
  'membership.lastSeenAt',
] as const

export interface UserRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: ConsoleUser['role']
  readonly active: number
  readonly lastSeenAt: number | null
}

/** A user with the licences that it has seats of: the Meeting licence first, the others by name. */
export interface LicensedUser extends UserRow {
  readonly licences: readonly { readonly id: string; readonly name: string; readonly product: Product }[]
}

/** Databases limit the parameters of one statement. */
const mostAtOnce = 1000

/** Adds to each user the licences that it has, in the users' own order. */
export async function withLicences<Row extends { readonly id: string }>(
  db: WorkspaceDatabase,
  rows: readonly Row[],
): Promise<(Row & Pick<LicensedUser, 'licences'>)[]> {
  const licencesOf = new Map<string, { id: string; name: string; product: Product }[]>()
  for (let at = 0; at < rows.length; at += mostAtOnce) {
    const accountIds = rows.slice(at, at + mostAtOnce).map(({ id }) => id)
    const seats = await db
      .selectFrom('seat')
      .innerJoin('licence', 'licence.id', 'seat.licenceId')
      .where('seat.accountId', 'in', accountIds)
      .select(['seat.accountId', 'licence.id', 'licence.name', 'licence.product'])
      .orderBy('seat.family')
      .orderBy('licence.name')
      .orderBy('licence.id')
      .execute()
    for (const { accountId, ...licence } of seats) {
      const others = licencesOf.get(accountId)
      if (others === undefined) licencesOf.set(accountId, [licence])
      else others.push(licence)
    }
  }
  return rows.map((row) => ({ ...row, licences: licencesOf.get(row.id) ?? [] }))
}

/** The user's Meeting licence, of which there is one at most. */
export function meetingLicenceOf({ licences }: Pick<LicensedUser, 'licences'>) {
  return licences.find(({ product }) => isMeetingProduct(product)) ?? null
}

/** A user as the console shows it. */
export function toConsoleUser(row: LicensedUser): ConsoleUser {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    active: row.active === 1,
    lastSeenAt: row.lastSeenAt,
    licences: row.licences.map(({ id, name, product }) => ({ id, name, product })),
  }
}

/** The query's page can't be found: its cursor is none of ours, or from another order. */
export type NoSuchPage = 'no-such-page'

/**
 * Reads one page of the users' table, from where the page before ended (key set, never by offset).
 *
 * @param now Milliseconds since the epoch.
 */
export async function listUsersPage(
  db: WorkspaceDatabase,
  companyId: string,
  query: UsersQuery,
  now: number,
): Promise<UsersPage | NoSuchPage> {
  const { sort, direction, after, pageSize, ...filter } = query
  const stretches = await stretchesOf(db, companyId, { sort, direction })
  const cursor = after === undefined ? null : readCursor(after, usersCursorSchema)
  const first = cursor === null ? 0 : stretches.findIndex(({ key }) => key === cursor[0])
  if (first === -1 || (after !== undefined && cursor === null)) return 'no-such-page'
  const candidates = await searchCandidates(db, filter.search)
  const isSearchAlone = !isFiltering({ ...filter, search: '' })
  const found = candidates?.areMany === true && isSearchAlone ? null : candidates?.condition
  const reads = both(found, await licenceCandidates(db, filter.licences))
  const matching = matchingUsers(db, companyId, filter, now, reads)
  const rows: UsersCursor[] = []
  for (const stretch of stretches.slice(first)) {
    const begin = cursor?.[0] === stretch.key ? cursor : null
    if (begin !== null && begin[1].length !== stretch.columns.length) return 'no-such-page'
    rows.push(...(await readStretch(matching, stretch, begin, pageSize + 1 - rows.length)))
    if (rows.length > pageSize) break
  }
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  const isLastPage = rows.length <= pageSize || last === undefined
  const isCounted = after === undefined && (isLastPage || !isFiltering(filter))
  const total = !isCounted ? null : isLastPage ? shown.length : await countMatching(db, companyId, filter, now)
  const users = await findUsers(
    db,
    companyId,
    shown.map(([, , id]) => id),
  )
  return { users: users.map(toConsoleUser), next: isLastPage ? null : writeCursor(last), total }
}

/**
 * Counts the users of a company that a filter means.
 *
 * @param now Milliseconds since the epoch.
 */
export async function countUsers(db: WorkspaceDatabase, companyId: string, filter: UsersFilter, now: number): Promise<number> {
  const candidates = await searchCandidates(db, filter.search)
  return countMatching(db, companyId, filter, now, both(candidates?.condition, await licenceCandidates(db, filter.licences)))
}

/** Who alone may be meant, where each of two conditions may say so. */
function both(one: RawBuilder<SqlBool> | null | undefined, other: RawBuilder<SqlBool> | null): RawBuilder<SqlBool> | null {
  if (one === null || one === undefined) return other
  return other === null ? one : sql<SqlBool>`(${one} and ${other})`
}

/** Reads the ids of a stretch in order, with what they are sorted by; an index alone answers it. */
async function readStretch(
  matching: ReturnType<typeof matchingUsers>,
  { key, where, columns, direction }: Stretch,
  after: UsersCursor | null,
  limit: number,
): Promise<UsersCursor[]> {
  let query = where === null ? matching : matching.where(where)
  if (after !== null) {
    const place = sql.join([...columns, 'accountId'].map((column) => sql.ref(`membership.${column}`)))
    const values = sql.join([...after[1], after[2]])
    query = query.where(sql<SqlBool>`(${place}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${values})`)
  }
  for (const column of columns) query = query.orderBy(`membership.${column}`, direction)
  const rows = await query
    .orderBy('membership.accountId', direction)
    .select('membership.accountId')
    .select(columns.map((column) => `membership.${column}` as const))
    .limit(limit)
    .execute()
  return rows.map(({ accountId, ...values }) => [key, columns.map((column) => values[column] ?? ''), accountId])
}

/** Reads users in the order of these ids; who left the company in the meantime is left out. */
async function findUsers(db: WorkspaceDatabase, companyId: string, ids: readonly string[]): Promise<LicensedUser[]> {
  if (ids.length === 0) return []
  const rows = await usersNamed(db, companyId, ids).select(userColumns).execute()
  const users = new Map((await withLicences(db, rows)).map((user) => [user.id, user]))
  return ids.flatMap((id) => users.get(id) ?? [])
}

/** One user of the company, or null. */
export async function findUser(
  db: WorkspaceDatabase,
  companyId: string,
  userId: string,
): Promise<LicensedUser | null> {
  const [user] = await findUsers(db, companyId, [userId])
  return user ?? null
}
