import { getRequestListener } from '@hono/node-server'
import { createServer } from 'node:http'
import type { WorkspaceOptions } from '../options'
import { listen } from './listen'
import type { Metrics } from './metrics'
import { operatorRoutes } from './operator-routes'
import type { WorkspaceContext } from './request-context'

/**
 * Serves the figures (and whether the workspace is well) at a port of their own, which the operator keeps from the
 * world, where one is wanted.
 *
 * @returns What closes it.
 */
export async function serveMetrics(
  workspace: WorkspaceContext,
  metrics: Metrics | null,
  { host, metricsPort, metricsToken }: Pick<WorkspaceOptions, 'host' | 'metricsPort' | 'metricsToken'>,
): Promise<() => void> {
  if (metricsPort === null) return () => undefined
  const routes = operatorRoutes(workspace, metrics, metricsToken === null ? 'everybody' : { token: metricsToken })
  const answer = getRequestListener(routes.fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => void answer(request, response))
  await listen(server, host, metricsPort, false)
  return () => {
    server.close()
    server.closeAllConnections()
  }
}
