import type { SecretStore } from '../secrets/secret-store'

/** What the keychain gave: the secret of a client id, or null where none was kept for it; or that it can't be read now. */
export type ClientSecretRead = { outcome: 'read'; secret: string | null } | { outcome: 'refused' }

/** The OAuth client secret of the company's own registration at the vendor. It is in the keychain and nowhere else. */
export interface ClientSecret {
  read(clientId: string): Promise<ClientSecretRead>
  /** Keeps it; an empty one takes it away. False when the keychain refuses. */
  keep(clientId: string, secret: string): Promise<boolean>
}

/** @param store An entry of its own in the keychain, whose account is the client id. */
export function keepClientSecret(store: SecretStore): ClientSecret {
  return {
    read: async (clientId) => {
      const found = await store.read()
      // Where there is no keychain, none can have been kept. One that is locked may well have it: without it, the vendor
      // would take the request for one of a stranger.
      if (found.outcome === 'refused' && found.state !== 'missing') return { outcome: 'refused' }
      const isTheirs = found.outcome === 'found' && found.secret.accountId === clientId
      return { outcome: 'read', secret: isTheirs ? found.secret.refreshToken : null }
    },
    keep: async (clientId, secret) => {
      // Whoever types the secret wants it there, in the place of an entry that Parley can't read, too.
      const written =
        secret === '' ? await store.remove() : await store.write({ accountId: clientId, refreshToken: secret }, 'replace')
      return written.outcome === 'done'
    },
  }
}
