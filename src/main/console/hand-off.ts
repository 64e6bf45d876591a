import { consolePath } from '../../contract/page-paths'
import { readUrl } from '../../contract/read-url'

/**
 * Makes the address of the console. It is made from the workspace's configuration alone; what the page knows has no part
 * in it, except that the account's e-mail is filled in (`login_hint`, OpenID Connect Core §3.1.2.1).
 *
 * @param origin The console's origin, or null while none was ever known.
 * @param loginHint The account's e-mail, or null where the console does not take one.
 * @returns The address, or null when there is none or when it would not be safe to open.
 */
export function consoleAddress(origin: string | null, loginHint: string | null): string | null {
  if (origin === null) return null
  const url = readUrl(consolePath, origin)
  // Addresses such as javascript: have no paths to go to.
  if (url === null) return null
  if (loginHint !== null) url.searchParams.set('login_hint', loginHint)
  return checkConsoleAddress(url.href, new URL(origin).origin)
}

/**
 * Checks the address of the console before it leaves Parley.
 *
 * @param address The address to open or copy.
 * @param origin Origin of the workspace.
 * @returns The address in its normal form, or null unless it is on exactly that origin, `https:` or `http:` on the
 * literal 127.0.0.1, without credentials, on the console's own path.
 */
export function checkConsoleAddress(address: string, origin: string): string | null {
  const url = readUrl(address)
  if (url === null) return null
  if (url.origin !== origin || url.username !== '' || url.password !== '') return null
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1')
  return isSafe && url.pathname === consolePath ? url.href : null
}
