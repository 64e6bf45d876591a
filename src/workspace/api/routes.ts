import { Hono } from 'hono'
import { z } from 'zod'
import {
  apiAccountSchema,
  apiCompanyLicencesSchema,
  apiCompanySchema,
  apiUserSchema,
  apiUsersSchema,
} from '../../contract/web-api'
import type { WorkspaceContext, WorkspaceEnv } from '../http/request-context'
import { acceptBearer, readBearer } from '../identity/bearer'
import { listLicences } from '../licences/list-licences'
import { describeError } from '../log'
import { listAdministrators, markSeen, type AccountInCompany } from '../users/find-account'
import { findUser, nameContains, userColumns, usersOf } from '../users/list-users'
import { ApiRefusal } from './api-error'
import { toApiLicence, toApiMoment, toApiUser } from './to-api'

interface ApiEnv extends WorkspaceEnv {
  Variables: WorkspaceEnv['Variables'] & { account: AccountInCompany }
}

/** `GET /users`: e-mails are exact and separated by commas, a name is found anywhere. */
const usersFilterSchema = z.object({
  email: z.string().max(2000).optional(),
  name: z.string().max(100).optional(),
  full_list: z.enum(['true', 'false']).default('false'),
})

/**
 * The Web API v1, after the vendor's. Every call carries an access token; every answer is checked against its schema.
 */
export function apiRoutes({ db, now, log }: WorkspaceContext): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>()

  routes.onError((error, context) => {
    const refusal =
      error instanceof ApiRefusal ? error : new ApiRefusal('internal_error', 'The workspace could not answer')
    const requestId = context.get('requestId')
    if (refusal !== error) log('request-failed', { path: context.req.path, requestId, problem: describeError(error) })
    // RFC 6750 §3.1 knows one name for both unknown and ended tokens.
    if (refusal.status === 401) context.header('www-authenticate', 'Bearer error="invalid_token"')
    return context.json(refusal.body(requestId), refusal.status)
  })
  routes.notFound(() => {
    throw new ApiRefusal('not_found', 'There is no such resource')
  })

  routes.use(async (context, next) => {
    const token = readBearer(context.req.header('authorization'))
    if (token === null) throw new ApiRefusal('invalid_token', 'An access token is required')
    const bearer = await acceptBearer(db, token, now())
    if (bearer.outcome !== 'accepted') {
      throw new ApiRefusal(
        bearer.outcome,
        bearer.outcome === 'token_expired' ? 'The access token has expired' : 'The access token is not valid',
      )
    }
    context.set('account', bearer.account)
    await next()
  })

  routes.get('/account', async (context) => {
    const account = context.get('account')
    await markSeen(db, account.id, now())
    const user = await findUser(db, account.companyId, account.id)
    const licence = (await listLicences(db, account.companyId, now())).find(({ id }) => id === user?.licenceId)
    return context.json(
      apiAccountSchema.parse({
        userid: account.id,
        email: account.email,
        name: account.name,
        company_name: account.companyName,
        profilepicture_url: account.image,
        license:
          licence === undefined
            ? null
            : { license_type: licence.name, type: licence.product, details: '', isactive: licence.active },
        email_validated: false,
        email_language: account.language,
        role: account.role,
      }),
    )
  })

  routes.get('/company', async (context) => {
    const account = context.get('account')
    return context.json(
      apiCompanySchema.parse({
        companyId: account.companyId,
        companyName: account.companyName,
        createdAt: toApiMoment(account.companyCreatedAt),
        administrators: await listAdministrators(db, account.companyId),
        isSample: account.companyIsSample,
      }),
    )
  })

  // Members may read it: the client tells them by it whether their company has user management at all.
  routes.get('/company/license', async (context) => {
    const account = context.get('account')
    const licences = await listLicences(db, account.companyId, now())
    return context.json(
      apiCompanyLicencesSchema.parse({
        companyId: account.companyId,
        companyName: account.companyName,
        available_licenses: licences.map(toApiLicence),
      }),
    )
  })

  routes.use('/users/*', async (context, next) => {
    if (context.get('account').role === 'member') {
      throw new ApiRefusal('invalid_permission', 'Only administrators and user managers may read users')
    }
    await next()
  })

  routes.get('/users', async (context) => {
    const filter = usersFilterSchema.safeParse(context.req.query())
    if (!filter.success) throw new ApiRefusal('invalid_request', 'A parameter is not valid')
    const { email, name, full_list: fullList } = filter.data
    let users = usersOf(db, context.get('account').companyId)
    if (email !== undefined) {
      const wanted = email.split(',').map((one) => one.trim().toLowerCase())
      users = users.where('user.email', 'in', wanted)
    }
    if (name !== undefined) {
      users = users.where(nameContains(name))
    }
    const rows = await users.select(userColumns).orderBy('membership.foldedName').orderBy('user.id').execute()
    return context.json(apiUsersSchema.parse({ users: rows.map((row) => toApiUser(row, fullList === 'true')) }))
  })

  routes.get('/users/:id', async (context) => {
    const row = await findUser(db, context.get('account').companyId, context.req.param('id'))
    if (row === null) throw new ApiRefusal('not_found', 'There is no such user')
    return context.json(apiUserSchema.parse(toApiUser(row, true)))
  })

  return routes
}
