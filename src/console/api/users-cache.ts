import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { ConsoleUser } from '../../contract/console-api'
import type { ShownUsers } from './console-api'
import { keys } from './queries'

/** Lists with more pages than this are not read anew because one user changed: nobody scrolls that far twice. */
const mostPages = 5

/** Shows a changed user at once, and asks anew for all that the change has made old. */
export function showChangedUser(client: QueryClient, changed: ConsoleUser): void {
  client.setQueriesData<InfiniteData<ShownUsers>>({ queryKey: keys.users }, (list) =>
    list === undefined
      ? undefined
      : {
          ...list,
          pages: list.pages.map((page) => ({
            ...page,
            users: page.users.map((user) => (user.id === changed.id ? changed : user)),
          })),
        },
  )
  askAnew(client)
}

/** Asks anew for users and licences after one or many of them changed. */
export function askAnew(client: QueryClient): void {
  for (const [queryKey, list] of client.getQueriesData<InfiniteData<ShownUsers>>({ queryKey: keys.users })) {
    const isLong = (list?.pages.length ?? 0) > mostPages
    void client.invalidateQueries({ queryKey, exact: true, refetchType: isLong ? 'none' : 'active' })
  }
  void client.invalidateQueries({ queryKey: keys.usersCount })
  void client.invalidateQueries({ queryKey: keys.user })
  void client.invalidateQueries({ queryKey: keys.licences })
}
