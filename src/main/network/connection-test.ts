import type { ConnectionTest } from '../../contract/network'
import { readUrl } from '../../contract/read-url'
import { networkProblem } from '../workspace/network-problem'

interface ConnectionTestEffects {
  fetch: typeof globalThis.fetch
  /** The proxy for an address, or null for none. */
  proxyFor: (address: string) => Promise<string | null>
  /** Milliseconds since the epoch. */
  now: () => number
}

/** People wait for it that long, in milliseconds. */
const patience = 10_000

/**
 * Finds out whether a server can be reached over a secure connection. Whatever it answers is good: only the way there is
 * tested, and nothing that a person has typed is sent.
 *
 * @param typed The server's name or address, as a person types it.
 */
export async function testConnection(typed: string, { fetch, proxyFor, now }: ConnectionTestEffects): Promise<ConnectionTest> {
  const origin = serverOrigin(typed)
  if (origin === null) return { outcome: 'no-address' }
  const { host } = new URL(origin)
  const proxy = await proxyFor(origin)
  const began = now()
  try {
    const response = await fetch(origin, { method: 'HEAD', redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(patience) })
    await response.body?.cancel()
    return { outcome: 'reached', host, proxy, milliseconds: Math.max(0, Math.round(now() - began)) }
  } catch (error) {
    return { outcome: 'failed', host, proxy, problem: networkProblem(error, false) }
  }
}

/** `https:` alone: what goes over the network unprotected is no connection of Parley's. */
function serverOrigin(typed: string): string | null {
  const text = typed.trim()
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`
  const url = text === '' ? null : readUrl(address)
  if (url === null) return null
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.hostname === '') return null
  return url.origin
}
