import { Hono } from 'hono'
import type { WorkspaceContext, WorkspaceEnv } from '../http/request-context'
import { deviceCodeRoute } from './device-code-route'
import { identityPath } from './endpoints'
import { forwardedHeaders } from './forwarded-headers'

/**
 * The library's endpoints that anyone may call. It has many more (changing e-mails, linking accounts …), each of which
 * would be a way around Parley's own rules; what is not listed does not exist.
 */
const endpoints: readonly (readonly [method: 'GET' | 'POST', path: string])[] = [
  ['GET', '/.well-known/openid-configuration'],
  ['GET', '/.well-known/oauth-authorization-server'],
  ['GET', `${identityPath}/jwks`],
  ['GET', `${identityPath}/oauth2/authorize`],
  ['POST', `${identityPath}/oauth2/token`],
  ['POST', `${identityPath}/oauth2/revoke`],
  ['POST', `${identityPath}/oauth2/introspect`],
  ['GET', `${identityPath}/oauth2/userinfo`],
  ['POST', `${identityPath}/oauth2/userinfo`],
  ['GET', `${identityPath}/oauth2/end-session`],
  ['POST', `${identityPath}/oauth2/end-session`],
  ['POST', `${identityPath}/oauth2/end-session/confirm`],
]

/** Prompts that lead somewhere: Parley has no page for consent, account selection or registration by a client. */
const knownPrompts: ReadonlySet<string> = new Set(['login', 'none'])

/** OAuth 2.1 and OpenID Connect, from the library. */
export function identityRoutes(workspace: WorkspaceContext): Hono<WorkspaceEnv> {
  const routes = new Hono<WorkspaceEnv>()
  routes.get(`${identityPath}/oauth2/authorize`, async (context, next) => {
    const prompts = (context.req.query('prompt') ?? '').split(' ').filter((prompt) => prompt !== '')
    if (prompts.every((prompt) => knownPrompts.has(prompt))) {
      await next()
      return
    }
    return context.redirect('/sign-in?error=invalid_request&error_description=prompt')
  })
  routes.route('/', deviceCodeRoute(workspace))
  for (const [method, path] of endpoints) {
    routes.on(method, path, async (context) => {
      const identity = await workspace.identity()
      const asked = new URL(context.req.url)
      const request = new Request(`${workspace.address}${asked.pathname}${asked.search}`, {
        method,
        headers: forwardedHeaders(context.req.raw.headers, context.get('callerAddress')),
        ...(method === 'GET' ? {} : { body: await context.req.text() }),
      })
      return identity.handle(request)
    })
  }
  return routes
}
