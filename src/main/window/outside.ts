import { readUrl } from '../../contract/read-url'

/**
 * Decides whether an address may be handed to the operating system's default browser. Only main makes addresses; this
 * check is what stands between a mistake in main and the system.
 *
 * @param address The address to open.
 * @param workspaceOrigins Origins of the workspaces that main works with, such as `http://127.0.0.1:41234`; null for one that is not up.
 * @returns The address in its normal form, or null: `https:` without credentials is allowed, and `http:` only for a
 * workspace on the literal loopback address (RFC 8252 §7.3).
 */
export function checkOutsideAddress(address: string, workspaceOrigins: readonly (string | null)[]): string | null {
  const url = address.length > 8192 ? null : readUrl(address)
  if (url === null) return null
  if (url.username !== '' || url.password !== '') return null
  if (url.protocol === 'https:') return url.href
  const isOwnWorkspace = url.protocol === 'http:' && url.hostname === '127.0.0.1' && workspaceOrigins.includes(url.origin)
  return isOwnWorkspace ? url.href : null
}
