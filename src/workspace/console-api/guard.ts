import { consoleRequestHeader } from '../../contract/console-api'

/**
 * Tells whether a change was asked for by the console's own pages. Another site's form can't send the header, and its
 * script would need a CORS permission that is never given. Another program's page on this computer (`127.0.0.1`,
 * another port) is the same site to cookies, so the browser's own account of where the request comes from has to fit
 * too.
 *
 * @param headers The request's headers.
 * @param origins The workspace's own origins.
 */
export function isOwnChange(headers: Headers, origins: readonly string[]): boolean {
  if (headers.get(consoleRequestHeader) === null) return false
  const origin = headers.get('origin')
  if (origin !== null && !origins.includes(origin)) return false
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin'
}
