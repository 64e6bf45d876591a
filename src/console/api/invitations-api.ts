import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { consoleApiPrefix } from '../../contract/page-paths'
import {
  invitationOfferSchema,
  invitationsSchema,
  invitedSchema,
  openInvitationsPageSchema,
  type AcceptInvitation,
  type AskToJoin,
  type Invitations,
  type Invite,
  type MakeCompanyLink,
} from '../../contract/invitations'
import { lookAgain } from '../mails/look-again'
import { request, requestNothing } from './request'

const path = `${consoleApiPrefix}/invitations`
const joining = `${consoleApiPrefix}/invitation`

/** The company's link, and who asks to join. */
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => request(path, invitationsSchema, { signal }),
})

/** What begins the keys of all lists of open invitations. */
export const openInvitationsKey = ['open-invitations']

/** Lists with more pages than this are not read anew by themselves. */
const mostPages = 5

/** The open invitations whose e-mail has a text in it, page by page. */
export const openInvitationsQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: [...openInvitationsKey, search],
    queryFn: ({ signal, pageParam }) => request(`${path}/open?${invitationsSearch(search, pageParam)}`, openInvitationsPageSchema, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // While another search loads, the list keeps its rows.
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= 1,
    refetchInterval: ({ state: { data } }) => {
      const pages = data?.pages ?? []
      return pages.length <= mostPages && lookAgain(pages.flatMap(({ invitations }) => invitations.map(({ mail }) => mail)))
    },
  })

function invitationsSearch(search: string, after = ''): string {
  const parameters = new URLSearchParams()
  if (search !== '') parameters.set('search', search)
  if (after !== '') parameters.set('after', after)
  return parameters.toString()
}

export const offerQuery = (token: string | null) =>
  queryOptions({
    queryKey: ['invitation-offer', token],
    queryFn: () => request(`${joining}/read`, invitationOfferSchema, { method: 'POST', body: { token } }),
    enabled: token !== null,
    staleTime: Infinity,
  })

/** Where the open invitations of a search can be saved, each with its link. */
export const invitationsExportAddress = (search: string) => (search === '' ? `${path}/export` : `${path}/export?${invitationsSearch(search)}`)
/** Where those who ask to join can be saved. */
export const requestsExportAddress = `${path}/requests/export`

/** `POST /invitations` */
export const invite = (wanted: Invite) => request(path, invitedSchema, { method: 'POST', body: wanted })

/** What can be done to an open invitation, the company's link, or somebody who asks to join. */
export type InvitationAct =
  | { readonly act: 'resend' | 'withdraw' | 'restore'; readonly id: string }
  | { readonly act: 'withdraw-all'; readonly ids: readonly [string, ...string[]] }
  | { readonly act: 'accept' | 'unaccept' | 'refuse' | 'unrefuse'; readonly id: string }
  | { readonly act: 'make-link'; readonly link: MakeCompanyLink }

/** Does it, and gives what there is then. */
export function actOnInvitation(wanted: InvitationAct): Promise<Invitations> {
  if (wanted.act === 'make-link') {
    return request(`${path}/company-link`, invitationsSchema, { method: 'POST', body: wanted.link })
  }
  if (wanted.act === 'withdraw-all') return withdrawAll(wanted.ids)
  const one = `${path}/${encodeURIComponent(wanted.id)}`
  const asked = `${path}/requests/${encodeURIComponent(wanted.id)}`
  const places = {
    resend: `${one}/resend`,
    withdraw: one,
    restore: `${one}/restore`,
    accept: `${asked}/accept`,
    unaccept: `${asked}/unaccept`,
    refuse: `${asked}/refuse`,
    unrefuse: `${asked}/restore`,
  }
  const method = wanted.act === 'withdraw' ? 'DELETE' : 'POST'
  return request(places[wanted.act], invitationsSchema, { method })
}

/** One after the other, so that the workspace has time for others. */
async function withdrawAll([id, ...others]: readonly [string, ...string[]]): Promise<Invitations> {
  const answer = await actOnInvitation({ act: 'withdraw', id })
  const [next, ...rest] = others
  return next === undefined ? answer : withdrawAll([next, ...rest])
}

/** `POST /invitation/accept` */
export const acceptInvitation = (wanted: AcceptInvitation) =>
  requestNothing(`${joining}/accept`, { method: 'POST', body: wanted })

/** `POST /invitation/ask` */
export const askToJoin = (wanted: AskToJoin) => requestNothing(`${joining}/ask`, { method: 'POST', body: wanted })
