import type { IdentityProvider } from './identity-provider'
import type { ProviderAnswer } from './provider-failure'

/** How long the workspace may take to end a session, in milliseconds. */
const limit = 4_000

/**
 * Ends a session at the workspace: revokes its refresh token (RFC 7009) and ends the browser's session (OpenID Connect
 * RP-Initiated Logout). Without a connection there is nothing to be done; the tokens end by themselves.
 *
 * @param held The tokens, already taken away everywhere else. Without an ID token, one is asked for first.
 * @param setTimer Runs something after some milliseconds; gives the function that prevents it.
 * @returns Once it is done, or too slow. Never rejects.
 */
export async function endRemotely(
  provider: () => Promise<ProviderAnswer<IdentityProvider>>,
  held: { refreshToken: string | null; idToken: string | null; keepBrowserSession: boolean },
  setTimer: (run: () => void, milliseconds: number) => () => void,
): Promise<void> {
  const work = async (): Promise<void> => {
    if (held.refreshToken === null && held.idToken === null) return
    const found = await provider()
    if (found.outcome === 'failed') return
    let { refreshToken, idToken } = held
    if (held.keepBrowserSession || !found.value.endsBrowserSession) idToken = null
    else if (idToken === null && refreshToken !== null) {
      const refreshed = await found.value.refresh(refreshToken)
      if (refreshed.outcome === 'done') {
        refreshToken = refreshed.value.refreshToken ?? refreshToken
        idToken = refreshed.value.idToken
      }
    }
    await Promise.all([
      refreshToken === null ? null : found.value.revoke(refreshToken),
      idToken === null ? null : found.value.endSession(idToken),
    ])
  }
  await new Promise<void>((resolve) => {
    const stop = setTimer(resolve, limit)
    void work()
      .catch(() => undefined)
      .finally(() => {
        stop()
        resolve()
      })
  })
}
