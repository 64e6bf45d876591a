import { z } from 'zod'
import { apiUserSchema, apiUsersSchema, usersFilterSchema, userIdSchema } from '../../contract/web-api'
import { nameContains } from '../users/filter-users'
import { findUser, userColumns, usersOf, withLicences } from '../users/list-users'
import { ApiRefusal } from './api-error'
import { writeCursor } from '../http/cursor'
import { readContinuation } from './continuation'
import { route, type ApiRoute } from './route'
import { toApiColleague, toApiUser } from './to-api'

const idParams = z.object({ id: userIdSchema })
const pageKeySchema = z.tuple([z.string(), z.string()])

/** Users of the company. */
export const userRoutes: readonly ApiRoute[] = [
  route(
    {
      method: 'GET',
      path: '/users',
      id: 'listUsers',
      summary: 'Lists the users of the company by name',
      description:
        'Members see their active colleagues with name, e-mail and whether they are online; administrators and user managers see everybody with everything (`full_list`). A page holds at most 1,000 users; `continuation_token` leads to the next.',
      origin: 'vendor',
      scope: 'users.read',
      query: usersFilterSchema,
      response: apiUsersSchema,
    },
    async ({ workspace: { db, now }, account }, { query }) => {
      const { email, name, full_list: fullList, limit, continuation_token: token } = query
      let users = usersOf(db, account.companyId)
      if (account.role === 'member') users = users.where('membership.active', '=', 1)
      if (email !== undefined) {
        const wanted = email.split(',').map((one) => one.trim().toLowerCase())
        users = users.where('user.email', 'in', wanted)
      }
      if (name !== undefined) users = users.where(nameContains(name))
      if (token !== undefined) {
        const [foldedName, id] = readContinuation(token, pageKeySchema)
        users = users.where((is) => is(is.refTuple('membership.foldedName', 'user.id'), '>', is.tuple(foldedName, id)))
      }
      const found = await users
        .select(userColumns)
        .select('membership.foldedName')
        .orderBy('membership.foldedName')
        .orderBy('user.id')
        .limit(limit + 1)
        .execute()
      const rows = found.slice(0, limit)
      const last = rows.at(-1)
      return {
        users: (await withLicences(db, rows)).map((row) =>
          account.role === 'member' ? toApiColleague(row, now()) : toApiUser(row, fullList === 'true', now()),
        ),
        ...(found.length > limit && last !== undefined
          ? { continuation_token: writeCursor([last.foldedName, last.id]) }
          : {}),
      }
    },
  ),
  route(
    {
      method: 'GET',
      path: '/users/{id}',
      id: 'readUser',
      summary: 'Reads a user of the company',
      origin: 'vendor',
      scope: 'users.read',
      params: idParams,
      response: apiUserSchema,
    },
    async ({ workspace: { db, now }, account }, { params }) => {
      const row = await findUser(db, account.companyId, params.id)
      const isHidden = account.role === 'member' && row?.active !== 1
      if (row === null || isHidden) throw new ApiRefusal('not_found', 'There is no such user')
      return account.role === 'member' ? toApiColleague(row, now()) : toApiUser(row, true, now())
    },
  ),
]
