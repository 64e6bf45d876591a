import type { Account } from '../../contract/session'
import type { SecretStore } from '../secrets/secret-store'

/** Whether a session outlives Parley's end. */
type Persistence = 'kept' | 'until-quit'

interface Put {
  persistence: Persistence
  /** Takes it away again, unless another one has been put in its place since. */
  takeBack: () => Promise<void>
}

/** What of a session is kept between runs: the refresh token in the keychain, and whose it is in a file. */
export interface KeptSession {
  /**
   * Puts a refresh token into the keychain.
   *
   * @param refreshToken Null where the workspace gave none.
   */
  put(account: Account, refreshToken: string | null, existing?: 'replace'): Promise<Put>
  /** Notes whose session it is, or that it is nobody's. @returns False where the disk refuses. */
  note(account: Account | null): boolean
}

/** Makes what keeps. Nothing is asked of the keychain yet. */
export function keepSession(secrets: Pick<SecretStore, 'write' | 'remove'>, remembered: { set(account: Account | null): void }): KeptSession {
  let puts = 0
  return {
    put: async (account, refreshToken, existing) => {
      if (refreshToken === null) return { persistence: 'until-quit', takeBack: () => Promise.resolve() }
      const mine = (puts += 1)
      const written = await secrets.write({ accountId: account.id, refreshToken }, existing)
      return {
        persistence: written.outcome === 'done' ? 'kept' : 'until-quit',
        takeBack: async () => {
          // The keychain does one thing after the other: a later token stands there by now, or is about to.
          if (puts === mine) await secrets.remove()
        },
      }
    },
    note: (account) => {
      try {
        remembered.set(account)
        return true
      } catch {
        // Whoever is signed in goes on being so; that it ends with Parley is told.
        return false
      }
    },
  }
}
