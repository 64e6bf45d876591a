/**
 * Decides whether an address may be handed to the operating system's default browser. Only main makes addresses; this
 * check is what stands between a mistake in main and the system.
 *
 * @param address The address to open.
 * @param workspaceOrigin Origin of the workspace, such as `http://127.0.0.1:41234`, or null.
 * @returns The address in its normal form, or null: `https:` without credentials is allowed, and `http:` only for the
 * workspace on the literal loopback address (RFC 8252 §7.3).
 */
export function checkOutsideAddress(address: string, workspaceOrigin: string | null): string | null {
  if (address.length > 8192 || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.username !== '' || url.password !== '') return null
  if (url.protocol === 'https:') return url.href
  const isOwnWorkspace = url.protocol === 'http:' && url.hostname === '127.0.0.1' && url.origin === workspaceOrigin
  return isOwnWorkspace ? url.href : null
}
