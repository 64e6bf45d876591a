import type { Connection } from '../../contract/session'
import type { IdentityProvider, Tokens } from './identity-provider'
import { isToldAsSuch, type NetworkFailure, type ProviderAnswer } from './provider-failure'

/** What a caller gets who needs an access token. */
export type AccessToken =
  | { outcome: 'token'; token: string }
  | { outcome: 'offline' }
  /** The workspace does not know Parley by its client id and secret. */
  | { outcome: 'registration' }
  /** The keychain has the client's secret and is locked. */
  | { outcome: 'keychain' }
  /** What is in the way of the connection. */
  | { outcome: NetworkFailure }
  | { outcome: 'expired' }
  | { outcome: 'signed-out' }

export interface TokenKeeperEffects {
  provider: () => Promise<ProviderAnswer<IdentityProvider>>
  /** Milliseconds since the epoch. */
  now: () => number
  /** Puts a rotated refresh token away; it is called, and awaited, before the old one is forgotten. */
  store: (refreshToken: string) => Promise<void>
  /** Hears how each refresh went. */
  onRefreshed: (outcome: Connection | 'expired') => void
}

/** The tokens of the signed-in account. They live here, in main's memory, and nowhere else but the keychain. */
export interface TokenKeeper {
  hold(tokens: Tokens): void
  /** Holds what the keychain gave: an access token is fetched when one is needed. */
  holdRefreshToken(refreshToken: string): void
  /** A good access token; refreshes once, however many callers ask at the same time. */
  accessToken(): Promise<AccessToken>
  /** The workspace refused this token: the next caller gets a fresh one. */
  reject(token: string): void
  refreshToken(): string | null
  /** Forgets everything, after a refresh under way has ended; gives what was held. */
  release(): Promise<{ refreshToken: string | null; idToken: string | null }>
}

/** An access token is renewed this long before it ends, in milliseconds. */
const renewalMargin = 60_000

/** Makes the keeper, with nothing in it. */
export function keepTokens(effects: TokenKeeperEffects): TokenKeeper {
  let refreshToken: string | null = null
  let access: { token: string; expiresAt: number } | null = null
  let idToken: string | null = null
  let refreshing: Promise<AccessToken> | null = null

  const hold = (tokens: Tokens): void => {
    access = { token: tokens.accessToken, expiresAt: tokens.expiresAt }
    // Neither has to come with a refresh (RFC 6749 §6, OpenID Connect Core §12.2): the last one stays good.
    refreshToken = tokens.refreshToken ?? refreshToken
    idToken = tokens.idToken ?? idToken
  }

  const forget = (): void => {
    refreshToken = null
    access = null
    idToken = null
  }

  const refresh = async (held: string): Promise<AccessToken> => {
    const provider = await effects.provider()
    const answer = provider.outcome === 'done' ? await provider.value.refresh(held) : provider
    if (answer.outcome === 'done') {
      const rotated = answer.value.refreshToken
      if (rotated !== null && rotated !== held) await effects.store(rotated)
      hold(answer.value)
      effects.onRefreshed('online')
      return { outcome: 'token', token: answer.value.accessToken }
    }
    if (answer.failure !== 'refused') {
      // Whatever else is in the way is so for now: the session itself is good yet.
      const lost = isToldAsSuch(answer.failure) ? answer.failure : 'offline'
      effects.onRefreshed(lost)
      return { outcome: lost }
    }
    forget()
    effects.onRefreshed('expired')
    return { outcome: 'expired' }
  }

  return {
    hold,
    holdRefreshToken: (held) => {
      forget()
      refreshToken = held
    },
    accessToken: () => {
      if (access !== null && access.expiresAt - renewalMargin > effects.now()) {
        return Promise.resolve({ outcome: 'token', token: access.token })
      }
      // Without a refresh token (the workspace gave none), the last access token is good until its very end.
      if (refreshToken === null && access !== null && access.expiresAt > effects.now()) {
        return Promise.resolve({ outcome: 'token', token: access.token })
      }
      if (refreshing !== null) return refreshing
      if (refreshToken === null) {
        if (access === null) return Promise.resolve({ outcome: 'signed-out' })
        forget()
        effects.onRefreshed('expired')
        return Promise.resolve({ outcome: 'expired' })
      }
      refreshing = refresh(refreshToken).finally(() => (refreshing = null))
      return refreshing
    },
    reject: (token) => {
      if (access?.token === token) access = { token, expiresAt: 0 }
    },
    refreshToken: () => refreshToken,
    release: async () => {
      await refreshing?.catch(() => undefined)
      const held = { refreshToken, idToken }
      forget()
      return held
    },
  }
}
