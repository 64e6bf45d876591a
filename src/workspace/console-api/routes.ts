import { Hono } from 'hono'
import {
  changeLicencesSchema,
  consoleUserSchema,
  createCompanySchema,
  licencesSchema,
  meSchema,
  setupSchema,
  signedInSchema,
  signInSchema,
  usersCountSchema,
  usersPageSchema,
  usersQuerySchema,
} from '../../contract/console-api'
import { fromParameters, usersFilterSchema } from '../../contract/users-filter'
import { findCompany } from '../company/change-company'
import { createCompany, needsCompany } from '../company/create-company'
import { UnstorableError } from '../database/bindable'
import { isBusy } from '../database/busy'
import type { WorkspaceContext } from '../http/request-context'
import { csvFile } from '../http/streams'
import { routeOf } from '../http/request-log'
import { identityPath } from '../identity/endpoints'
import { forwardedHeaders } from '../identity/forwarded-headers'
import { isGuessable } from '../identity/guessable-password'
import { hashPassword } from '../identity/password'
import { signIn, type SignInOutcome } from '../identity/sign-in-flow'
import { changeSeats } from '../licences/change-seats'
import { exportLicences } from '../licences/export-licences'
import { listLicences } from '../licences/list-licences'
import { describeError } from '../log'
import { findActiveAccount, listAdministrators, markSeen } from '../users/find-account'
import { exportUsers } from '../users/export-users'
import { countUsers, findUser, listUsersPage, toConsoleUser } from '../users/list-users'
import { companyRoutes } from './company-routes'
import { deviceRoutes } from './device-routes'
import { eventRoutes } from './event-routes'
import { bulkJobRoutes } from './bulk-job-routes'
import { isOwnChange } from './guard'
import { importRoutes } from './import-routes'
import { invitationRoutes } from './invitation-routes'
import { joinRoutes } from './join-routes'
import { ownAccountRoutes } from './own-account-routes'
import { passwordRoutes } from './password-routes'
import { productRoutes } from './product-routes'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'
import { scriptTokenRoutes } from './script-token-routes'
import { userPageRoutes } from './user-page-routes'
import { userSignInRoutes } from './user-sign-in-routes'

/** What the console's pages ask for: same origin, signed in by the session's cookie. */
export function consoleApiRoutes(workspace: WorkspaceContext): Hono<ConsoleEnv> {
  const { db, now, log, address, origins } = workspace
  const routes = new Hono<ConsoleEnv>()

  routes.onError((error, context) => {
    const refusal = refusalFor(error)
    if (refusal.status >= 500) {
      log('request-failed', {
        route: routeOf(context),
        requestId: context.get('requestId'),
        problem: describeError(error),
      })
    }
    if (refusal.retryAfter !== undefined) context.header('retry-after', refusal.retryAfter)
    return context.json(refusal.body(), refusal.status)
  })
  routes.notFound(() => {
    throw new ConsoleRefusal('not-found')
  })

  routes.use(async (context, next) => {
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD'
    if (!isRead && !isOwnChange(context.req.raw.headers, origins)) throw new ConsoleRefusal('not-allowed')
    await next()
  })

  routes.get('/setup', async (context) => context.json(setupSchema.parse({ needsCompany: await needsCompany(db), sendsMail: workspace.mail !== null })))

  routes.post('/company', async (context) => {
    if (!(await needsCompany(db))) throw new ConsoleRefusal('company-exists')
    const wanted = read(createCompanySchema, await readJson(context.req.raw))
    const { companyName, password, ...administrator } = wanted
    if (await isGuessable(password, [companyName, wanted.name, wanted.email])) {
      throw new ConsoleRefusal('password-too-common')
    }
    const made = await createCompany(
      db,
      { companyName, isSample: false, administrator: { ...administrator, passwordHash: await hashPassword(password) } },
      now(),
    )
    if (made === 'company-exists') throw new ConsoleRefusal('company-exists')
    log('company-created', { companyId: made.companyId })
    const identity = await workspace.identity()
    const attempt = {
      email: wanted.email,
      password,
      address,
      headers: forwardedHeaders(context.req.raw.headers, context.get('callerAddress')),
    }
    const search = new URL(context.req.url).search
    let outcome = await signIn(identity, { ...attempt, search })
    // Whoever took more than ten minutes over the form has their company all the same; the app will ask again.
    if (outcome.outcome === 'sign-in-outdated') outcome = await signIn(identity, { ...attempt, search: '' })
    return answerSignIn(outcome)
  })

  routes.post('/sign-in', async (context) => {
    const { email, password } = read(signInSchema, await readJson(context.req.raw))
    const search = new URL(context.req.url).search
    const headers = forwardedHeaders(context.req.raw.headers, context.get('callerAddress'))
    return answerSignIn(await signIn(await workspace.identity(), { email, password, search, address, headers }))
  })

  routes.post('/sign-out', async (context) => {
    const headers = forwardedHeaders(context.req.raw.headers, context.get('callerAddress'))
    headers.set('origin', address)
    headers.set('content-type', 'application/json')
    const identity = await workspace.identity()
    const request = new Request(`${address}${identityPath}/sign-out`, { method: 'POST', headers, body: '{}' })
    const response = await identity.handle(request)
    if (!response.ok) throw new Error(`Signing out was answered with ${String(response.status)}`)
    return new Response(null, { status: 204, headers: cookieHeaders(response.headers.getSetCookie()) })
  })

  routes.route('/', passwordRoutes(workspace))
  routes.route('/invitation', joinRoutes(workspace))

  // From here on, an account is signed in.
  routes.use(async (context, next) => {
    const session = await (await workspace.identity()).findSession(context.req.raw.headers)
    const account = session === null ? null : await findActiveAccount(db, session.accountId)
    if (session === null || account === null) throw new ConsoleRefusal('not-signed-in')
    context.set('account', account)
    context.set('sessionId', session.id)
    await next()
    for (const cookie of session.setCookie) context.header('set-cookie', cookie, { append: true })
  })

  routes.get('/me', async (context) => {
    const { id, name, email, companyName, role, companyId, companyIsSample } = context.get('account')
    await markSeen(db, id, now())
    const administrators = await listAdministrators(db, companyId)
    const account = { id, name, email, companyName, role }
    const { language, picture, deletesAt } = await findCompany(db, companyId)
    const company = { language, picture, deletesAt }
    return context.json(meSchema.parse({ account, company, isSample: companyIsSample, administrators }))
  })

  routes.route('/company', companyRoutes(workspace))
  routes.route('/script-tokens', scriptTokenRoutes(workspace))
  routes.route('/device', deviceRoutes(workspace))
  routes.route('/events', eventRoutes(workspace))
  routes.route('/own-account', ownAccountRoutes(workspace))
  routes.route('/invitations', invitationRoutes(workspace))
  routes.route('/products', productRoutes(workspace))

  // From here on, it is someone who may read and change users and licences.
  routes.use(async (context, next) => {
    if (context.get('account').role === 'member') throw new ConsoleRefusal('not-allowed')
    await next()
  })

  routes.route('/bulk-jobs', bulkJobRoutes(workspace))
  routes.route('/imports', importRoutes(workspace))
  routes.route('/users', userSignInRoutes(workspace))

  routes.get('/users/export', (context) => {
    const filter = read(usersFilterSchema, fromParameters(new URL(context.req.url).searchParams))
    return csvFile('users.csv', exportUsers(db, context.get('account').companyId, filter, now()))
  })

  routes.get('/users/count', async (context) => {
    const filter = read(usersFilterSchema, fromParameters(new URL(context.req.url).searchParams))
    const total = await countUsers(db, context.get('account').companyId, filter, now())
    return context.json(usersCountSchema.parse({ total }))
  })
  routes.route('/users', userPageRoutes(workspace))

  routes.get('/licences/export', async (context) => {
    const licences = await listLicences(db, context.get('account').companyId, now())
    return context.body(exportLicences(licences), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="licences.csv"',
    })
  })

  routes.get('/users', async (context) => {
    const parameters = new URL(context.req.url).searchParams
    const { sort, direction, after, pageSize } = context.req.query()
    const query = read(usersQuerySchema, { ...fromParameters(parameters), sort, direction, after, pageSize })
    const page = await listUsersPage(db, context.get('account').companyId, query, now())
    if (page === 'no-such-page') throw new ConsoleRefusal('invalid', { fields: ['after'] })
    return context.json(usersPageSchema.parse(page))
  })

  routes.get('/licences', async (context) => {
    const licences = await listLicences(db, context.get('account').companyId, now())
    return context.json(licencesSchema.parse({ licences }))
  })

  routes.post('/users/:id/licences', async (context) => {
    const { give, takeBack } = read(changeLicencesSchema, await readJson(context.req.raw))
    const { companyId, id, email } = context.get('account')
    const accountId = context.req.param('id')
    const change = { companyId, accountId, give, takeBack, author: { accountId: id, email } }
    const outcome = await changeSeats(db, change, now())
    if (outcome !== 'done') throw new ConsoleRefusal(outcome)
    const user = await findUser(db, companyId, accountId)
    if (user === null) throw new ConsoleRefusal('not-found')
    return context.json(consoleUserSchema.parse(toConsoleUser(user)))
  })

  return routes
}

function refusalFor(error: unknown): ConsoleRefusal {
  if (error instanceof ConsoleRefusal) return error
  if (error instanceof UnstorableError) return new ConsoleRefusal('invalid')
  return isBusy(error) ? new ConsoleRefusal('busy', { retryAfter: '1' }) : new ConsoleRefusal('internal')
}

function cookieHeaders(cookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return headers
}

function answerSignIn(outcome: SignInOutcome): Response {
  if (outcome.outcome === 'too-many-requests') {
    throw new ConsoleRefusal('too-many-requests', { retryAfter: outcome.retryAfter })
  }
  if (outcome.outcome !== 'signed-in') throw new ConsoleRefusal(outcome.outcome)
  const body = signedInSchema.parse({ continueTo: outcome.continueTo })
  return Response.json(body, { headers: cookieHeaders(outcome.setCookie) })
}
