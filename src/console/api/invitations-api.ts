import { queryOptions } from '@tanstack/react-query'
import { consoleApiPrefix } from '../../contract/page-paths'
import {
  invitationOfferSchema,
  invitationsSchema,
  invitedSchema,
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

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => request(path, invitationsSchema, { signal }),
  refetchInterval: ({ state: { data } }) => lookAgain(data?.invitations.map(({ mail }) => mail) ?? []),
})

export const offerQuery = (token: string | null) =>
  queryOptions({
    queryKey: ['invitation-offer', token],
    queryFn: () => request(`${joining}/read`, invitationOfferSchema, { method: 'POST', body: { token } }),
    enabled: token !== null,
    staleTime: Infinity,
  })

/** Where the open invitations can be saved, each with its link. */
export const invitationsExportAddress = `${path}/export`
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
