import { desktopClientId, desktopScopes, loopbackRedirectPath } from '../../contract/web-api'
import { answerPagePath } from '../../contract/page-paths'

/** The last one is for a sign-in with a code (RFC 8628 §3.4). */
export const desktopGrants = ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'] as const

/**
 * The desktop app as an OAuth client: public (RFC 8252 §8.4), so PKCE is required of it, and of the house, so nobody is
 * asked for consent. Its redirect has no port here: the library compares loopback redirects without their port
 * (RFC 8252 §7.3) and everything else character by character; `localhost` is not registered (§8.3). The other redirect
 * leads to a page of this very workspace, which shows the answer to be pasted into the app.
 *
 * @param address The workspace's own, an origin.
 */
export const desktopClient = (address: string) => ({
  clientId: desktopClientId,
  name: 'Parley',
  applicationType: 'native',
  disabled: false,
  skipConsent: true,
  enableEndSession: true,
  requirePKCE: true,
  tokenEndpointAuthMethod: 'none',
  grantTypes: [...desktopGrants],
  responseTypes: ['code'],
  scopes: [...desktopScopes],
  redirectUris: [`http://127.0.0.1${loopbackRedirectPath}`, `${address}${answerPagePath}`],
})
