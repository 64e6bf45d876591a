import { usersViewSchema, type UsersOrder, type UsersView } from '../../contract/console-api'
import { fromParameters, toParameters } from '../../contract/users-filter'

const defaults = usersViewSchema.parse({})

/**
 * Reads what the users' page shows from its address, so that back, forward, reload and bookmarks work. An entry that
 * makes no sense (an old bookmark, a typo) counts as absent.
 *
 * @param search The address's query.
 */
export function readUsersView(search: string): UsersView {
  const parameters = new URLSearchParams(search)
  const wishes = new Map<string, unknown>([
    ...Object.entries(fromParameters(parameters)),
    ['sort', parameters.get('sort')],
    ['direction', parameters.get('direction')],
  ])
  const understood = Object.entries(usersViewSchema.shape).filter(([name, schema]) => schema.safeParse(wishes.get(name)).success)
  return usersViewSchema.parse(Object.fromEntries(understood.map(([name]) => [name, wishes.get(name)])))
}

/**
 * Writes what the users' page shows, without what goes without saying.
 *
 * @returns `''`, or a query with its question mark.
 */
export function writeUsersView(view: UsersView): string {
  const parameters = toParameters(view)
  for (const name of ['sort', 'direction'] as const) {
    if (view[name] !== defaults[name]) parameters.set(name, view[name])
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/**
 * The view after a column's header was chosen: the other direction, or that column from its beginning. Who was seen
 * last is what one looks for, so that column begins with the newest.
 */
export function sortedBy(view: UsersView, column: UsersOrder['sort']): UsersView {
  const first = column === 'lastSeenAt' ? 'descending' : 'ascending'
  const other = view.direction === 'ascending' ? 'descending' : 'ascending'
  return { ...view, sort: column, direction: view.sort === column ? other : first }
}

/**
 * Tells whether a search deserves an entry of its own in the browser's history: its beginning and its end do, while
 * what is typed in between does not.
 */
export function isNewSearch(before: string, after: string): boolean {
  return before === '' || after === ''
}
