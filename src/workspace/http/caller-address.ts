import { BlockList, isIP } from 'node:net'

/** Tells whether an address is one of the operator's own proxies. */
export type TrustedProxies = (address: string) => boolean

/** Who sent a request, as far as it can be known. */
export interface RequestOrigin {
  /** The caller's address; empty where the connection is gone already. */
  readonly address: string
  /** How the caller reached the proxy, where a proxy of ours says so. */
  readonly protocol: 'http' | 'https' | null
}

/** @param ranges Addresses and networks (`10.0.0.0/8`, `fd00::/8`), checked already. */
export function trustedProxies(ranges: readonly string[]): TrustedProxies {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', length] = range.split('/')
    const family = familyOf(network)
    if (length === undefined) list.addAddress(network, family)
    else list.addSubnet(network, Number(length), family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address))
}

/**
 * Finds who sent a request. What `X-Forwarded-For` and `X-Forwarded-Proto` say counts as far as our own proxies wrote
 * it: the first address from the right that is none of theirs. What a caller writes there itself stands further left.
 *
 * @param connected The address at the other end of the connection.
 */
export function findOrigin(connected: string | undefined, headers: Headers, isTrusted: TrustedProxies): RequestOrigin {
  let address = plainAddress(connected ?? '') ?? ''
  if (!isTrusted(address)) return { address, protocol: null }
  const protocol = /^\s*(https?)\s*$/i.exec(headers.get('x-forwarded-proto')?.split(',')[0] ?? '')?.[1]?.toLowerCase()
  for (const entry of (headers.get('x-forwarded-for') ?? '').split(',').toReversed()) {
    const next = plainAddress(entry.trim())
    if (next === null) break
    address = next
    if (!isTrusted(address)) break
  }
  return { address, protocol: protocol === 'http' || protocol === 'https' ? protocol : null }
}

/** An address without port, brackets or the prefix of IPv4 in IPv6; null where it is none. */
function plainAddress(text: string): string | null {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  const address = /^::ffff:([\d.]+)$/i.exec(bare)?.[1] ?? bare
  // A zone (`fe80::1%eth0`) means something on one machine alone.
  return isIP(address) === 0 || address.includes('%') ? null : address
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
