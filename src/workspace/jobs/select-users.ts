import type { Selection } from '../../contract/bulk-jobs'
import type { WorkspaceDatabase } from '../database/sqlite'
import { matchingUsers } from '../users/filter-users'
import { usersNamed } from '../users/list-users'

/**
 * The users of a selection, which never reaches beyond the company.
 *
 * @param now For the filter, milliseconds since the epoch.
 */
export function selectUsers(db: WorkspaceDatabase, companyId: string, selection: Selection, now: number) {
  if (selection.kind === 'ids') return usersNamed(db, companyId, selection.ids)
  const { filter, except } = selection
  const matching = matchingUsers(db, companyId, filter, now).innerJoin('user', 'user.id', 'membership.accountId')
  return except.length === 0 ? matching : matching.where('membership.accountId', 'not in', except)
}
