import { Hono } from 'hono'
import type { WorkspaceContext, WorkspaceEnv } from '../http/request-context'
import { noteComputerName, readComputerName } from './device-codes'
import { identityPath } from './endpoints'
import { forwardedHeaders } from './forwarded-headers'

/**
 * The device authorization request (RFC 8628 §3.1), with one parameter more: `computer_name`. The library takes the
 * standard's own alone; its `user_id`, which the standard does not have, is not handed on.
 */
export function deviceCodeRoute(workspace: WorkspaceContext): Hono<WorkspaceEnv> {
  const routes = new Hono<WorkspaceEnv>()
  routes.post(`${identityPath}/device/code`, async (context) => {
    const asked = new URLSearchParams(await context.req.text())
    const passed = new URLSearchParams()
    for (const name of ['client_id', 'scope']) {
      for (const value of asked.getAll(name)) passed.append(name, value)
    }
    const headers = forwardedHeaders(context.req.raw.headers, context.get('callerAddress'))
    headers.set('content-type', 'application/x-www-form-urlencoded')
    const identity = await workspace.identity()
    const response = await identity.handle(
      new Request(`${workspace.address}${identityPath}/device/code`, { method: 'POST', headers, body: passed.toString() }),
    )
    if (response.ok) {
      const answer: unknown = await response.clone().json()
      await noteComputerName(workspace.db, answer, readComputerName(asked.get('computer_name')))
    }
    return response
  })
  return routes
}
