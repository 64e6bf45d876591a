/** Names and addresses by which a computer speaks to itself alone (RFC 6761 §6.3, RFC 1122 §3.2.1.3), as `location.hostname` has them. */
const ofThisComputer = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Tells whether a host is this computer itself, so that nobody reaches it from another one. */
export function isThisComputer(hostname: string): boolean {
  return ofThisComputer.test(hostname)
}

/** Whether the workspace that serves this page is on this computer alone, as the one that runs with Parley is; a company's own is at an address of its own. */
export function isOnThisComputer(): boolean {
  return typeof location !== 'undefined' && isThisComputer(location.hostname)
}
