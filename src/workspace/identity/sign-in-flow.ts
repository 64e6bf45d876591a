/**
 * How a sign-in travels between the desktop app, the browser and the workspace.
 *
 * 1. The app opens `GET /identity/oauth2/authorize?client_id=parley-desktop&…` in the browser (address from
 *    `GET /.well-known/openid-configuration`; the issuer is the workspace's bare address, `http://127.0.0.1:PORT`).
 * 2. Without a session in this browser, or with `prompt=login`, the answer is a redirect to
 *    `/sign-in?response_type=code&client_id=parley-desktop&…&login_hint=…&exp=…&ba_iat=…&ba_param=…&sig=…`: the app's
 *    own request, signed by the workspace and good for ten minutes. With a session, step 5 follows at once.
 * 3. The page at `/sign-in` reads `login_hint` (to fill the e-mail in) and nothing else from that query. It asks
 *    `GET /console-api/setup`; where `needsCompany` is true, it offers *Create your company*, a link to
 *    `/create-company` **with the same query string**.
 * 4. It posts `{email, password}` to `/console-api/sign-in` + `location.search`, or the company form to
 *    `/console-api/company` + `location.search`: the query string goes along exactly as it came, in the same order.
 *    The header `x-parley-console` is required. Errors are `consoleErrorSchema`: `sign-in-outdated` means that the
 *    query was altered or is too old, so the page says so and asks to start again from the app; `not-allowed` (403),
 *    that the account is switched off; `too-many-requests`, to wait (`Retry-After`, seconds).
 * 5. The answer is `{continueTo}` and the session's cookie. The page calls `location.replace(continueTo)`: the app's
 *    loopback address with `code`, `state` and `iss`; or, where the page was opened without a signed query, the
 *    console's path (see `afterSignIn`).
 *
 * Where the browser can't reach the app, two other ways lead back. The app asks with `/sign-in/answer` as its redirect,
 * a page of the workspace that shows `code`, `state` and `iss` to be pasted; or it asks for a code of its own (RFC 8628),
 * which a person who is signed in in any browser allows at `/device` (see `device-codes.ts`).
 *
 * `/sign-in?error=…&error_description=…` (no `sig`) is where a request goes that can't be answered to the client,
 * because its client or redirect address is not a registered one (RFC 6749 §4.1.2.1): the page shows that the link is
 * not valid.
 *
 * Pages that are opened without a session get 401 `not-signed-in` from `/console-api/me` and go to
 * `/sign-in?next=/nav/users/company…`; `next` is honoured for console paths alone. `login_hint` may stand beside it.
 *
 * The desktop app's sign-out calls `end_session_endpoint` with `id_token_hint` from its own process, without cookies.
 * The ID token names the browser's session (`sid`), which ends with it: the console asks for credentials again.
 */
import { z } from 'zod'
import { consolePath } from '../../contract/page-paths'
import { companyEnds, identityPath } from './endpoints'
import type { Identity } from './identity'

/** Pages that one may be sent to after signing in: the console's, and the one that asks for a device's code. */
const consolePage = /^\/nav\/users\/company(?:\/[a-z0-9/-]*)?$/
const devicePage = /^\/device(?:\?user_code=[A-Za-z0-9-]{1,20})?$/

/**
 * Where the browser goes after signing in, when no app waits for it.
 *
 * @param search The sign-in page's query, with or without `?`.
 * @returns A path of this workspace; anything else in `next` is not followed (open redirect).
 */
export function afterSignIn(search: string): string {
  const next = new URLSearchParams(search).get('next')
  return next !== null && (consolePage.test(next) || devicePage.test(next)) ? next : consolePath
}

/** The signed request inside the sign-in page's query, or null when the page was opened by itself. */
export function signedRequest(search: string): string | null {
  const query = search.replace(/^\?/, '')
  return new URLSearchParams(query).has('sig') ? query : null
}

export type SignInOutcome =
  | { readonly outcome: 'signed-in'; readonly continueTo: string; readonly setCookie: readonly string[] }
  | { readonly outcome: 'wrong-credentials' | 'sign-in-outdated' | 'not-allowed' | 'company-ends' }
  | { readonly outcome: 'too-many-requests'; readonly retryAfter: string }

const redirectSchema = z.object({ redirect: z.literal(true), url: z.url() })
const problemSchema = z.object({ error: z.string().optional(), code: z.string().optional() })

export interface SignInAttempt {
  readonly email: string
  readonly password: string
  /** The sign-in page's query as it came. */
  readonly search: string
  /** The workspace's own address, origin. */
  readonly address: string
  /** Headers of the browser's request that the library needs: caller's address, user agent. */
  readonly headers: Headers
}

/**
 * Signs an account in and, where an app waits for it, answers that app's request.
 *
 * The library does the work in its own endpoint, so that its rate limits, hooks and the signed query's check hold.
 */
export async function signIn(identity: Identity, attempt: SignInAttempt): Promise<SignInOutcome> {
  const request = signedRequest(attempt.search)
  const headers = new Headers(attempt.headers)
  headers.set('content-type', 'application/json')
  headers.set('accept', 'application/json')
  headers.set('origin', attempt.address)
  const response = await identity.handle(
    new Request(`${attempt.address}${identityPath}/sign-in/email`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        email: attempt.email,
        password: attempt.password,
        ...(request === null ? {} : { oauth_query: request }),
      }),
    }),
  )
  if (response.status === 429) {
    return { outcome: 'too-many-requests', retryAfter: response.headers.get('x-retry-after') ?? '60' }
  }
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) {
    const problem = problemSchema.safeParse(body).data
    if (problem?.error === 'invalid_signature') return { outcome: 'sign-in-outdated' }
    if (problem?.code === companyEnds) return { outcome: 'company-ends' }
    return { outcome: response.status === 403 ? 'not-allowed' : 'wrong-credentials' }
  }
  const redirect = redirectSchema.safeParse(body)
  return {
    outcome: 'signed-in',
    continueTo: redirect.success ? redirect.data.url : afterSignIn(attempt.search),
    setCookie: response.headers.getSetCookie(),
  }
}
