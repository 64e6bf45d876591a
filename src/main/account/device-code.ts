import type * as OpenIdClient from 'openid-client'
import type { Configuration, TokenEndpointResponse } from 'openid-client'
import { z } from 'zod'
import { desktopScopes } from '../../contract/web-api'
import type { Tokens } from './identity-provider'
import { isTrustedAddress } from './provider-addresses'
import { providerFailure, type ProviderAnswer, type ProviderFailure } from './provider-failure'

/** What came of waiting for somebody to allow a code. */
export type CodeEnding =
  | { outcome: 'done'; value: Tokens }
  /** `timed-out` when the code has ended unanswered. */
  | { outcome: 'failed'; failure: ProviderFailure | 'timed-out' }

/** A code that a person types in elsewhere (RFC 8628 §3.2). */
export interface DeviceCode {
  userCode: string
  /** Where it is typed in. */
  address: string
  /** The same with the code filled in already, where the provider gives one. */
  completeAddress: string
  /** Milliseconds until it ends. */
  lifetime: number
  /** Asks again and again, as often as the provider lets it, until somebody has answered or the signal says to stop. */
  tokens(signal: AbortSignal): Promise<CodeEnding>
}

/** Errors of the token endpoint that are for codes alone (RFC 8628 §3.5). */
const endingSchema = z.looseObject({ error: z.enum(['access_denied', 'expired_token']) })

function codeFailure(thrown: unknown): ProviderFailure | 'timed-out' {
  const ending = endingSchema.safeParse(thrown)
  if (!ending.success) return providerFailure(thrown)
  return ending.data.error === 'access_denied' ? 'cancelled' : 'timed-out'
}

/**
 * Asks a provider for a code (RFC 8628 §3.1).
 *
 * @param options.computerName What this computer calls itself; Parley's workspaces show it to whoever decides.
 * @param options.tokensOf Reads the answer with the tokens.
 */
export async function askForDeviceCode(
  client: typeof OpenIdClient,
  configuration: Configuration,
  options: { computerName: string; tokensOf: (response: TokenEndpointResponse) => Tokens },
): Promise<ProviderAnswer<DeviceCode>> {
  try {
    const parameters = { scope: desktopScopes.join(' '), computer_name: options.computerName }
    const issued = await client.initiateDeviceAuthorization(configuration, parameters)
    const { verification_uri: address, verification_uri_complete: completeAddress = address } = issued
    // People are sent there, by what Parley shows.
    if (![address, completeAddress].every(isTrustedAddress)) return { outcome: 'failed', failure: 'not-trusted' }
    return {
      outcome: 'done',
      value: {
        userCode: issued.user_code,
        address,
        completeAddress,
        lifetime: issued.expires_in * 1_000,
        tokens: async (signal) => {
          for (;;) {
            try {
              const response = await client.pollDeviceAuthorizationGrant(configuration, issued, undefined, { signal })
              return { outcome: 'done', value: options.tokensOf(response) }
            } catch (error) {
              const failure = codeFailure(error)
              // RFC 8628 §3.5: a lost connection is no answer. The library waits before each request.
              if ((failure !== 'unreachable' && failure !== 'proxy') || signal.aborted) return { outcome: 'failed', failure }
            }
          }
        },
      },
    }
  } catch (error) {
    return { outcome: 'failed', failure: providerFailure(error) }
  }
}
