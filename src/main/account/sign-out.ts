import type { IdentityProvider } from './identity-provider'
import type { ProviderAnswer } from './provider-failure'

/** What became of the session at the workspace. */
export type SignOutEnding = 'ended' | 'goes-on'

/** How long the workspace may take to end a session, in milliseconds. */
const limit = 4_000

/**
 * Ends a session at the workspace: revokes its refresh token (RFC 7009) and ends the browser's session (OpenID Connect
 * RP-Initiated Logout). Without a connection there is nothing to be done: the session goes on there until it ends by itself, or
 * is ended by hand.
 *
 * @param held The tokens, already taken away everywhere else. Without an ID token, one is asked for first.
 * @param setTimer Runs something after some milliseconds; gives the function that prevents it.
 * @returns Once it is done, or too slow: whether the workspace confirmed that the tokens are of no use any more. Never rejects.
 */
export async function endRemotely(
  provider: () => Promise<ProviderAnswer<IdentityProvider>>,
  held: { refreshToken: string | null; idToken: string | null; keepBrowserSession: boolean },
  setTimer: (run: () => void, milliseconds: number) => () => void,
): Promise<SignOutEnding> {
  const work = async (): Promise<SignOutEnding> => {
    if (held.refreshToken === null && held.idToken === null) return 'ended'
    const found = await provider()
    if (found.outcome === 'failed') return 'goes-on'
    let { refreshToken, idToken } = held
    if (held.keepBrowserSession || !found.value.endsBrowserSession) idToken = null
    else if (idToken === null && refreshToken !== null) {
      const refreshed = await found.value.refresh(refreshToken)
      if (refreshed.outcome === 'done') {
        refreshToken = refreshed.value.refreshToken ?? refreshToken
        idToken = refreshed.value.idToken
      }
    }
    const [revoked] = await Promise.all([
      refreshToken === null ? null : found.value.revoke(refreshToken),
      idToken === null ? null : found.value.endSession(idToken),
    ])
    return revoked?.outcome === 'failed' ? 'goes-on' : 'ended'
  }
  return new Promise((resolve) => {
    const stop = setTimer(() => resolve('goes-on'), limit)
    void work()
      .catch((): SignOutEnding => 'goes-on')
      .then((ending) => {
        stop()
        resolve(ending)
      })
  })
}
