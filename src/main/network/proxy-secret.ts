import type { SecretStore } from '../secrets/secret-store'
import type { ProxySecret } from './proxy-sign-in'

/** Divides the proxy from the name in the entry; neither can hold it. */
const divider = '\n'

/** @param store An entry of its own in the keychain; it holds the credentials of one proxy. */
export function keepProxySecret(store: Pick<SecretStore, 'read' | 'write' | 'remove'>): ProxySecret {
  return {
    read: async (proxy) => {
      const found = await store.read()
      if (found.outcome !== 'found') return null
      const [of, username] = found.secret.accountId.split(divider)
      return of === proxy && username !== undefined ? { username, password: found.secret.refreshToken } : null
    },
    // A keychain that refuses costs the person another answer after the next start, and nothing else.
    write: async (proxy, { username, password }) => {
      await store.write({ accountId: `${proxy}${divider}${username}`, refreshToken: password })
    },
    // Where there is no keychain, nothing is kept.
    remove: async () => {
      const removed = await store.remove()
      return removed.outcome !== 'refused' || removed.state === 'missing'
    },
  }
}
