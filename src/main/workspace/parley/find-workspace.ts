import { discoveryPath, discoverySchema } from '../../../contract/discovery'
import { readUrl } from '../../../contract/read-url'
import { isTrustedAddress } from '../../account/provider-addresses'
import type { FoundWorkspace } from '../kind'
import { networkProblem } from '../network-problem'
import { readLimited } from '../read-limited'

/** Milliseconds until the question counts as lost. */
const patience = 8_000

const longestAnswer = 16_384

/** A company's domain often leads on to the name of its site: `example.com` to `www.example.com`. */
const mostRedirects = 3

/** Problems of the network that have words of their own; of all others one looks at the address and the connection. */
const told = ['certificate', 'client-certificate', 'clock', 'proxy'] as const

/**
 * Reads what a person typed where their workspace is asked for.
 *
 * @param typed A host, an address, or an e-mail, whose domain is asked.
 * @returns The origin to ask, or why it is none.
 */
export function readTypedAddress(typed: string): { origin: string } | { problem: 'not-an-address' | 'not-secure' } {
  const text = typed.trim()
  const email = /^[^\s@/]+@([^\s@/]+)$/.exec(text)
  const place = email?.[1] ?? text
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(place) ? place : `https://${place}`
  const url = place === '' || /\s/.test(place) ? null : readUrl(address)
  if (url === null) return { problem: 'not-an-address' }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'not-an-address' }
  if (url.username !== '' || url.password !== '' || url.hostname === '') return { problem: 'not-an-address' }
  return isTrustedAddress(url.origin) ? { origin: url.origin } : { problem: 'not-secure' }
}

/**
 * Finds the workspace that a person means: asks the place that they typed for `/.well-known/parley`, and the workspace
 * that this names for its own. A domain may name a workspace elsewhere; that one has to agree that it is one.
 */
export async function findWorkspace(typed: string, fetch: typeof globalThis.fetch): Promise<FoundWorkspace> {
  const read = readTypedAddress(typed)
  if ('problem' in read) return { outcome: read.problem }
  const named = await ask(read.origin, fetch, mostRedirects)
  if (named.outcome !== 'found' || named.address === read.origin) return named
  const own = await ask(named.address, fetch, 0)
  if (own.outcome !== 'found') return own
  return own.address === named.address ? own : { outcome: 'no-workspace' }
}

/** @param redirects How many are followed. */
async function ask(origin: string, fetch: typeof globalThis.fetch, redirects: number): Promise<FoundWorkspace> {
  const signal = AbortSignal.timeout(patience)
  let address = origin + discoveryPath
  for (let left = redirects; ; left -= 1) {
    let response: Response
    let text: string | null
    try {
      response = await fetch(address, { headers: { accept: 'application/json' }, redirect: 'manual', cache: 'no-store', credentials: 'omit', signal })
      text = await readLimited(response, longestAnswer)
    } catch (error) {
      const problem = networkProblem(error, false)
      return { outcome: told.find((each) => each === problem) ?? 'unreachable' }
    }
    if (response.ok) return workspaceIn(text ?? '')
    const next = nextOf(response, address)
    if (next === null || left === 0) return { outcome: response.status >= 500 ? 'unreachable' : 'no-workspace' }
    if (!isTrustedAddress(next) || (address.startsWith('https:') && !next.startsWith('https:'))) return { outcome: 'not-secure' }
    address = next
  }
}

/** Where a redirect leads; null where an answer is none. */
function nextOf(response: Response, address: string): string | null {
  const location = response.headers.get('location')
  const isRedirect = response.status >= 300 && response.status < 400 && location !== null
  return isRedirect ? (readUrl(location, address)?.href ?? null) : null
}

/** The workspace that an answer names. */
function workspaceIn(text: string): FoundWorkspace {
  const parsed = discoverySchema.safeParse(parseJson(text))
  if (!parsed.success) return { outcome: 'no-workspace' }
  const address = new URL(parsed.data.parley.workspace).origin
  return isTrustedAddress(address) ? { outcome: 'found', address } : { outcome: 'not-secure' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
