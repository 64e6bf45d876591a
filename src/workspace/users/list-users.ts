import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { ConsoleUser, UsersPage, UsersQuery } from '../../contract/console-api'
import type { WorkspaceDatabase } from '../database/sqlite'
import { isMeetingProduct, type Product } from '../../contract/licence'
import { nameContains } from './filter-users'
import { containsPattern } from './folded-name'

/** The users of a company with what tables and the API show of them. */
export function usersOf(db: WorkspaceDatabase, companyId: string) {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.companyId', '=', companyId)
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

/**
 * Expressions to sort by. Roles go by what they may do, users with several licences by the first name of them; who has
 * no licence or was never seen stands last in both directions.
 */
const sortExpressions = {
  name: sql<string>`"membership"."foldedName"`,
  email: sql<string>`"user"."email"`,
  role: sql<number>`case "membership"."role" when 'administrator' then 0 when 'user-manager' then 1 else 2 end`,
  licence: sql<string>`(
    select min("licence"."name") from "seat" inner join "licence" on "licence"."id" = "seat"."licenceId"
    where "seat"."accountId" = "membership"."accountId"
  )`,
  lastSeenAt: sql<number>`"membership"."lastSeenAt"`,
} as const

/** Finds a text anywhere in users' names and e-mails. */
export function matchesSearch(text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${nameContains(text)} or ${emailContains(text)})`
}

function emailContains(text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`"user"."email" like ${containsPattern(text.toLowerCase())} escape '\\'`
}

/**
 * Reads one page of the users' table.
 *
 * @returns The users of that page (empty past the end) and how many match in all.
 */
export async function listUsersPage(db: WorkspaceDatabase, companyId: string, query: UsersQuery): Promise<UsersPage> {
  let matching = usersOf(db, companyId)
  if (query.search !== '') {
    matching = matching.where(matchesSearch(query.search))
  }
  const expression = sortExpressions[query.sort]
  const direction = query.direction === 'ascending' ? 'asc' : 'desc'
  const rows = await matching
    .select(userColumns)
    .orderBy(sql`case when ${expression} is null then 1 else 0 end`)
    .orderBy(expression, direction)
    .orderBy('membership.foldedName')
    .orderBy('user.id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute()
  const { total } = await matching
    .select((is) => is.fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow()
  return { users: (await withLicences(db, rows)).map(toConsoleUser), total: Number(total) }
}

/** One user of the company, or null. */
export async function findUser(
  db: WorkspaceDatabase,
  companyId: string,
  userId: string,
): Promise<LicensedUser | null> {
  const rows = await usersOf(db, companyId).where('membership.accountId', '=', userId).select(userColumns).execute()
  const [user] = await withLicences(db, rows)
  return user ?? null
}
