import { readUrl } from '../../contract/read-url'

/**
 * Checks an address that the workspace sends the browser on to after a sign-in: a page of the console, or the desktop
 * app's loopback address (RFC 8252 §7.3). Anything that a browser would run instead of open is refused.
 *
 * @param address What the workspace answered.
 * @param origin The console's own origin.
 * @returns The whole address, or null when it must not be followed.
 */
export function continueAddress(address: string, origin: string): string | null {
  const url = readUrl(address, origin)
  if (url === null) return null
  const isLoopback = url.protocol === 'http:' && (url.hostname === '127.0.0.1' || url.hostname === '[::1]')
  return url.origin === origin || isLoopback ? url.href : null
}
