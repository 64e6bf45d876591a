import { Hono, type Context } from 'hono'
import { createHash, randomBytes } from 'node:crypto'
import { matchConsoleLanguage } from '../../contract/languages'
import { largestImport } from '../../contract/imports'
import { apiPrefix } from '../../contract/web-api'
import { UnstorableError } from '../database/bindable'
import { isBusy } from '../database/busy'
import { acceptedLanguages } from '../http/accepted-languages'
import type { WorkspaceContext, WorkspaceEnv } from '../http/request-context'
import { routeOf } from '../http/request-log'
import { acceptBearer, readBearer } from '../identity/bearer'
import { describeError } from '../log'
import { markSeen } from '../users/find-account'
import { answerOnce, readIdempotencyKey } from './answer-once'
import { ApiRefusal } from './api-error'
import { requireScope, type ApiRoute, type Caller, type RawInput } from './route'
import { routeTable } from './route-table'
import { withSpooledUpload } from './spooled-upload'

/** Calls a minute with one token, and unknown tokens a minute from one address. */
const limits = { token: { window: 60, max: 600 }, address: { window: 60, max: 300 } } as const

interface ApiEnv extends WorkspaceEnv {
  Variables: WorkspaceEnv['Variables'] & { caller: Caller }
}

/**
 * The Web API v1, after the vendor's. Every call carries an access token; every request and answer is checked against
 * the schemas of the route table.
 */
export function apiRoutes(workspace: WorkspaceContext): Hono<ApiEnv> {
  const { db, now, log } = workspace
  const routes = new Hono<ApiEnv>()

  async function count(kind: keyof typeof limits, key: string): Promise<void> {
    const { retryAfter } = await workspace.limits.consume(`${kind} ${key}`, limits[kind])
    if (retryAfter !== null) throw new ApiRefusal('rate_limit_reached', 'Too many calls; wait', retryAfter)
  }

  routes.onError((error, context) => {
    const refusal =
      error instanceof ApiRefusal
        ? error
        : error instanceof UnstorableError
          ? new ApiRefusal('invalid_request', error.message)
          : isBusy(error)
            ? new ApiRefusal('internal_error', 'The workspace is busy; try again', 1, 503)
          : new ApiRefusal('internal_error', 'The workspace could not answer')
    const requestId = context.get('requestId')
    if (refusal.status >= 500) log('request-failed', { route: routeOf(context), requestId, problem: describeError(error) })
    // RFC 6750 §3.1 knows one name for both unknown and ended tokens.
    if (refusal.status === 401) context.header('www-authenticate', 'Bearer error="invalid_token"')
    if (refusal.retryAfter !== null) context.header('retry-after', String(refusal.retryAfter))
    return context.json(refusal.body(requestId), refusal.status)
  })
  routes.notFound(() => {
    throw new ApiRefusal('not_found', 'There is no such resource')
  })

  routes.get('/openapi.json', async (context) => {
    const { openApiDocument } = await import('./openapi')
    return context.json(openApiDocument(routeTable, workspace.address))
  })

  routes.get('/docs', async (context) => {
    const [{ openApiDocument }, { docsPage, docsPolicy }] = await Promise.all([import('./openapi'), import('./docs-page')])
    const language = matchConsoleLanguage(acceptedLanguages(context.req.header('accept-language')))
    const nonce = randomBytes(16).toString('base64')
    const page = await docsPage(openApiDocument(routeTable, workspace.address), language, nonce)
    return context.html(page, 200, {
      'content-security-policy': docsPolicy(nonce),
      'content-language': language,
      vary: 'accept-language',
    })
  })

  routes.use(async (context, next) => {
    const token = readBearer(context.req.header('authorization'))
    if (token === null) throw new ApiRefusal('invalid_token', 'An access token is required')
    const bearer = await acceptBearer(db, token, now())
    if (bearer.outcome === 'invalid_token') {
      await count('address', context.get('callerAddress'))
    }
    if (bearer.outcome !== 'accepted') {
      throw new ApiRefusal(
        bearer.outcome,
        bearer.outcome === 'token_expired' ? 'The access token has expired' : 'The access token is not valid',
      )
    }
    await count('token', createHash('sha256').update(token).digest('base64url'))
    const { account, scopes } = bearer
    // A script at work does not make its owner present. The write, which would wait for other writes, is asked for only
    // where it changes something.
    const isPerson = scopes === 'all'
    if (isPerson && (account.lastSeenAt === null || account.lastSeenAt < now() - 60_000)) {
      await markSeen(db, account.id, now())
    }
    context.set('caller', { workspace, account, scopes })
    await next()
  })

  for (const route of routeTable) {
    const { method, path, roles, scope, isRead, upload, accepted, answer } = route
    routes.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
      const caller = context.get('caller')
      requireScope(caller, scope)
      if (roles !== undefined && !roles.includes(caller.account.role)) {
        throw new ApiRefusal('invalid_permission', `Only ${roles.join(' and ')} accounts may do this`)
      }
      const input = await readInput(context, upload !== undefined)
      // Reading again needs no key: it changes nothing.
      const key = method === 'POST' && isRead !== true ? readIdempotencyKey(context.req.header('idempotency-key')) : null
      let body: unknown
      if (key === null) body = await answer(caller, input)
      else {
        const once = await answerWithKey(caller, route, input, key)
        body = once.body
        if (once.isRepeated) context.header('idempotency-replayed', 'true')
      }
      if (body instanceof Response) return body
      if (accepted !== undefined) context.header('location', apiPrefix + accepted(body))
      return body === null ? context.body(null, 204) : context.json(body, accepted === undefined ? 200 : 202)
    })
  }

  return routes
}

/** Answers once; a file is read to its end first, for it is a part of what makes two requests the same. */
function answerWithKey(caller: Caller, { method, path, answer }: ApiRoute, input: RawInput, key: string) {
  const { workspace, account } = caller
  const once = (taken: RawInput, file: string | null) =>
    answerOnce(workspace, { accountId: account.id, key, request: JSON.stringify([method, path, { ...input, file }]) }, (transaction) =>
      answer({ ...caller, workspace: { ...workspace, db: transaction } }, taken),
    )
  if (input.file === null) return once(input, null)
  return withSpooledUpload(input.file, largestImport + 1, ({ file, digest }) => once({ ...input, file }, digest))
}

async function readInput({ req }: Context<ApiEnv>, isUpload: boolean): Promise<RawInput> {
  const hasJson = !isUpload && (req.method === 'POST' || req.method === 'PUT')
  return {
    params: req.param(),
    query: req.query(),
    body: hasJson ? await readJson(req.raw) : undefined,
    file: isUpload ? req.raw.body : null,
  }
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiRefusal('invalid_request', 'The body is not JSON')
  }
}
