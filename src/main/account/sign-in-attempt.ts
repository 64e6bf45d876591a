import { createHash } from 'node:crypto'
import type { Language } from '../../contract/languages'
import type { SignInProblem } from '../../contract/session'
import type { SignInEnding } from './browser-page-words'
import type { AuthorizationRequest, IdentityProvider, Tokens } from './identity-provider'
import { openLoopbackListener, type LoopbackListener } from './loopback-listener'
import type { ProviderAnswer, ProviderFailure } from './provider-failure'

/** How an attempt ended. `taken` says that the tokens were handed over and accepted. */
type AttemptEnding = { outcome: 'taken' } | { outcome: 'failed'; problem: SignInProblem } | { outcome: 'cancelled' }

/** One attempt to sign in through the browser, from the click until its listener is closed. */
export interface SignInAttempt {
  /** The address that is open in the browser, or null while it is not known yet. */
  address(): string | null
  /** Brings the sign-in page up again, in the same attempt. */
  reopen(): void
  /** Ends the attempt and its listener at once. */
  cancel(): void
  ended: Promise<AttemptEnding>
}

export interface AttemptEffects {
  discover: () => Promise<ProviderAnswer<IdentityProvider>>
  openBrowser: (address: string) => Promise<void>
  bringToFront: () => void
  /** Takes the tokens of a successful answer, and says what came of it. */
  take: (tokens: Tokens, provider: IdentityProvider) => Promise<SignInEnding>
  onStep: (step: 'browser' | 'finishing') => void
  language: () => Language
  /** 256 random bits as base64url: 43 characters, which suits PKCE (RFC 7636 §4.1), `state` and `nonce`. */
  random: () => string
  /** Runs something after some milliseconds; gives the function that prevents it. */
  setTimer: (run: () => void, milliseconds: number) => () => void
}

/** An attempt's longest life, in milliseconds. */
export const attemptLifetime = 5 * 60_000

/** How long the listener waits for the browser to fetch the last page, in milliseconds. */
const lastPageLimit = 10_000

const problemOf: Readonly<Record<ProviderFailure, SignInProblem>> = {
  cancelled: 'cancelled',
  refused: 'refused',
  unreachable: 'workspace-unreachable',
  'not-trusted': 'answer-not-trusted',
  other: 'other',
}

/** PKCE code challenge, S256 (RFC 7636 §4.2). */
function codeChallenge(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url')
}

/**
 * Starts an attempt: finds the provider, listens on loopback, opens the browser and waits for the one answer. A browser
 * that can't be opened does not end it, since the address can be copied.
 *
 * @param loginHint E-mail to fill in, or null.
 * @param lifetime Milliseconds until it ends by itself.
 */
export function startSignInAttempt(
  effects: AttemptEffects,
  loginHint: string | null,
  lifetime: number = attemptLifetime,
): SignInAttempt {
  let address: string | null = null
  let listener: LoopbackListener | null = null
  let browserFailed = false
  let phase: 'waiting' | 'finishing' | 'ended' = 'waiting'
  let settle: (ending: AttemptEnding) => void = () => undefined
  const ended = new Promise<AttemptEnding>((resolve) => (settle = resolve))

  const end = (ending: AttemptEnding): void => {
    if (phase === 'ended') return
    phase = 'ended'
    address = null
    stopClock()
    settle(ending)
  }

  const stopClock = effects.setTimer(() => {
    // Tokens that are being fetched have their own time limits.
    if (phase !== 'waiting') return
    end({ outcome: 'failed', problem: browserFailed ? 'browser-not-opened' : 'timed-out' })
    listener?.close()
  }, lifetime)

  const open = async (target: string): Promise<void> => {
    try {
      await effects.openBrowser(target)
      browserFailed = false
    } catch {
      browserFailed = true
    }
  }

  const finish = async (
    provider: IdentityProvider,
    request: AuthorizationRequest,
    parameters: URLSearchParams,
  ): Promise<SignInEnding> => {
    phase = 'finishing'
    effects.onStep('finishing')
    const ending = await provider.exchange(request, parameters).then(async (exchanged): Promise<SignInEnding> => {
      if (exchanged.outcome === 'failed') return problemOf[exchanged.failure]
      if (!hasEnded()) return effects.take(exchanged.value, provider)
      // Cancelled meanwhile: tokens that nobody will use are given back.
      await giveBack(provider, exchanged.value)
      return 'cancelled'
    }).catch((): SignInEnding => 'other')
    // The browser gets its last page after this; should it never ask for it, the listener still goes.
    effects.setTimer(() => listener?.close(), lastPageLimit)
    if (!hasEnded()) effects.bringToFront()
    end(ending === 'signed-in' ? { outcome: 'taken' } : { outcome: 'failed', problem: ending })
    return ending
  }

  const hasEnded = (): boolean => phase === 'ended'

  const run = async (): Promise<void> => {
    const found = await effects.discover()
    if (hasEnded()) return
    if (found.outcome === 'failed') return end({ outcome: 'failed', problem: problemOf[found.failure] })
    const provider = found.value
    const secrets = { state: effects.random(), nonce: effects.random(), verifier: effects.random() }
    const opened = await openLoopbackListener({
      state: secrets.state,
      onAnswer: (parameters) => finish(provider, { ...secrets, redirectUri: opened.redirectUri }, parameters),
      onEndingShown: () => opened.close(),
      language: effects.language,
      nonce: effects.random,
    })
    listener = opened
    if (hasEnded()) return opened.close()
    const request = { ...secrets, redirectUri: opened.redirectUri }
    address = provider.authorizationAddress(request, { challenge: codeChallenge(secrets.verifier), loginHint })
    effects.onStep('browser')
    await open(address)
  }

  run().catch(() => {
    listener?.close()
    end({ outcome: 'failed', problem: 'other' })
  })

  return {
    address: () => address,
    reopen: () => {
      if (address !== null) void open(address)
    },
    cancel: () => {
      end({ outcome: 'cancelled' })
      listener?.close()
    },
    ended,
  }
}

/** Revokes tokens that are not used; a failure changes nothing for the person. */
export async function giveBack(provider: IdentityProvider, tokens: Tokens): Promise<void> {
  if (tokens.refreshToken !== null) await provider.revoke(tokens.refreshToken)
}
