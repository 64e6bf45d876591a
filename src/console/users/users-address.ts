import { usersQuerySchema, type UsersQuery } from '../../contract/console-api'

const defaults = usersQuerySchema.parse({})

/**
 * Reads what the users' page shows from its address, so that back, forward, reload and bookmarks work. An entry that
 * makes no sense (an old bookmark, a typo) counts as absent.
 *
 * @param search The address's query.
 */
export function readUsersQuery(search: string): UsersQuery {
  const wishes = new URLSearchParams(search)
  const query: Record<string, string> = {}
  for (const name of ['search', 'sort', 'direction', 'page'] as const) {
    const wish = wishes.get(name)
    if (wish !== null && usersQuerySchema.shape[name].safeParse(wish).success) query[name] = wish
  }
  return usersQuerySchema.parse(query)
}

/**
 * Writes the query of the users' page, without what goes without saying.
 *
 * @returns `''`, or a query with its question mark.
 */
export function writeUsersQuery(query: UsersQuery): string {
  const wishes = new URLSearchParams()
  for (const name of ['search', 'sort', 'direction', 'page'] as const) {
    if (query[name] !== defaults[name]) wishes.set(name, String(query[name]))
  }
  const text = wishes.toString()
  return text === '' ? '' : `?${text}`
}

/**
 * The query after a column's header was chosen: the other direction, or that column from its beginning. Who was seen
 * last is what one looks for, so that column begins with the newest.
 */
export function sortedBy(query: UsersQuery, column: UsersQuery['sort']): UsersQuery {
  const first = column === 'lastSeenAt' ? 'descending' : 'ascending'
  const other = query.direction === 'ascending' ? 'descending' : 'ascending'
  return { ...query, sort: column, direction: query.sort === column ? other : first, page: 1 }
}

/**
 * Tells whether a search deserves an entry of its own in the browser's history: its beginning and its end do, while
 * what is typed in between does not.
 */
export function isNewSearch(before: string, after: string): boolean {
  return before === '' || after === ''
}
