import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { UsersView } from '../../contract/console-api'
import { usersCountQuery, usersQuery } from '../api/queries'

/** The users of a view, as many pages of them as were asked for; how many there are in all is null until it is known. */
export function useUsersList(view: UsersView) {
  const list = useInfiniteQuery(usersQuery(view))
  const { data } = list
  const users = useMemo(() => data?.pages.flatMap((page) => page.users) ?? null, [data])
  const first = data?.pages[0]
  const isCountedApart = first !== undefined && first.total === null && !list.isPlaceholderData
  const count = useQuery({ ...usersCountQuery(view), enabled: isCountedApart })
  return { list, users, count, total: first?.total ?? count.data ?? null, fetchedAt: first?.fetchedAt ?? 0 }
}
