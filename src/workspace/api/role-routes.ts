import { apiRolesSchema, assignRoleSchema } from '../../contract/web-api-users'
import type { Role } from '../../contract/session'
import { changeUserIn } from '../users/change-user'
import { findUser } from '../users/list-users'
import { actorOf, route, type ApiRoute, type Caller } from './route'
import { expectDone } from './user-change-routes'

/** The roles' names as the console has them in English. */
const roleNames: readonly (readonly [Role, string])[] = [
  ['administrator', 'Administrator'],
  ['user-manager', 'User manager'],
  ['member', 'Member'],
]

/** Gives users a role, all of them or none. `only` leaves those alone who have another role. */
async function setRoles(caller: Caller, ids: readonly string[], role: Role, only: Role | null): Promise<null> {
  const { account, workspace } = caller
  await workspace.db.transaction().execute(async (transaction) => {
    for (const accountId of new Set(ids)) {
      if (only !== null && (await findUser(transaction, account.companyId, accountId))?.role !== only) continue
      const user = { companyId: account.companyId, accountId, actor: actorOf(caller) }
      expectDone(await changeUserIn(transaction, user, { role }, workspace.now()))
    }
  })
  return null
}

/** Roles of the company, which are fixed: everybody has one of them. */
export const roleRoutes: readonly ApiRoute[] = [
  route(
    {
      method: 'GET',
      path: '/userroles',
      id: 'listRoles',
      summary: 'Lists the roles',
      origin: 'vendor',
      scope: 'users.read',
      response: apiRolesSchema,
    },
    () => Promise.resolve({ Roles: roleNames.map(([Id, Name]) => ({ Id, Name })) }),
  ),
  route(
    {
      method: 'POST',
      path: '/userroles/assign/account',
      id: 'assignRole',
      summary: 'Gives users a role, all of them or none',
      origin: 'vendor',
      scope: 'users.write',
      roles: ['administrator'],
      body: assignRoleSchema,
      response: null,
    },
    (caller, { body }) => setRoles(caller, body.UserIds, body.UserRoleId, null),
  ),
  route(
    {
      method: 'POST',
      path: '/userroles/unassign/account',
      id: 'unassignRole',
      summary: 'Makes those users members who have the role',
      origin: 'vendor',
      scope: 'users.write',
      roles: ['administrator'],
      body: assignRoleSchema,
      response: null,
    },
    (caller, { body }) => setRoles(caller, body.UserIds, 'member', body.UserRoleId),
  ),
]
