import { createHash } from 'node:crypto'
import type { AuthorizationRequest, IdentityProvider, Tokens } from './identity-provider'
import type { ProviderAnswer } from './provider-failure'

type Secrets = Pick<AuthorizationRequest, 'state' | 'nonce' | 'verifier'>

/** The requests of one attempt: an answer belongs to one of them, by its `state`, or to none. */
export interface AuthorizationRequests {
  /** Fresh secrets for one request. */
  secrets(): Secrets
  /** Makes a request whose answer goes to this redirect, and gives the address to open in a browser. */
  make(provider: IdentityProvider, redirectUri: string, secrets: Secrets): string
  /** What an answer belongs to, or null: its provider, and what exchanges it for tokens. */
  find(answer: URLSearchParams): { provider: IdentityProvider; exchange: () => Promise<ProviderAnswer<Tokens>> } | null
}

/** PKCE code challenge, S256 (RFC 7636 §4.2). */
function codeChallenge(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url')
}

/**
 * @param random 256 random bits as base64url: 43 characters, which suits PKCE (RFC 7636 §4.1), `state` and `nonce`.
 * @param loginHint E-mail to fill in, or null.
 */
export function keepRequests(random: () => string, loginHint: string | null): AuthorizationRequests {
  const made = new Map<string, { provider: IdentityProvider; request: AuthorizationRequest }>()
  return {
    secrets: () => ({ state: random(), nonce: random(), verifier: random() }),
    make: (provider, redirectUri, secrets) => {
      const request = { ...secrets, redirectUri }
      made.set(secrets.state, { provider, request })
      return provider.authorizationAddress(request, { challenge: codeChallenge(secrets.verifier), loginHint })
    },
    find: (answer) => {
      const found = made.get(answer.get('state') ?? '')
      if (found === undefined) return null
      const { provider, request } = found
      return { provider, exchange: () => provider.exchange(request, answer) }
    },
  }
}
