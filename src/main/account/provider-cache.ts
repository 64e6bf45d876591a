import type { IdentityProvider } from './identity-provider'
import type { ProviderAnswer } from './provider-failure'

/**
 * Keeps the provider of the workspace's present address. The embedded workspace may move to another port between two
 * requests; a provider of another address is never used.
 *
 * @param effects.address Gives the workspace's address once it is ready; rejects when there is none.
 * @param effects.discover Finds the provider at an address.
 */
export function cacheProvider(effects: {
  address: () => Promise<string>
  discover: (address: string) => Promise<ProviderAnswer<IdentityProvider>>
}): () => Promise<ProviderAnswer<IdentityProvider>> {
  let cached: { address: string; answer: Promise<ProviderAnswer<IdentityProvider>> } | null = null
  return async () => {
    let address: string
    try {
      address = await effects.address()
    } catch {
      return { outcome: 'failed', failure: 'unreachable' }
    }
    if (cached?.address === address) return cached.answer
    const mine = { address, answer: effects.discover(address) }
    cached = mine
    const answer = await mine.answer
    if (answer.outcome === 'failed' && cached === mine) cached = null
    return answer
  }
}
