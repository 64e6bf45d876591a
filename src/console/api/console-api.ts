import {
  consoleUserSchema,
  licencesSchema,
  meSchema,
  setupSchema,
  signedInSchema,
  usersCountSchema,
  usersPageSchema,
  type ChangeLicences,
  type ConsoleUser,
  type CreateCompany,
  type Me,
  type Setup,
  type SignIn,
  type UsersPage,
  type UsersView,
} from '../../contract/console-api'
import { consoleApiPrefix } from '../../contract/page-paths'
import type { Licence } from '../../contract/licence'
import { toParameters } from '../../contract/users-filter'
import { licencesPath, mePath } from './ahead'
import { readRefusal, RequestFailed } from './failure'
import { ask, request } from './request'

/** `GET /setup` */
export function fetchSetup(signal: AbortSignal): Promise<Setup> {
  return request(`${consoleApiPrefix}/setup`, setupSchema, { signal })
}

/** `GET /me` */
export function fetchMe(signal: AbortSignal): Promise<Me> {
  return request(mePath, meSchema, { signal })
}

/** One page of the table, as it was at a time. */
export interface ShownUsers extends UsersPage {
  /** Milliseconds since the epoch. */
  fetchedAt: number
}

/**
 * The path of one page of the table.
 *
 * @param after Where the page before ended, or `''` for the first one.
 */
export function usersPath(view: UsersView, after: string): string {
  const parameters = toParameters(view)
  parameters.set('sort', view.sort)
  parameters.set('direction', view.direction)
  if (after !== '') parameters.set('after', after)
  return `${consoleApiPrefix}/users?${parameters.toString()}`
}

/** `GET /users`: one page of the table. @param after As in `usersPath`. */
export async function fetchUsers(view: UsersView, after: string, signal: AbortSignal): Promise<ShownUsers> {
  const page = await request(usersPath(view, after), usersPageSchema, { signal })
  return { ...page, fetchedAt: Date.now() }
}

/** `GET /users/count` @param filter From `toParameters`. */
export async function countUsers(filter: URLSearchParams, signal: AbortSignal): Promise<number> {
  return (await request(`${consoleApiPrefix}/users/count?${filter.toString()}`, usersCountSchema, { signal })).total
}

/** `GET /licences` */
export async function fetchLicences(signal: AbortSignal): Promise<Licence[]> {
  return (await request(licencesPath, licencesSchema, { signal })).licences
}

/** `POST /users/{id}/licences`: gives the user seats, and takes seats back. */
export function changeLicences(userId: string, change: ChangeLicences): Promise<ConsoleUser> {
  const path = `${consoleApiPrefix}/users/${encodeURIComponent(userId)}/licences`
  return request(path, consoleUserSchema, { method: 'POST', body: change })
}

/**
 * `POST /sign-in`
 *
 * @param search The page's own query string as it came: it may hold a signed request of the desktop app.
 * @returns Where to send the browser next.
 */
export async function signIn(credentials: SignIn, search: string): Promise<string> {
  const path = `${consoleApiPrefix}/sign-in${search}`
  return (await request(path, signedInSchema, { method: 'POST', body: credentials })).continueTo
}

/**
 * `POST /company`: makes the company and its first administrator, who is then signed in in this browser.
 *
 * @param search The page's own query string as it came: it may hold a signed request of the desktop app.
 * @returns Where to send the browser next.
 */
export async function createCompany(company: CreateCompany, search: string): Promise<string> {
  const path = `${consoleApiPrefix}/company${search}`
  return (await request(path, signedInSchema, { method: 'POST', body: company })).continueTo
}

/** `POST /sign-out`: ends this browser's session. */
export async function signOut(): Promise<void> {
  const answer = await ask(`${consoleApiPrefix}/sign-out`, { method: 'POST' })
  if (!answer.ok) throw new RequestFailed(readRefusal(answer.body, answer.headers))
}
