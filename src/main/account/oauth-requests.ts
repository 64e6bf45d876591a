import type { Configuration, CustomFetch, TokenEndpointResponse } from 'openid-client'
import { z } from 'zod'
import type { Turnstile } from '../workspace/turnstile'
import type { Tokens } from './identity-provider'
import { providerFailure, type ProviderAnswer } from './provider-failure'

/** Seconds after which a request to an identity provider counts as lost. */
export const requestTimeout = 10

/** A lifetime for servers that do not tell theirs (RFC 6749 §5.1, `expires_in` is only recommended), in seconds. */
const unknownLifetime = 300

/** Does what may fail by the provider or on the way to it, and tells of it by a value. */
export async function attempt<T>(work: () => Promise<T>): Promise<ProviderAnswer<T>> {
  try {
    return { outcome: 'done', value: await work() }
  } catch (error) {
    return { outcome: 'failed', failure: providerFailure(error) }
  }
}

/**
 * The tokens in a provider's answer (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3).
 *
 * @param now When it came, milliseconds since the epoch.
 */
export function tokensIn(response: TokenEndpointResponse, now: number): Tokens {
  return {
    accessToken: response.access_token,
    expiresAt: now + (response.expires_in ?? unknownLifetime) * 1_000,
    refreshToken: response.refresh_token ?? null,
    idToken: response.id_token ?? null,
  }
}

/**
 * What lets the library speak HTTP. It is marked as deprecated there so that nobody uses it lightly; here it is for the
 * literal loopback address alone, as RFC 8252 §8.3 has it.
 */
export const loopbackSchema = z.object({
  allowInsecureRequests: z.custom<(configuration: Configuration) => void>((value) => typeof value === 'function'),
})

/** What keeps refreshes away from a provider that asked to wait. A person who signs in is not made to. */
export interface Waiting {
  turnstile: Turnstile
  /** Milliseconds since the epoch. */
  now: () => number
}

/** The library sends forms, or nothing. */
export function fetchForms(fetch: typeof globalThis.fetch, { turnstile, now }: Waiting): CustomFetch {
  return async (address, { method, headers, redirect, signal, body }) => {
    const isRefresh = body instanceof URLSearchParams && body.get('grant_type') === 'refresh_token'
    // As when there is no connection: the tokens stay good.
    if (isRefresh && turnstile.closedUntil() !== null) throw new TypeError('The provider asked to wait')
    const response = await fetch(address, {
      method,
      headers,
      redirect,
      ...(signal === undefined ? {} : { signal }),
      ...(body instanceof URLSearchParams ? { body } : {}),
    })
    const retryAfter = response.headers.get('retry-after')
    const mustWait = response.status === 429 || (response.status === 503 && retryAfter !== null)
    if (isRefresh && mustWait) turnstile.close(retryAfter, theirTime(response) ?? now())
    return response
  }
}

/** The provider's own time, milliseconds since the epoch, where it tells. */
function theirTime(response: Response): number | null {
  const time = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(time) ? null : time
}
