import type * as OpenIdClient from 'openid-client'
import type { Configuration, TokenEndpointResponse } from 'openid-client'
import { desktopScopes } from '../../contract/web-api'
import { answerPagePath } from '../../contract/page-paths'
import { askForDeviceCode, type DeviceCode } from './device-code'
import { attempt, fetchForms, loopbackSchema, requestTimeout, tokensIn, type Waiting } from './oauth-requests'
import { isTrustedAddress, trustsEndpoints } from './provider-addresses'
import type { ProviderAnswer } from './provider-failure'

/** Tokens of one account, in main's memory only. */
export interface Tokens {
  accessToken: string
  /** When the access token ends, milliseconds since the epoch. */
  expiresAt: number
  refreshToken: string | null
  idToken: string | null
}

/** The values of one sign-in that never leave main, except as this request's parameters. */
export interface AuthorizationRequest {
  redirectUri: string
  state: string
  nonce: string
  /** PKCE code verifier (RFC 7636 §4.1). */
  verifier: string
}

/** A workspace's OpenID Connect provider. Nothing here throws: failures are values. */
export interface IdentityProvider {
  authorizationAddress(request: AuthorizationRequest, options: { challenge: string; loginHint: string | null }): string
  /** Checks the answer (state, nonce, RFC 9207 issuer) and exchanges its code. */
  exchange(request: AuthorizationRequest, answer: URLSearchParams): Promise<ProviderAnswer<Tokens>>
  refresh(refreshToken: string): Promise<ProviderAnswer<Tokens>>
  /** The ways to sign in without a browser that can reach this computer, where the workspace has them. */
  readonly elsewhere?: {
    /** Redirect of the page that shows the answer to a sign-in, to be pasted. */
    readonly answerPage: string
    /** Asks for a code (RFC 8628). `computerName` is shown to whoever decides. */
    askForCode(computerName: string): Promise<ProviderAnswer<DeviceCode>>
  }
  /** RFC 7009. */
  revoke(refreshToken: string): Promise<ProviderAnswer<null>>
  /** Whether it can end the browser's session; `endSession` does nothing otherwise. */
  endsBrowserSession: boolean
  /** OpenID Connect RP-Initiated Logout 1.0, without a browser: the ID token names the browser's session. */
  endSession(idToken: string): Promise<ProviderAnswer<null>>
}

interface ProviderOptions extends Waiting {
  clientId: string
  fetch: typeof globalThis.fetch
}

/**
 * Finds a workspace's identity provider (OpenID Connect Discovery 1.0). The answer is good for this address only: the
 * embedded workspace may move to another port.
 *
 * @param address The workspace's address, which is its issuer: `https:`, or `http:` on the literal 127.0.0.1.
 * @returns The provider, or why there is none.
 */
export async function discoverIdentityProvider(
  address: string,
  options: ProviderOptions,
): Promise<ProviderAnswer<IdentityProvider>> {
  if (!isTrustedAddress(address)) return { outcome: 'failed', failure: 'not-trusted' }
  const client = await import('openid-client')
  const discovered = await attempt(() =>
    client.discovery(new URL(address), options.clientId, { token_endpoint_auth_method: 'none' }, client.None(), {
      [client.customFetch]: fetchForms(options.fetch, options),
      timeout: requestTimeout,
      // Signatures of ID tokens are checked, since loopback has no TLS that would vouch for them (OpenID Connect Core
      // §3.1.3.7, step 6).
      execute: address.startsWith('http:')
        ? [loopbackSchema.parse(client).allowInsecureRequests, client.enableNonRepudiationChecks]
        : [client.enableNonRepudiationChecks],
    }),
  )
  if (discovered.outcome === 'failed') return discovered
  if (!trustsEndpoints(discovered.value.serverMetadata(), address)) return { outcome: 'failed', failure: 'not-trusted' }
  return { outcome: 'done', value: speakWith(client, discovered.value, { ...options, address }) }
}

function speakWith(
  client: typeof OpenIdClient,
  configuration: Configuration,
  { fetch, now, address }: ProviderOptions & { address: string },
): IdentityProvider {
  const tokensOf = (response: TokenEndpointResponse) => tokensIn(response, now())
  const endsBrowserSession = configuration.serverMetadata().end_session_endpoint !== undefined
  return {
    authorizationAddress: ({ redirectUri, state, nonce }, { challenge, loginHint }) =>
      client.buildAuthorizationUrl(configuration, {
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: desktopScopes.join(' '),
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...(loginHint === null ? {} : { login_hint: loginHint }),
      }).href,
    exchange: (request, answer) =>
      attempt(async () => {
        const address = new URL(request.redirectUri)
        address.search = answer.toString()
        const checks = {
          expectedState: request.state,
          expectedNonce: request.nonce,
          pkceCodeVerifier: request.verifier,
          idTokenExpected: true,
        }
        return tokensOf(await client.authorizationCodeGrant(configuration, address, checks))
      }),
    // Workspaces have both ways or neither: they came with the same version.
    ...(configuration.serverMetadata().device_authorization_endpoint === undefined
      ? {}
      : {
          elsewhere: {
            answerPage: new URL(answerPagePath, address).href,
            askForCode: (computerName) => askForDeviceCode(client, configuration, { computerName, tokensOf }),
          },
        }),
    refresh: (refreshToken) =>
      attempt(async () => tokensOf(await client.refreshTokenGrant(configuration, refreshToken))),
    revoke: (refreshToken) =>
      attempt(async () => {
        await client.tokenRevocation(configuration, refreshToken, { token_type_hint: 'refresh_token' })
        return null
      }),
    endsBrowserSession,
    endSession: async (idToken) => {
      if (!endsBrowserSession) return { outcome: 'done', value: null }
      return attempt(async () => {
        const address = client.buildEndSessionUrl(configuration, { id_token_hint: idToken })
        const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(requestTimeout * 1_000) })
        await response.body?.cancel()
        // Its answer is a page or a redirect for browsers (§2): anything but an error is fine.
        if (response.status >= 400) throw new Error(`The workspace answered ${String(response.status)}`)
        return null
      })
    },
  }
}
