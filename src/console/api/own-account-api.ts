import { queryOptions } from '@tanstack/react-query'
import { consoleApiPrefix } from '../../contract/page-paths'
import {
  emailConfirmedSchema,
  ownAccountSchema,
  ownSessionsSchema,
  type ChangeEmail,
  type ChangeOwnAccount,
  type ChangePassword,
  type OwnAccount,
  type UsePasswordReset,
} from '../../contract/own-account'
import { lookAgain } from '../mails/look-again'
import { request, requestNothing } from './request'

const own = `${consoleApiPrefix}/own-account`

export const ownAccountQuery = queryOptions({
  queryKey: ['own-account'],
  queryFn: ({ signal }) => request(own, ownAccountSchema, { signal }),
  refetchInterval: ({ state: { data } }) => lookAgain(data?.newEmail?.mails ?? []),
})

export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: async ({ signal }) => (await request(`${own}/sessions`, ownSessionsSchema, { signal })).sessions,
})

/** Where the list of sessions can be saved. */
export const ownSessionsExportAddress = `${own}/sessions/export`

/** `PUT /own-account` */
export function changeOwnAccount(change: ChangeOwnAccount): Promise<OwnAccount> {
  return request(own, ownAccountSchema, { method: 'PUT', body: change })
}

/** `POST /own-account/password` */
export function changePassword(change: ChangePassword): Promise<void> {
  return requestNothing(`${own}/password`, { method: 'POST', body: change })
}

/** `POST /own-account/email`: mails both addresses. */
export function askNewEmail(change: ChangeEmail): Promise<OwnAccount> {
  return request(`${own}/email`, ownAccountSchema, { method: 'POST', body: change })
}

/** `POST /own-account/email/resend` */
export function askNewEmailAgain(): Promise<OwnAccount> {
  return request(`${own}/email/resend`, ownAccountSchema, { method: 'POST' })
}

/** `DELETE /own-account/email` */
export function giveUpNewEmail(): Promise<OwnAccount> {
  return request(`${own}/email`, ownAccountSchema, { method: 'DELETE' })
}

/** `DELETE /own-account/sessions/{id}`; with null all but this browser's. */
export function endSession(id: string | null): Promise<void> {
  const path = id === null ? '' : `/${encodeURIComponent(id)}`
  return requestNothing(`${own}/sessions${path}`, { method: 'DELETE' })
}

/** `POST /password-resets` */
export function askPasswordReset(email: string): Promise<void> {
  return requestNothing(`${consoleApiPrefix}/password-resets`, { method: 'POST', body: { email } })
}

/** `POST /password-resets/use` */
export function usePasswordReset(wanted: UsePasswordReset): Promise<void> {
  return requestNothing(`${consoleApiPrefix}/password-resets/use`, { method: 'POST', body: wanted })
}

/** `POST /email-confirmations`: true once both addresses have confirmed. */
export async function confirmEmail(token: string): Promise<boolean> {
  const path = `${consoleApiPrefix}/email-confirmations`
  return (await request(path, emailConfirmedSchema, { method: 'POST', body: { token } })).isChanged
}
