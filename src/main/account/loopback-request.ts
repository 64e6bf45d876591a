import { timingSafeEqual } from 'node:crypto'
import { loopbackRedirectPath } from '../../contract/web-api'
import { readUrl } from '../../contract/read-url'

/** Path of the page that ends a sign-in; its address carries nothing. */
export const endingPath = '/done'

export interface LoopbackRequest {
  method: string
  /** Path and query, as the request line has it. */
  target: string
  /** The Host header. */
  host: string | undefined
}

export type LoopbackDecision =
  | { kind: 'answer'; parameters: URLSearchParams }
  /** The redirect without a query: the answer may be in the fragment, which only a page can read. */
  | { kind: 'fragment-page' }
  | { kind: 'ending-page' }
  /** An answer that is not to this attempt. It does not end the attempt. */
  | { kind: 'not-ours' }
  | { kind: 'not-found' }
  | { kind: 'wrong-method' }
  | { kind: 'wrong-host' }

const longestTarget = 8_192

/** Compares in constant time, so that a page that guesses states learns nothing from the time taken. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}

/**
 * Decides what a request to the loopback listener is. Any page of the web, and any program of this computer, can send
 * requests there, so that all but the answer to this very attempt leaves it as it was: a request that is a mistake or an
 * attack must not end a sign-in (RFC 8252 §8.10, RFC 9700 §4.7).
 *
 * @param port The listener's port; the Host header must name it, on the literal address (DNS rebinding).
 * @param state The attempt's `state`. An answer without it, an error too, counts as not ours (RFC 6749 §4.1.2.1).
 */
export function readLoopbackRequest(request: LoopbackRequest, port: number, state: string): LoopbackDecision {
  if (request.host !== `127.0.0.1:${String(port)}`) return { kind: 'wrong-host' }
  if (request.method !== 'GET') return { kind: 'wrong-method' }
  if (request.target.length > longestTarget || !request.target.startsWith('/')) return { kind: 'not-found' }
  const base = `http://${request.host}`
  const url = readUrl(base + request.target)
  if (url === null) return { kind: 'not-found' }
  if (url.pathname === endingPath) return { kind: 'ending-page' }
  if (url.pathname !== loopbackRedirectPath) return { kind: 'not-found' }
  if (url.search === '' || url.search === '?') return { kind: 'fragment-page' }
  const states = url.searchParams.getAll('state')
  const [given] = states
  if (states.length !== 1 || given === undefined || !isSame(given, state)) return { kind: 'not-ours' }
  return { kind: 'answer', parameters: url.searchParams }
}
