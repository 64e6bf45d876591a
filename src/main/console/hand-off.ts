import { consolePath } from '../../contract/web-api'

/** The console of one workspace, from the workspace's own configuration. */
export type ConsoleConfiguration =
  /** A workspace of Parley's own, whose console is on its origin; null while no address was ever known. */
  | { kind: 'parley'; address: string | null }
  | { kind: 'teamviewer' }

/** Origin of the vendor's console. */
const teamviewerOrigin = 'https://login.teamviewer.com'

/**
 * Makes the address of the console. It is made from the workspace's configuration alone; what the page knows has no part
 * in it, except that the account's e-mail is filled in (`login_hint`, OpenID Connect Core §3.1.2.1).
 *
 * @param email The account's e-mail.
 * @returns The address, or null when there is none or when it would not be safe to open.
 */
export function consoleAddress(configuration: ConsoleConfiguration, email: string): string | null {
  if (configuration.kind === 'teamviewer') return checkConsoleAddress(teamviewerOrigin + consolePath, teamviewerOrigin)
  const { address } = configuration
  if (address === null) return null
  // Addresses such as javascript: have no paths to go to.
  if (!URL.canParse(consolePath, address)) return null
  const url = new URL(consolePath, address)
  url.searchParams.set('login_hint', email)
  return checkConsoleAddress(url.href, new URL(address).origin)
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
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.origin !== origin || url.username !== '' || url.password !== '') return null
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1')
  return isSafe && url.pathname === consolePath ? url.href : null
}
