import type { Account, Connection, Session } from '../../contract/session'
import { lostConnection } from '../workspace/workspace'
import type { SignInEnding } from './browser-page-words'
import type { IdentityProvider, Tokens } from './identity-provider'
import { keepSession } from './kept-session'
import { cacheProvider } from './provider-cache'
import { keepReconnecting } from './reconnect'
import type { SessionEffects, SessionKeeper } from './session-keeper'
import { accountOf, nextSession, signedOut, type SessionEvent } from './session-machine'
import { giveBack } from './sign-in-attempt'
import { keepAttempts } from './sign-in-attempts'
import { endingOf } from './sign-in-ending'
import { endRemotely, type SignOutEnding } from './sign-out'
import { keepTokens } from './token-keeper'

/**
 * Opens the session. A remembered account is signed in at once, since it nearly always still is; `connect` finds out.
 *
 * @returns The keeper, in the state to show first. Nothing is asked of keychain, network or browser yet.
 */
export function openSession(effects: SessionEffects): SessionKeeper {
  const { secrets, remembered, setTimer } = effects
  let session: Session = signedOut
  let signingOut: Promise<SignOutEnding> | null = null
  /** The keychain could not be read when the session was to be restored; it may be unlocked later. */
  let awaitsKeychain = false

  const dispatch = (event: SessionEvent): void => {
    const next = nextSession(session, event)
    if (next === session) return
    session = next
    effects.onChange(session)
  }

  const provider = cacheProvider({ address: effects.workspaceAddress, discover: effects.discover })

  const kept = keepSession(secrets, remembered)

  /** A session that ends with Parley is not remembered: the next start would promise what it can't keep. */
  const remember = (account: Account, persistence: 'kept' | 'until-quit'): void => {
    const isNoted = kept.note(persistence === 'kept' ? account : null)
    dispatch({ type: 'persistence-changed', persistence: isNoted ? persistence : 'until-quit' })
  }

  const tokens = keepTokens({
    provider,
    now: effects.now,
    store: async (refreshToken) => {
      const account = accountOf(session)
      if (account !== null) remember(account, (await kept.put(account, refreshToken)).persistence)
    },
    onRefreshed: (outcome) => {
      if (outcome === 'expired') expire()
      else noteConnection(outcome)
    },
  })

  const expire = (): void => {
    dispatch({ type: 'expired' })
    reconnecting.stop()
    // The tokens are of no use any more; the account stays remembered, to sign in again.
    void tokens.release()
    void secrets.remove()
  }

  const noteConnection = (connection: Connection): void => {
    if (session.state !== 'signed-in') return
    dispatch({ type: 'connection-changed', connection })
    if (connection === 'online') reconnecting.stop()
    else if (effects.isShown()) reconnecting.start()
  }

  /** Asks the workspace who this is; true when there is nothing left to retry. */
  const reach = async (): Promise<boolean> => {
    let answer = await readAccount()
    // The workspace may refuse a token before its time; a fresh one that it refuses too is the end.
    if (answer === 'expired') answer = await readAccount()
    if (answer === 'expired') expire()
    return answer !== 'offline' || !effects.isShown()
  }

  const readAccount = async (): Promise<'done' | 'offline' | 'expired'> => {
    if (!isSignedIn()) return 'done'
    const access = await tokens.accessToken()
    if (access.outcome === 'expired' || access.outcome === 'signed-out') return 'done'
    if (access.outcome !== 'token') return 'offline'
    const answer = await effects.readAccount(access.token)
    if (!isSignedIn()) return 'done'
    if (answer.outcome === 'failed' && answer.problem === 'expired') {
      tokens.reject(access.token)
      return 'expired'
    }
    if (answer.outcome === 'done') rememberName(answer.value)
    const lost = answer.outcome === 'failed' ? lostConnection(answer.problem) : null
    noteConnection(lost ?? 'online')
    return lost === null ? 'done' : 'offline'
  }

  const rememberName = (account: Account): void => {
    dispatch({ type: 'account-read', account })
    if (session.state === 'signed-in' && session.persistence === 'kept') kept.note(account)
  }

  const isSignedIn = (): boolean => session.state === 'signed-in' && signingOut === null

  const reconnecting = keepReconnecting(reach, setTimer, effects.chance)

  const restore = async (account: Account): Promise<void> => {
    const entry = await secrets.read()
    const isWanted = session.state === 'signed-in' || session.state === 'expired'
    if (!isWanted || signingOut !== null || tokens.refreshToken() !== null) return
    awaitsKeychain = entry.outcome === 'refused'
    if (entry.outcome !== 'found' || entry.secret.accountId !== account.id) return dispatch({ type: 'expired' })
    tokens.holdRefreshToken(entry.secret.refreshToken)
    dispatch({ type: 'signed-in', account, persistence: 'kept' })
  }

  /** Takes the tokens of an attempt that is still wanted; gives them back otherwise. */
  const take = async (mine: () => boolean, fresh: Tokens, from: IdentityProvider): Promise<SignInEnding> => {
    const answer = await effects.readAccount(fresh.accessToken)
    if (answer.outcome === 'failed' || !mine()) {
      await giveBack(from, fresh)
      if (answer.outcome === 'done') return 'cancelled'
      return endingOf(answer.problem)
    }
    const account = answer.value
    const { persistence, takeBack } = await kept.put(account, fresh.refreshToken)
    if (!mine()) {
      await takeBack()
      await giveBack(from, fresh)
      return 'cancelled'
    }
    awaitsKeychain = false
    tokens.hold(fresh)
    dispatch({ type: 'signed-in', account, persistence })
    remember(account, persistence)
    return 'signed-in'
  }

  const attempts = keepAttempts({
    effects: { ...effects, discover: provider },
    email: () => accountOf(session)?.email ?? null,
    dispatch,
    take,
  })

  const clear = async (keepBrowserSession: boolean): Promise<SignOutEnding> => {
    const account = accountOf(session)
    attempts.cancel()
    awaitsKeychain = false
    reconnecting.stop()
    const held = await tokens.release()
    // An account that was not shown since the start holds nothing yet: its token is in the keychain still.
    const entry = held.refreshToken === null && account !== null ? await secrets.read() : null
    if (entry?.outcome === 'found' && entry.secret.accountId === account?.id) held.refreshToken = entry.secret.refreshToken
    kept.note(null)
    await secrets.remove()
    if (account !== null) effects.onSignedOut(account)
    const ending = await endRemotely(provider, { ...held, keepBrowserSession }, setTimer)
    dispatch({ type: 'signed-out' })
    // A token in a keychain that is locked could not be given back.
    return entry?.outcome === 'refused' && entry.state !== 'missing' ? 'goes-on' : ending
  }

  const recheck = async (): Promise<void> => {
    const account = accountOf(session)
    const refreshToken = tokens.refreshToken()
    if (account === null || signingOut !== null) return
    if (session.state === 'expired' && awaitsKeychain) {
      await restore(account)
      if (isSignedIn()) await reconnecting.now()
    }
    if (session.state !== 'signed-in') return
    if (session.persistence === 'until-quit' && refreshToken !== null) {
      const { persistence } = await kept.put(account, refreshToken)
      if (isSignedIn()) remember(account, persistence)
    }
    if (session.connection !== 'online') await reconnecting.now()
  }

  let restored: () => void = () => undefined
  const whenRestored = new Promise<void>((resolve) => (restored = resolve))
  const known = remembered.get()
  if (known === null) restored()
  else session = nextSession(session, { type: 'remembered', account: known })
  const forgetKeychain = secrets.onState((state) => {
    if (state === 'available') void recheck()
  })

  return {
    get: () => session,
    connect: async () => {
      if (known !== null && isSignedIn()) await restore(known)
      restored()
      if (isSignedIn()) await reconnecting.now()
    },
    signIn: async () => {
      await signingOut
      const pending = attempts.pending()
      if (pending !== null) return pending.reopen()
      if (session.state === 'signed-out' || session.state === 'expired') attempts.start()
    },
    signInAddress: () => attempts.pending()?.address() ?? null,
    otherWays: {
      useCode: () => attempts.pending()?.useCode(),
      openCodePage: () => attempts.pending()?.openCodePage(),
      codePage: () => attempts.pending()?.codePage() ?? null,
      openAnswerPage: () => attempts.pending()?.openAnswerPage(),
      pasteAnswer: (text) => attempts.pending()?.pasteAnswer(text) ?? 'too-late',
    },
    cancelSignIn: attempts.cancel,
    signOut: (options) =>
      (signingOut ??= clear(options?.keepBrowserSession ?? false).finally(() => (signingOut = null))),
    accessToken: async () => {
      await whenRestored
      const access = await tokens.accessToken()
      return access.outcome === 'signed-out' && session.state === 'expired' ? { outcome: 'expired' } : access
    },
    rejectAccessToken: (token) => tokens.reject(token),
    noteConnection,
    replaceKeychainEntry: async () => {
      const account = accountOf(session)
      if (account === null || !isSignedIn()) return
      const { persistence } = await kept.put(account, tokens.refreshToken(), 'replace')
      if (isSignedIn()) remember(account, persistence)
    },
    recheck,
    stop: () => {
      forgetKeychain()
      attempts.cancel()
      reconnecting.stop()
    },
  }
}
