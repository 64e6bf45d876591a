import { z } from 'zod'
import { apiUserSchema, userIdSchema } from '../../contract/web-api'
import { changeUserSchema, createUserSchema, removeUserQuerySchema } from '../../contract/web-api-users'
import type { Role } from '../../contract/session'
import type { WorkspaceDatabase } from '../database/sqlite'
import { isGuessable } from '../identity/guessable-password'
import { hashPassword } from '../identity/password'
import { changeUserIn, type UserOutcome } from '../users/change-user'
import { createUserIn } from '../users/create-user'
import { findUser } from '../users/list-users'
import { removeUserIn } from '../users/remove-user'
import { ApiRefusal } from './api-error'
import { actorOf, requireScope, route, type ApiRoute, type Caller } from './route'
import { toApiUser } from './to-api'
import { changeLicencesIn, wantedLicences } from './user-licences'

const idParams = z.object({ id: userIdSchema })
const managers: readonly Role[] = ['administrator', 'user-manager']

const refusals: Readonly<Record<Exclude<UserOutcome, 'done'>, () => ApiRefusal>> = {
  'not-found': () => new ApiRefusal('not_found', 'There is no such user'),
  'not-allowed': () => new ApiRefusal('invalid_permission', 'User managers may make and change members only'),
  'last-administrator': () =>
    new ApiRefusal('invalid_request', 'The last active administrator can not be removed, demoted or deactivated'),
  'email-taken': () => new ApiRefusal('invalid_request', 'email: there is an account with this e-mail'),
}

/** Throws what a repository refused, so that the transaction around it is taken back. */
export function expectDone(outcome: UserOutcome): void {
  if (outcome !== 'done') throw refusals[outcome]()
}

/** The role that a change of roles leads to, or undefined when it leaves the role. */
function roleAfter(before: Role, assign: readonly Role[], unassign: readonly Role[]): Role | undefined {
  const [assigned] = assign
  if (assigned !== undefined) return assigned
  return unassign.includes(before) ? 'member' : undefined
}

/**
 * Hashes a password that somebody chose for a user.
 *
 * @param known What others know of the user.
 * @throws {ApiRefusal} `invalid_request`, when it can be guessed.
 */
async function hashNew(password: string, known: readonly (string | undefined)[]): Promise<string> {
  if (await isGuessable(password, known.filter((each) => each !== undefined))) {
    throw new ApiRefusal('invalid_request', 'password: is a common one, or made of what is known about the user')
  }
  return hashPassword(password)
}

/** One transaction: a refusal thrown in it takes all of it back. */
function atOnce<T>(caller: Caller, work: (transaction: WorkspaceDatabase) => Promise<T>): Promise<T> {
  return caller.workspace.db.transaction().execute(work)
}

/** Making, changing and removing users of the company; there is no call that deletes all of them. */
export const userChangeRoutes: readonly ApiRoute[] = [
  route(
    {
      method: 'POST',
      path: '/users',
      id: 'createUser',
      summary: 'Adds a user to the company',
      description:
        'A licence without a free seat refuses the whole call (`license_required`). Giving a licence needs the scope licences.write too. User managers make members. Without a password, the user has to be given one before signing in.',
      origin: 'vendor',
      scope: 'users.write',
      roles: managers,
      body: createUserSchema,
      response: apiUserSchema,
    },
    async (caller, { body }) => {
      const { account, workspace } = caller
      const { companyId } = account
      const role = body.userRoleId ?? 'member'
      const licences = wantedLicences(body)
      if (licences !== null) requireScope(caller, 'licences.write')
      const passwordHash =
        body.password === undefined ? null : await hashNew(body.password, [body.name, body.email, account.companyName])
      const id = await atOnce(caller, async (transaction) => {
        const { name, email, language } = body
        const wanted = { companyId, name, email, role, language, passwordHash }
        const made = await createUserIn(transaction, actorOf(caller), wanted, workspace.now())
        if (typeof made === 'string') throw refusals[made]()
        if (licences !== null) await changeLicencesIn(transaction, caller, made.id, licences)
        return made.id
      })
      const user = await findUser(workspace.db, companyId, id)
      if (user === null) throw refusals['not-found']()
      return toApiUser(user, true, workspace.now())
    },
  ),
  route(
    {
      method: 'PUT',
      path: '/users/{id}',
      id: 'changeUser',
      summary: 'Changes a user: properties, state, role and licences, all of it or nothing',
      description:
        'Switching an account off, or giving it another password, signs it out everywhere. Changing licences needs the scope licences.write too. User managers change members, and anybody’s licences; the last active administrator stays one.',
      origin: 'vendor',
      scope: 'users.write',
      roles: managers,
      params: idParams,
      body: changeUserSchema,
      response: null,
    },
    async (caller, { params, body }) => {
      const { account, workspace } = caller
      const { AssignUserRoleIds: assign = [], UnassignUserRoleIds: unassign = [] } = body
      const licences = wantedLicences(body)
      if (licences !== null) requireScope(caller, 'licences.write')
      const known = body.password === undefined ? null : await findUser(workspace.db, account.companyId, params.id)
      const passwordHash =
        body.password === undefined
          ? undefined
          : await hashNew(body.password, [body.name, body.email, known?.name, known?.email, account.companyName])
      await atOnce(caller, async (transaction) => {
        const before = await findUser(transaction, account.companyId, params.id)
        if (before === null) throw refusals['not-found']()
        const role = roleAfter(before.role, assign, unassign)
        const change = {
          ...(body.name === undefined ? {} : { name: body.name }),
          ...(body.email === undefined ? {} : { email: body.email }),
          ...(body.active === undefined ? {} : { active: body.active }),
          ...(body.language === undefined ? {} : { language: body.language }),
          ...(role === undefined ? {} : { role }),
          ...(passwordHash === undefined ? {} : { passwordHash }),
        }
        // Whoever gives a licence and nothing else may do so to anybody, as in the console.
        if (Object.keys(change).length > 0) {
          const user = { companyId: account.companyId, accountId: params.id, actor: actorOf(caller) }
          expectDone(await changeUserIn(transaction, user, change, workspace.now()))
        }
        if (licences !== null) await changeLicencesIn(transaction, caller, params.id, licences)
      })
      return null
    },
  ),
  route(
    {
      method: 'DELETE',
      path: '/users/{id}',
      id: 'removeUser',
      summary: 'Removes a user from the company, or (isPermanentDelete) deletes the account',
      description:
        'Seats are given back, sessions and tokens end, the meetings that the user holds are deleted. User managers remove members; the last active administrator stays.',
      origin: 'vendor',
      scope: 'users.write',
      roles: managers,
      params: idParams,
      query: removeUserQuerySchema,
      response: null,
    },
    async (caller, { params, query }) => {
      const user = { companyId: caller.account.companyId, accountId: params.id, actor: actorOf(caller) }
      const isPermanent = query.isPermanentDelete === 'true'
      await atOnce(caller, async (transaction) => {
        expectDone(await removeUserIn(transaction, user, isPermanent, caller.workspace.now()))
      })
      return null
    },
  ),
]
