import type { Selection } from '../../contract/bulk-jobs'
import type { WorkspaceDatabase } from '../database/sqlite'
import { matchesSearch } from '../users/filter-users'
import { usersOf } from '../users/list-users'

/** The users of a selection, which never reaches beyond the company. */
export function selectUsers(db: WorkspaceDatabase, companyId: string, selection: Selection) {
  const users = usersOf(db, companyId)
  if (selection.kind === 'ids') return users.where('membership.accountId', 'in', selection.ids)
  const { filter, except } = selection
  const matching = filter.search === '' ? users : users.where(matchesSearch(filter.search))
  return except.length === 0 ? matching : matching.where('membership.accountId', 'not in', except)
}
