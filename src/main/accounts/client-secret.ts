import type { SecretStore } from '../secrets/secret-store'

/** The OAuth client secret of the company's own registration at the vendor. It is in the keychain and nowhere else. */
export interface ClientSecret {
  /** The secret of a client id, or null where none was kept for it. */
  read(clientId: string): Promise<string | null>
  /** Keeps it; an empty one takes it away. False when the keychain refuses. */
  keep(clientId: string, secret: string): Promise<boolean>
}

/** @param store An entry of its own in the keychain, whose account is the client id. */
export function keepClientSecret(store: SecretStore): ClientSecret {
  return {
    read: async (clientId) => {
      const found = await store.read()
      return found.outcome === 'found' && found.secret.accountId === clientId ? found.secret.refreshToken : null
    },
    keep: async (clientId, secret) => {
      const written =
        secret === '' ? await store.remove() : await store.write({ accountId: clientId, refreshToken: secret })
      return written.outcome === 'done'
    },
  }
}
