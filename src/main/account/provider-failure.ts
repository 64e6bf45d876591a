import { z } from 'zod'
import { networkProblem } from '../workspace/network-problem'

/** Problems of the network that have words of their own. */
const networkFailures = ['certificate', 'client-certificate', 'clock', 'proxy'] as const
export type NetworkFailure = (typeof networkFailures)[number]

/** Whether a failure is one that pages have words for as a problem with the workspace. */
export function isToldAsSuch(failure: ProviderFailure): failure is NetworkFailure | 'registration' | 'keychain' {
  return failure === 'registration' || failure === 'keychain' || networkFailures.some((each) => each === failure)
}

/** Why the workspace's identity provider did not do what it was asked. */
export type ProviderFailure =
  /** The person said no (RFC 6749 §4.1.2.1, `access_denied`). */
  | 'cancelled'
  /** It answered with an error: for a refresh, the session is over (RFC 6749 §5.2). */
  | 'refused'
  /** It does not know this client, or not with this secret; that ends no session. */
  | 'registration'
  /** The client's secret is in the keychain, which can't be read now; nothing was sent. */
  | 'keychain'
  /** No connection, no answer in time, or trouble on its side that passes. */
  | 'unreachable'
  /** What is in the way of a connection, where that is known. */
  | NetworkFailure
  /** State, nonce, issuer or signature do not match. */
  | 'not-trusted'
  | 'other'

export type ProviderAnswer<T> = { outcome: 'done'; value: T } | { outcome: 'failed'; failure: ProviderFailure }

/** What openid-client's errors have in common. They are told by their codes: the library is loaded on demand. */
const errorSchema = z.looseObject({
  code: z.string().optional(),
  error: z.string().optional(),
  status: z.number().optional(),
})

/** Errors of RFC 6749 §4.1.2.1 and RFC 8628 §3.5 that pass by themselves. */
const passing = new Set(['server_error', 'temporarily_unavailable', 'slow_down'])

/** Errors of RFC 6749 §4.1.2.1 and §5.2 that are about the client, and not about the person's session. */
const aboutClient = new Set(['invalid_client', 'unauthorized_client'])

const byCode: Readonly<Record<string, ProviderFailure>> = {
  OAUTH_TIMEOUT: 'unreachable',
  OAUTH_ABORT: 'unreachable',
  // Something else answers on that address, or the workspace is not up yet.
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'unreachable',
  OAUTH_RESPONSE_IS_NOT_JSON: 'unreachable',
  OAUTH_PARSE_ERROR: 'unreachable',
  OAUTH_INVALID_RESPONSE: 'not-trusted',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'not-trusted',
  // Made and looked at within seconds: one of the two clocks is wrong, most often this computer's.
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'clock',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'not-trusted',
  OAUTH_KEY_SELECTION_FAILED: 'not-trusted',
}

/**
 * Tells what an error of openid-client means for the person.
 *
 * @param thrown What the library threw.
 */
export function providerFailure(thrown: unknown): ProviderFailure {
  const parsed = errorSchema.safeParse(thrown)
  const { code, error, status } = parsed.success ? parsed.data : {}
  const isAboutClient = error !== undefined && aboutClient.has(error)
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') {
    if (error === 'access_denied') return 'cancelled'
    return isAboutClient ? 'registration' : 'refused'
  }
  if (code === 'OAUTH_RESPONSE_BODY_ERROR' || code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') {
    if (status === undefined || status >= 500 || status === 429) return 'unreachable'
    // What is challenged (RFC 6749 §5.2, 401) is how the client made itself known.
    if (isAboutClient || (error === undefined && status === 401)) return 'registration'
    return error !== undefined && passing.has(error) ? 'unreachable' : 'refused'
  }
  const known = code === undefined ? undefined : byCode[code]
  if (known !== undefined) return known
  // fetch throws a TypeError without a code of its own for every failure of the network.
  if (!(thrown instanceof TypeError) || code !== undefined) return 'other'
  const problem = networkProblem(thrown, false)
  return networkFailures.find((failure) => failure === problem) ?? 'unreachable'
}
