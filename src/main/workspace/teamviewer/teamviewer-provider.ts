import type { Configuration, TokenEndpointResponse } from 'openid-client'
import type { IdentityProvider, Tokens } from '../../account/identity-provider'
import type { ProviderAnswer } from '../../account/provider-failure'
import type { ClientSecretRead } from '../../accounts/client-secret'
import { attempt, fetchForms, loopbackSchema, requestTimeout, tokensIn, type Waiting } from '../../account/oauth-requests'
import type { TeamViewerHosts } from './hosts'

/** The company's own client, from its app's registration; read whenever a request is made. */
export interface TeamViewerClient {
  clientId: () => string
  /** Where the registration has one, out of the keychain. */
  clientSecret: () => Promise<ClientSecretRead>
}

interface ProviderEffects extends TeamViewerClient, Waiting {
  hosts: TeamViewerHosts
  fetch: typeof globalThis.fetch
}

/**
 * The vendor's OAuth 2.0: no discovery, no ID token. PKCE goes along always; a secret where the company's registration
 * has one, since the vendor documents no client without.
 *
 * @returns The provider; a failure where there is no client id or the keychain can't be read, so that nobody signs in for nothing.
 */
export async function teamviewerProvider(effects: ProviderEffects): Promise<ProviderAnswer<IdentityProvider>> {
  const library = await import('openid-client')
  const { hosts, now, clientId } = effects

  const configured = (clientSecret: string | null): Configuration => {
    const made = new library.Configuration(
      {
        issuer: hosts.login,
        authorization_endpoint: `${hosts.login}/oauth2/authorize`,
        token_endpoint: `${hosts.api}/oauth2/token`,
        revocation_endpoint: `${hosts.api}/oauth2/revoke`,
      },
      clientId(),
      undefined,
      clientSecret === null ? library.None() : library.ClientSecretPost(clientSecret),
    )
    made[library.customFetch] = fetchForms(effects.fetch, effects)
    made.timeout = requestTimeout
    if (hosts.login.startsWith('http://127.0.0.1')) loopbackSchema.parse(library).allowInsecureRequests(made)
    return made
  }

  /** Does something with the secret; without the client id, or without the keychain, nothing is sent at all. */
  const withSecret = async <T>(work: (clientSecret: string | null) => Promise<T>): Promise<ProviderAnswer<T>> => {
    if (clientId() === '') return { outcome: 'failed', failure: 'registration' }
    const found = await effects.clientSecret()
    return found.outcome === 'refused' ? { outcome: 'failed', failure: 'keychain' } : attempt(() => work(found.secret))
  }

  const tokensOf = (response: TokenEndpointResponse): Tokens => ({ ...tokensIn(response, now()), idToken: null })

  const provider: IdentityProvider = {
    authorizationAddress: ({ redirectUri, state }, { challenge }) => {
      const address = new URL(`${hosts.login}/oauth2/authorize`)
      address.search = new URLSearchParams({
        response_type: 'code',
        client_id: clientId(),
        redirect_uri: redirectUri,
        state,
        display: 'popup',
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }).toString()
      return address.href
    },
    exchange: (request, answer) =>
      withSecret(async (clientSecret) => {
        const address = new URL(request.redirectUri)
        address.search = answer.toString()
        const checks = { expectedState: request.state, pkceCodeVerifier: request.verifier }
        return tokensOf(await library.authorizationCodeGrant(configured(clientSecret), address, checks))
      }),
    refresh: (refreshToken) =>
      withSecret(async (clientSecret) => tokensOf(await library.refreshTokenGrant(configured(clientSecret), refreshToken))),
    // By hand: the vendor answers 204, where RFC 7009 §2.2 has 200 and the library nothing else.
    revoke: (refreshToken) =>
      withSecret(async (clientSecret) => {
        const response = await effects.fetch(`${hosts.api}/oauth2/revoke`, {
          method: 'POST',
          body: new URLSearchParams({
            token: refreshToken,
            token_type_hint: 'refresh_token',
            client_id: clientId(),
            ...(clientSecret === null ? {} : { client_secret: clientSecret }),
          }),
          redirect: 'manual',
          signal: AbortSignal.timeout(requestTimeout * 1_000),
        })
        await response.body?.cancel()
        if (!response.ok) throw new Error(`The revocation was answered ${response.status}`)
        return null
      }),
    // The vendor has no such call: the browser's session there is its own affair.
    endsBrowserSession: false,
    endSession: () => Promise.resolve({ outcome: 'done', value: null }),
  }
  return withSecret(() => Promise.resolve(provider))
}
