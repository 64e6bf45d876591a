import * as client from 'openid-client'
import { z } from 'zod'
import { desktopClientId, desktopScopes } from '../../contract/web-api'
import type { Browser } from './browser'

/** The library marks what plain `http:` needs as deprecated, to make it stand out; on loopback it is right. */
const loopbackSchema = z.object({
  allowInsecureRequests: z.custom<(configuration: client.Configuration) => void>(
    (value) => typeof value === 'function',
  ),
})

export const redirectUri = 'http://127.0.0.1:51234/signed-in'

/** What the desktop app does for one sign-in, with the library that it uses. */
export async function desktopApp(address: string) {
  const configuration = await client.discovery(new URL(address), desktopClientId, undefined, client.None(), {
    execute: [loopbackSchema.parse(client).allowInsecureRequests, client.enableNonRepudiationChecks],
  })
  const verifier = client.randomPKCECodeVerifier()
  const parameters = {
    redirect_uri: redirectUri,
    scope: desktopScopes.join(' '),
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: client.randomState(),
    nonce: client.randomNonce(),
  }
  return {
    configuration,
    /** What it opens in the browser. */
    address: (more: Record<string, string> = {}) =>
      client.buildAuthorizationUrl(configuration, { ...parameters, ...more }).href,
    exchange: (answer: URL) =>
      client.authorizationCodeGrant(configuration, answer, {
        pkceCodeVerifier: verifier,
        expectedState: parameters.state,
        expectedNonce: parameters.nonce,
      }),
  }
}

/** Gets the app tokens through a browser that is signed in. */
export async function signInThrough(browser: Browser, address: string) {
  const app = await desktopApp(address)
  const { location } = await browser.open(app.address())
  const tokens = await app.exchange(location)
  const { refresh_token: refreshToken, id_token: idToken } = tokens
  if (refreshToken === undefined || idToken === undefined) throw new Error('Tokens are missing')
  return { app, tokens, refreshToken, idToken }
}
