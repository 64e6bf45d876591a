import { Hono } from 'hono'
import { randomBytes, randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { answerPagePath, consoleApiPrefix, consolePath, deviceCodePath, helpPath } from '../../contract/page-paths'
import { discoveryPath, discoverySchema } from '../../contract/discovery'
import { apiPrefix } from '../../contract/web-api'
import { apiRoutes } from '../api/routes'
import { consoleApiRoutes } from '../console-api/routes'
import { withSourceAddress } from '../events/source-address'
import { identityRoutes } from '../identity/routes'
import { describeError } from '../log'
import { joinPage } from '../meetings/join-page'
import { limitBodies } from './body-limits'
import { findOrigin } from './caller-address'
import { consoleFileRoute } from './console-file-route'
import type { ConsoleFiles } from './console-files'
import { isOwnHost } from './host-check'
import { operatorPaths, operatorRoutes, type MetricsAccess } from './operator-routes'
import type { Metrics } from './metrics'
import type { WorkspaceContext, WorkspaceEnv } from './request-context'
import { routeOf, type AnsweredRequest } from './request-log'
import { addSecurityHeaders, pagePolicy } from './security-headers'

/** Addresses at which the console's one page is served; what it shows is its own routing's affair. */
const consolePages = [
  '/sign-in',
  answerPagePath,
  deviceCodePath,
  '/create-company',
  '/signed-out',
  '/forgotten-password',
  '/reset-password',
  '/confirm-email',
  '/invitation',
  helpPath,
  consolePath,
  `${consolePath}/*`,
]

/** How a workspace is watched by whoever runs it. */
export interface Watching {
  /** Hears of each request once it is answered. */
  readonly answered: (request: AnsweredRequest) => void
  readonly metrics: Metrics | null
  readonly metricsAccess: MetricsAccess
}

const unwatched: Watching = { answered: () => undefined, metrics: null, metricsAccess: 'nobody' }

/** All that the workspace answers over HTTP. */
export function createApp(
  workspace: WorkspaceContext,
  files: ConsoleFiles,
  { answered, metrics, metricsAccess }: Watching = unwatched,
): Hono<WorkspaceEnv> {
  const app = new Hono<WorkspaceEnv>()
  const isHttps = workspace.address.startsWith('https:')

  app.use(async (context, next) => {
    const requestId = randomUUID()
    const begun = performance.now()
    const { method, path, raw } = context.req
    const origin = findOrigin(context.env.incoming.socket.remoteAddress, raw.headers, workspace.isTrustedProxy)
    context.set('requestId', requestId)
    context.set('callerAddress', origin.address)
    const isOperator = operatorPaths.has(path)
    if (!isOperator && !isOwnHost(context.req.header('host'), workspace.origins)) {
      // RFC 9110 §15.5.20: the request was not meant for this server.
      context.res = new Response(null, { status: 421 })
    } else if (isHttps && origin.protocol === 'http' && !isOperator) {
      context.res = toHttps(context.req.raw, workspace.address)
    } else await withSourceAddress(origin.address === '' ? null : origin.address, next)
    // The response may be the library's, whose headers can't be changed in place.
    const headers = new Headers(context.res.headers)
    headers.set('x-request-id', requestId)
    addSecurityHeaders(headers, isHttps)
    // So that a connection that is kept alive ends with the answer that was under way.
    if (workspace.stopping.aborted) headers.set('connection', 'close')
    const { body, status } = context.res
    context.res = undefined
    context.res = new Response(body, { status, headers })
    if (isOperator) return
    const milliseconds = Math.round((performance.now() - begun) * 10) / 10
    answered({ requestId, method, route: routeOf(context), status, milliseconds, caller: origin.address })
  })
  app.use(limitBodies())
  app.onError((error, context) => {
    const requestId = context.get('requestId')
    workspace.log('request-failed', { route: routeOf(context), requestId, problem: describeError(error) })
    return context.body(null, 500)
  })

  app.route('/', operatorRoutes(workspace, metrics, metricsAccess))
  app.route(apiPrefix, apiRoutes(workspace))
  app.route(consoleApiPrefix, consoleApiRoutes(workspace))
  app.get(discoveryPath, (context) => context.json(discoverySchema.parse({ parley: { workspace: workspace.address } })))
  app.route('/', identityRoutes(workspace))
  app.route('/', joinPage(workspace.address))

  app.get('/', (context) => context.redirect(consolePath))
  app.get('/console/*', consoleFileRoute(files))
  for (const path of consolePages) {
    app.get(path, async (context) => {
      const nonce = randomBytes(16).toString('base64')
      const page = await files.page(nonce)
      if (page === null) return context.notFound()
      return context.html(page, 200, { 'content-security-policy': pagePolicy(nonce) })
    })
  }
  app.notFound((context) => context.body(null, 404))
  return app
}

/**
 * Sends a page that was asked for in the clear to where it is safe. What else came in the clear is refused: it should
 * never be sent so again.
 */
function toHttps({ method, url }: Request, address: string): Response {
  if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 403 })
  const { pathname, search } = new URL(url)
  return new Response(null, { status: 308, headers: { location: address + pathname + search } })
}
