import { queryOptions } from '@tanstack/react-query'
import { consoleUserSchema, type ConsoleUser } from '../../contract/console-api'
import { consoleApiPrefix } from '../../contract/page-paths'
import {
  userMadeSchema,
  userPageSchema,
  type ChangeUser,
  type CreateUser,
  type UserMade,
} from '../../contract/console-users'
import { passwordLinkSchema } from '../../contract/own-account'
import { passwordLinksSchema, type MakePasswordLinks, type PasswordLinks } from '../../contract/password-links'
import { lookAgain } from '../mails/look-again'
import { keys } from './queries'
import { request, requestNothing } from './request'

const users = `${consoleApiPrefix}/users`
const userAt = (id: string) => `${users}/${encodeURIComponent(id)}`

/** `GET /users/{id}` */
export const userPageQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.user, id],
    queryFn: ({ signal }) => request(userAt(id), userPageSchema, { signal }),
    refetchInterval: ({ state: { data } }) => lookAgain(data?.mails ?? []),
  })

/** `POST /users` */
export function createUser(user: CreateUser): Promise<UserMade> {
  return request(users, userMadeSchema, { method: 'POST', body: user })
}

/** `PUT /users/{id}` */
export function changeUser(id: string, change: ChangeUser): Promise<ConsoleUser> {
  return request(userAt(id), consoleUserSchema, { method: 'PUT', body: change })
}

/** `DELETE /users/{id}`: removes the user from the company. */
export function removeUser(id: string): Promise<void> {
  return requestNothing(userAt(id), { method: 'DELETE' })
}

/** `POST /users/{id}/restore` */
export function restoreUser(id: string): Promise<ConsoleUser> {
  return request(`${userAt(id)}/restore`, consoleUserSchema, { method: 'POST' })
}

/** `POST /users/{id}/delete`: for good. @param email The user's own, as it was typed. */
export function deleteUser(id: string, email: string): Promise<void> {
  return requestNothing(`${userAt(id)}/delete`, { method: 'POST', body: { email } })
}

/** `POST /users/{id}/password-link` */
export function makePasswordLink(id: string, isMailed: boolean): Promise<{ link: string; isMailed: boolean }> {
  return request(`${userAt(id)}/password-link`, passwordLinkSchema, { method: 'POST', body: { isMailed } })
}

/** `POST /users/password-links` */
export function makePasswordLinks(wanted: MakePasswordLinks): Promise<PasswordLinks> {
  return request(`${users}/password-links`, passwordLinksSchema, { method: 'POST', body: wanted })
}

/** `DELETE /users/{id}/password-link` */
export function dropPasswordLink(id: string): Promise<void> {
  return requestNothing(`${userAt(id)}/password-link`, { method: 'DELETE' })
}

/** `DELETE /users/{id}/sessions/{id}`; with null all but this browser's. */
export function endUserSession(id: string, sessionId: string | null): Promise<void> {
  const path = sessionId === null ? '' : `/${encodeURIComponent(sessionId)}`
  return requestNothing(`${userAt(id)}/sessions${path}`, { method: 'DELETE' })
}

/** Where the list of a user's sessions can be saved. */
export const userSessionsExportAddress = (id: string) => `${userAt(id)}/sessions/export`
