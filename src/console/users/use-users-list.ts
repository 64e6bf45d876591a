import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { UsersView } from '../../contract/console-api'
import { usersQuery } from '../api/queries'

/** The users of a view, as many pages of them as were asked for. */
export function useUsersList(view: UsersView) {
  const list = useInfiniteQuery(usersQuery(view))
  const { data } = list
  const users = useMemo(() => data?.pages.flatMap((page) => page.users) ?? null, [data])
  const first = data?.pages[0]
  return { list, users, total: first?.total ?? 0, fetchedAt: first?.fetchedAt ?? 0 }
}
