import { writeRow } from '../csv/write-row'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { UsersFilter } from '../../contract/users-filter'
import { matchingUsers } from './filter-users'
import { userColumns, withLicences } from './list-users'

const pageSize = 1_000

/** The columns that an import reads, then what else is known. */
const head = ['email', 'name', 'role', 'language', 'licence', 'active', 'last seen']

/**
 * The company's users whom a filter means as a CSV file, page by page, so that many of them need no memory.
 *
 * @param now For the filter, milliseconds since the epoch.
 */
export async function* exportUsers(
  db: WorkspaceDatabase,
  companyId: string,
  filter: UsersFilter,
  now: number,
): AsyncGenerator<string> {
  yield `\u{feff}${writeRow(head)}`
  for (let after = ''; ; ) {
    const rows = await matchingUsers(db, companyId, filter, now)
      .innerJoin('user', 'user.id', 'membership.accountId')
      .where('membership.accountId', '>', after)
      .select(userColumns)
      .select('membership.language')
      .orderBy('membership.accountId')
      .limit(pageSize)
      .execute()
    const users = await withLicences(db, rows)
    yield users
      .map(({ email, name, role, language, licences, active, lastSeenAt }) =>
        writeRow([
          email,
          name,
          role,
          language,
          licences.map((licence) => licence.name).join(' | '),
          active === 1 ? 'yes' : 'no',
          lastSeenAt === null ? null : new Date(lastSeenAt).toISOString(),
        ]),
      )
      .join('')
    if (rows.length < pageSize) return
    after = rows.at(-1)?.id ?? after
  }
}
