import type { SignInEnding } from './browser-page-words'
import type { IdentityProvider, Tokens } from './identity-provider'
import type { SessionEvent } from './session-machine'
import { attemptLifetime, startSignInAttempt, type AttemptEffects, type SignInAttempt } from './sign-in-attempt'

interface AttemptsOptions {
  effects: Omit<AttemptEffects, 'take' | 'onStep' | 'onProlonged' | 'onOtherWays'> & {
    /** Milliseconds since the epoch. */
    now: () => number
  }
  /** Fills in who is to sign in, where that is known. */
  email: () => string | null
  dispatch: (event: SessionEvent) => void
  /** Takes the tokens of an attempt, as long as that is still wanted (`isMine`), and says what came of it. */
  take: (isMine: () => boolean, tokens: Tokens, provider: IdentityProvider) => Promise<SignInEnding>
}

/** The attempts of one session to sign in: one at a time, of which nothing is heard any more once it is cancelled. */
interface Attempts {
  /** The one that is under way, or null. */
  pending(): SignInAttempt | null
  start(): void
  cancel(): void
}

/** Makes the keeper of attempts; each step of the one under way is dispatched. */
export function keepAttempts({ effects, email, dispatch, take }: AttemptsOptions): Attempts {
  let attempt: SignInAttempt | null = null
  return {
    pending: () => attempt,
    start: () => {
      dispatch({ type: 'sign-in-started', endsAt: effects.now() + attemptLifetime })
      const isMine = (): boolean => attempt === started
      const started: SignInAttempt = startSignInAttempt(
        {
          ...effects,
          take: (fresh, from) => take(isMine, fresh, from),
          onStep: (step) => {
            if (isMine()) dispatch({ type: 'sign-in-moved', step })
          },
          onProlonged: (milliseconds) => {
            if (isMine()) dispatch({ type: 'sign-in-prolonged', endsAt: effects.now() + milliseconds })
          },
          onOtherWays: (ways, lifetime) => {
            const endsAt = lifetime === null ? null : effects.now() + lifetime
            if (isMine()) dispatch({ type: 'sign-in-ways-changed', ways, endsAt })
          },
        },
        email(),
      )
      attempt = started
      void started.ended.then((ending) => {
        if (!isMine()) return
        attempt = null
        if (ending.outcome === 'failed') dispatch({ type: 'sign-in-failed', problem: ending.problem })
      })
    },
    cancel: () => {
      const pending = attempt
      attempt = null
      pending?.cancel()
      dispatch({ type: 'sign-in-cancelled' })
    },
  }
}
