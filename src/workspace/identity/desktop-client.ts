import { desktopClientId, desktopScopes, loopbackRedirectPath } from '../../contract/web-api'

/**
 * The desktop app as an OAuth client: public (RFC 8252 §8.4), so PKCE is required of it, and of the house, so nobody is
 * asked for consent. Its redirect has no port here: the library compares loopback redirects without their port
 * (RFC 8252 §7.3) and everything else character by character; `localhost` is not registered (§8.3).
 */
export const desktopClient = {
  clientId: desktopClientId,
  name: 'Parley',
  applicationType: 'native',
  disabled: false,
  skipConsent: true,
  enableEndSession: true,
  requirePKCE: true,
  tokenEndpointAuthMethod: 'none',
  grantTypes: ['authorization_code', 'refresh_token'],
  responseTypes: ['code'],
  scopes: [...desktopScopes],
  redirectUris: [`http://127.0.0.1${loopbackRedirectPath}`],
} as const
