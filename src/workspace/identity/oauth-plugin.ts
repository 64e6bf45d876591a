import { oauthProvider } from '@better-auth/oauth-provider'
import type { BetterAuthPlugin } from 'better-auth'
import { desktopScopes } from '../../contract/web-api'
import { dayInSeconds, hourInSeconds } from '../clock'

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
    grantTypes: ['authorization_code', 'refresh_token'],
    accessTokenExpiresIn: hourInSeconds,
    refreshTokenExpiresIn: 30 * dayInSeconds,
    codeExpiresIn: 10 * 60,
    silenceWarnings: { oauthAuthServerConfig: true, openidConfig: true },
  })
  if (!isPlugin(plugin)) throw new TypeError('The OAuth plugin has an unexpected form')
  return plugin
}

/**
 * The plugin's own type leaves `undefined` in optional properties, which `exactOptionalPropertyTypes` does not take.
 */
function isPlugin(value: unknown): value is BetterAuthPlugin {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === 'oauth-provider'
}
