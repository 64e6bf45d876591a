import { oauthDeviceAuthorization, oauthProvider } from '@better-auth/oauth-provider'
import type { BetterAuthPlugin } from 'better-auth'
import { desktopScopes } from '../../contract/web-api'
import { deviceCodePath } from '../../contract/page-paths'
import { dayInSeconds, hourInSeconds } from '../clock'
import { desktopGrants } from './desktop-client'

/**
 * OAuth 2.1 and OpenID Connect for the desktop app. Registration of further clients stays off, which is the library's
 * default; refresh tokens rotate, and one that comes back after its rotation ends all of that account's (RFC 9700
 * §4.14.2).
 */
export function oauthPlugin(): BetterAuthPlugin {
  const plugin: unknown = oauthProvider({
    loginPage: '/sign-in',
    // Nobody is asked for consent (see desktop-client.ts); the library wants an address all the same.
    consentPage: '/sign-in',
    scopes: [...desktopScopes],
    grantTypes: [...desktopGrants],
    accessTokenExpiresIn: hourInSeconds,
    refreshTokenExpiresIn: 30 * dayInSeconds,
    codeExpiresIn: 10 * 60,
    silenceWarnings: { oauthAuthServerConfig: true, openidConfig: true },
  })
  if (!isPlugin(plugin, 'oauth-provider')) throw new TypeError('The OAuth plugin has an unexpected form')
  return plugin
}

/**
 * Sign-in with a code (RFC 8628), on top of the OAuth plugin: the app asks for a code, a person who is signed in in any
 * browser allows it at `/device`, and the app gets tokens of the same kind as through the browser. Who may answer is
 * Parley's own affair; see `device-codes.ts`.
 */
export function deviceCodePlugin(): BetterAuthPlugin {
  const plugin: unknown = oauthDeviceAuthorization({ expiresIn: '10m', interval: '5s', verificationUri: deviceCodePath })
  if (!isPlugin(plugin, 'device-authorization')) throw new TypeError('The device plugin has an unexpected form')
  return plugin
}

/**
 * The plugin's own type leaves `undefined` in optional properties, which `exactOptionalPropertyTypes` does not take.
 */
function isPlugin(value: unknown, id: string): value is BetterAuthPlugin {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id
}
