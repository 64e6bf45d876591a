import type { UsersSelection } from '../../contract/users-selection'
import type { WorkspaceDatabase } from '../database/sqlite'
import { countMatching, matchingUsers } from './filter-users'
import { isIn } from './named-in-company'

/** Users that are given, and ids that one statement asks for, at once. */
const pageLength = 1_000

/**
 * Gives the ids of the selected users of a company, sorted, page by page; nobody twice, whoever is added, changed or
 * removed between two pages. Ids of others than the company's users are passed over.
 *
 * @param now For the filter, milliseconds since the epoch: the same for all of a job, so that it means the same users.
 * @param after Where to go on: the last id that was dealt with.
 */
export async function* selectedUsers(
  db: WorkspaceDatabase,
  companyId: string,
  selection: UsersSelection,
  now: number,
  after = '',
): AsyncGenerator<string[], void, undefined> {
  if (selection.kind === 'ids') {
    const wanted = [...new Set(selection.ids)].filter((id) => id > after).sort()
    for (let at = 0; at < wanted.length; at += pageLength) {
      const ids = await ofCompany(db, companyId, wanted.slice(at, at + pageLength))
      if (ids.length > 0) yield ids
    }
    return
  }
  const except = new Set(selection.except)
  for (let last = after; ; ) {
    const rows = await matchingUsers(db, companyId, selection.filter, now)
      .where('membership.accountId', '>', last)
      .orderBy('membership.accountId')
      .select('membership.accountId')
      .limit(pageLength)
      .execute()
    const ids = rows.map(({ accountId }) => accountId).filter((id) => !except.has(id))
    if (ids.length > 0) yield ids
    if (rows.length < pageLength) return
    last = rows.at(-1)?.accountId ?? last
  }
}

/**
 * How many users a selection means now.
 *
 * @param now Milliseconds since the epoch.
 */
export async function countSelected(
  db: WorkspaceDatabase,
  companyId: string,
  selection: UsersSelection,
  now: number,
): Promise<number> {
  let count = selection.kind === 'all' ? await countMatching(db, companyId, selection.filter, now) : 0
  const named = [...new Set(selection.kind === 'all' ? selection.except : selection.ids)]
  for (let at = 0; at < named.length; at += pageLength) {
    const part = named.slice(at, at + pageLength)
    if (selection.kind === 'ids') count += (await ofCompany(db, companyId, part)).length
    else {
      const excepted = await matchingUsers(db, companyId, selection.filter, now)
        .where('membership.accountId', 'in', part)
        .select('membership.accountId')
        .execute()
      count -= excepted.length
    }
  }
  return count
}

async function ofCompany(db: WorkspaceDatabase, companyId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .where(isIn(companyId))
    .where('accountId', 'in', ids)
    .select('accountId')
    .orderBy('accountId')
    .execute()
  return rows.map(({ accountId }) => accountId)
}
