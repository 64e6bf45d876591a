import { Hono } from 'hono'
import { createHash, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { describeError } from '../log'
import { readBearer } from '../identity/bearer'
import type { Metrics } from './metrics'
import type { WorkspaceContext } from './request-context'

/** Paths for whoever runs the workspace. They are asked for by address, so the `Host` header is not checked there. */
export const operatorPaths: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])

/** Who may read the figures at one port: nobody, everybody who reaches it, or who has the token. */
export type MetricsAccess = 'nobody' | 'everybody' | { readonly token: string }

const digest = (text: string) => createHash('sha256').update(text).digest()

function mayRead(access: MetricsAccess, authorization: string | undefined): boolean {
  if (typeof access === 'string') return access === 'everybody'
  const token = readBearer(authorization)
  return token !== null && timingSafeEqual(digest(token), digest(access.token))
}

/**
 * What an operator's machinery asks for: whether the process lives, whether it may be sent requests, and figures for
 * Prometheus.
 *
 * @param metrics Null where nobody counts.
 */
export function operatorRoutes(workspace: WorkspaceContext, metrics: Metrics | null, access: MetricsAccess): Hono {
  const routes = new Hono()
  routes.get('/healthz', (context) => context.text('ok\n'))
  routes.get('/readyz', async (context) => {
    if (workspace.stopping.aborted) return context.text('stopping\n', 503)
    try {
      await sql`select 1`.execute(workspace.db)
      return context.text('ready\n')
    } catch (error) {
      workspace.log('not-ready', { problem: describeError(error) })
      return context.text('no database\n', 503)
    }
  })
  routes.get('/metrics', async (context) => {
    if (metrics === null || access === 'nobody') return context.body(null, 404)
    if (!mayRead(access, context.req.header('authorization'))) {
      return context.body(null, 401, { 'www-authenticate': 'Bearer' })
    }
    return context.body(await metrics.render(), 200, { 'content-type': metrics.contentType })
  })
  return routes
}
