import { readUrl } from '../../contract/read-url'

/**
 * Tells whether tokens may be asked for at an address: `https:`, or `http:` on the literal loopback address, where
 * nobody else can listen in (RFC 8252 §8.3). `localhost` is a name that may lead elsewhere, and is refused.
 */
export function isTrustedAddress(address: string): boolean {
  const url = readUrl(address)
  if (url === null) return false
  if (url.username !== '' || url.password !== '') return false
  if (url.protocol === 'https:') return true
  return url.protocol === 'http:' && url.hostname === '127.0.0.1'
}

const endpoints = [
  'authorization_endpoint',
  'token_endpoint',
  'device_authorization_endpoint',
  'revocation_endpoint',
  'end_session_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
] as const

/**
 * Checks the endpoints that a provider announces: each is on `https:`, or on the workspace's own origin.
 *
 * @param metadata The provider's discovery document.
 * @param address The workspace's address.
 */
export function trustsEndpoints(
  metadata: Readonly<Partial<Record<(typeof endpoints)[number], string | undefined>>>,
  address: string,
): boolean {
  const own = new URL(address).origin
  return endpoints.every((name) => {
    const endpoint = metadata[name]
    if (endpoint === undefined) return name !== 'authorization_endpoint' && name !== 'token_endpoint'
    if (!isTrustedAddress(endpoint)) return false
    const url = new URL(endpoint)
    return url.protocol === 'https:' || url.origin === own
  })
}
