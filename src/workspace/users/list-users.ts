import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { ConsoleUser, UsersPage, UsersQuery } from '../../contract/console-api'
import type { WorkspaceDatabase } from '../database/sqlite'
import { containsPattern, foldName } from './folded-name'

/** The users of a company with what tables and the API show of them. */
export function usersOf(db: WorkspaceDatabase, companyId: string) {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .leftJoin('seat', 'seat.accountId', 'membership.accountId')
    .leftJoin('licence', 'licence.id', 'seat.licenceId')
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
  'licence.id as licenceId',
  'licence.name as licenceName',
] as const

export interface UserRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: ConsoleUser['role']
  readonly active: number
  readonly lastSeenAt: number | null
  readonly licenceId: string | null
  readonly licenceName: string | null
}

/** A user as the console shows it. */
export function toConsoleUser(row: UserRow): ConsoleUser {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    active: row.active === 1,
    lastSeenAt: row.lastSeenAt,
    licence: row.licenceId === null || row.licenceName === null ? null : { id: row.licenceId, name: row.licenceName },
  }
}

/**
 * Expressions to sort by. Roles go by what they may do; who has no licence or was never seen stands last in both
 * directions.
 */
const sortExpressions = {
  name: sql<string>`"membership"."foldedName"`,
  email: sql<string>`"user"."email"`,
  role: sql<number>`case "membership"."role" when 'administrator' then 0 when 'user-manager' then 1 else 2 end`,
  licence: sql<string>`"licence"."name"`,
  lastSeenAt: sql<number>`"membership"."lastSeenAt"`,
} as const

/** Finds a text anywhere in users' names, whatever its case and accents. */
export function nameContains(text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`"membership"."foldedName" like ${containsPattern(foldName(text))} escape '\\'`
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
    matching = matching.where((is) => is.or([nameContains(query.search), emailContains(query.search)]))
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
  return { users: rows.map(toConsoleUser), total: Number(total) }
}

/** One user of the company, or null. */
export async function findUser(db: WorkspaceDatabase, companyId: string, userId: string): Promise<UserRow | null> {
  const row = await usersOf(db, companyId)
    .where('membership.accountId', '=', userId)
    .select(userColumns)
    .executeTakeFirst()
  return row ?? null
}
