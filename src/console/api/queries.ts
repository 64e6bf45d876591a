import {
  infiniteQueryOptions,
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
} from '@tanstack/react-query'
import type { UsersView } from '../../contract/console-api'
import { toParameters } from '../../contract/users-filter'
import { countUsers, fetchLicences, fetchMe, fetchSetup, fetchUsers } from './console-api'
import { failureOf, isRefusal } from './failure'

/** Keys of what the workspace told, so that a change can ask again for what it has made old. */
export const keys = {
  setup: ['setup'],
  me: ['me'],
  users: ['users'],
  usersCount: ['users-count'],
  user: ['user'],
  licences: ['licences'],
  jobs: ['jobs'],
} as const

export const setupQuery = queryOptions({
  queryKey: keys.setup,
  queryFn: ({ signal }) => fetchSetup(signal),
  gcTime: 0,
})

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => fetchMe(signal),
  staleTime: 60_000,
})

/** The users of a view, page by page. */
export const usersQuery = (view: UsersView) =>
  infiniteQueryOptions({
    queryKey: [...keys.users, view],
    queryFn: ({ pageParam, signal }) => fetchUsers(view, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // While another view loads, the table keeps its rows and its height.
    placeholderData: keepPreviousData,
    // It would read every page anew, one after the other.
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= 1,
  })

/** How many users a view means, in whatever order. */
export const usersCountQuery = (view: UsersView) => {
  const filter = toParameters(view)
  return queryOptions({
    queryKey: [...keys.usersCount, filter.toString()],
    queryFn: ({ signal }) => countUsers(filter, signal),
  })
}

export const licencesQuery = queryOptions({
  queryKey: keys.licences,
  queryFn: ({ signal }) => fetchLicences(signal),
})

/**
 * Makes the holder of everything that the workspace told.
 *
 * @param onSessionEnd Called when a request was refused because nobody is signed in any more.
 */
export function createQueryClient(onSessionEnd: () => void): QueryClient {
  const onError = (error: Error) => {
    if (isRefusal(error, 'not-signed-in')) onSessionEnd()
    // The role was changed while somebody worked: the shell asks for it anew and shows what is allowed now.
    if (isRefusal(error, 'not-allowed')) void client.invalidateQueries({ queryKey: keys.me })
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // The workspace may run on this very computer, so that being offline says nothing about it.
        networkMode: 'always',
        // A refusal stays one; only silence and breakdowns are worth another try.
        retry: (count, error) => count < 1 && failureOf(error).kind !== 'refused',
        retryDelay: 800,
        staleTime: 5_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}

/** The e-mail of the account that was last seen signed in, or null. */
export function knownEmail(client: QueryClient): string | null {
  return client.getQueryData(meQuery.queryKey)?.account.email ?? null
}
