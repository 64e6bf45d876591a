import type { Language } from '../../contract/languages'
import type { PastedAnswer, SignInProblem } from '../../contract/session'
import type { SignInEnding } from './browser-page-words'
import { keepRequests } from './authorization-requests'
import { openCodeWay, type CodeWay } from './code-way'
import type { CodeEnding } from './device-code'
import type { IdentityProvider, Tokens } from './identity-provider'
import { openLoopbackListener, type LoopbackListener } from './loopback-listener'
import { readPastedAnswer } from './pasted-answer'
import type { ProviderAnswer } from './provider-failure'
import type { OtherWays } from './session-machine'
import { isPortTaken, problemOf } from './sign-in-ending'

/** How an attempt ended. `taken` says that the tokens were handed over and accepted. */
type AttemptEnding = { outcome: 'taken' } | { outcome: 'failed'; problem: SignInProblem } | { outcome: 'cancelled' }

/** One attempt to sign in, from the click until everything that waits for its answer is closed. */
export interface SignInAttempt {
  /** The address that is open in the browser, or null while there is none. */
  address(): string | null
  /** Brings the sign-in page up again, in the same attempt. */
  reopen(): void
  /** Asks for a code to sign in with elsewhere. */
  useCode(): void
  /** Opens the page that takes the code, in the browser of this computer. */
  openCodePage(): void
  /** That page's address, with the code in it, or null while there is no code. */
  codePage(): string | null
  /** Opens the sign-in so that it ends on a page that shows the answer. */
  openAnswerPage(): void
  /** Takes an answer that was copied in the browser. */
  pasteAnswer(text: string): PastedAnswer
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
  onStep: (step: 'browser' | 'code' | 'finishing') => void
  /** The attempt ends that many milliseconds from now, later than it was to. */
  onProlonged: (milliseconds: number) => void
  /** The ways around the browser of this computer are others now. A fresh code has a lifetime, in milliseconds. */
  onOtherWays: (ways: OtherWays, lifetime: number | null) => void
  language: () => Language
  /** Port to listen on, where the workspace wants a certain one; 0 for any. */
  redirectPort?: () => number
  /** What this computer calls itself. */
  computerName: () => string
  /** 256 random bits as base64url: 43 characters, which suits PKCE (RFC 7636 §4.1), `state` and `nonce`. */
  random: () => string
  /** Runs something after some milliseconds; gives the function that prevents it. */
  setTimer: (run: () => void, milliseconds: number) => () => void
}

/** An attempt's life after its page was opened last, in milliseconds; a code that is shown has its own. */
export const attemptLifetime = 5 * 60_000

/** How long the listener waits for the browser to fetch the last page, in milliseconds. */
const lastPageLimit = 10_000

/**
 * Starts an attempt: finds the provider, listens on loopback, opens the browser and waits for the one answer, which may
 * come by loopback, be pasted by hand, or be a code that somebody allows elsewhere. A browser that can't be opened does
 * not end it, since the address can be copied; where no port can be listened on, it goes straight to the code.
 *
 * @param loginHint E-mail to fill in, or null.
 * @param lifetime Milliseconds until it ends by itself, counted from the last time that somebody opened its page.
 */
export function startSignInAttempt(
  effects: AttemptEffects,
  loginHint: string | null,
  lifetime: number = attemptLifetime,
): SignInAttempt {
  let address: string | null = null
  let answerAddress: string | null = null
  let listener: LoopbackListener | null = null
  let codeWay: CodeWay | null = null
  let browserFailed = false
  let phase: 'waiting' | 'finishing' | 'ended' = 'waiting'
  /** What came of the first answer; others, on whatever way, find out the same. */
  let finished: Promise<SignInEnding> | null = null
  const requests = keepRequests(effects.random, loginHint)
  let settle: (ending: AttemptEnding) => void = () => undefined
  const ended = new Promise<AttemptEnding>((resolve) => (settle = resolve))

  const end = (ending: AttemptEnding): void => {
    if (phase === 'ended') return
    phase = 'ended'
    address = null
    answerAddress = null
    stopClock()
    codeWay?.stop()
    settle(ending)
  }

  const timeUp = (): void => {
    // Tokens that are being fetched have their own time limits.
    if (phase !== 'waiting') return
    end({ outcome: 'failed', problem: browserFailed ? 'browser-not-opened' : 'timed-out' })
    listener?.close()
  }
  let stopClock = effects.setTimer(timeUp, lifetime)
  const prolong = (milliseconds: number): void => {
    stopClock()
    stopClock = effects.setTimer(timeUp, milliseconds)
  }

  /** Whoever opens a page anew gets the whole time for it. A code that is shown has more. */
  const openAnew = (target: string | null): void => {
    if (target === null) return
    if (phase === 'waiting' && codePage() === null) {
      prolong(lifetime)
      effects.onProlonged(lifetime)
    }
    void open(target)
  }
  const codePage = (): string | null => codeWay?.page() ?? null

  const open = async (target: string): Promise<void> => {
    try {
      await effects.openBrowser(target)
      browserFailed = false
    } catch {
      browserFailed = true
    }
  }

  /** The first answer ends the attempt, well or badly. */
  const finish = (provider: IdentityProvider, obtain: () => Promise<CodeEnding>): Promise<SignInEnding> =>
    (finished ??= (async () => {
      phase = 'finishing'
      effects.onStep('finishing')
      const ending = await obtain().then(async (obtained): Promise<SignInEnding> => {
        if (obtained.outcome === 'failed') return problemOf[obtained.failure]
        if (!hasEnded()) return effects.take(obtained.value, provider)
        // Cancelled meanwhile: tokens that nobody will use are given back.
        await giveBack(provider, obtained.value)
        return 'cancelled'
      }).catch((): SignInEnding => 'other')
      // The browser gets its last page after this; should it never ask for it, the listener still goes.
      effects.setTimer(() => listener?.close(), lastPageLimit)
      if (!hasEnded()) effects.bringToFront()
      end(ending === 'signed-in' ? { outcome: 'taken' } : { outcome: 'failed', problem: ending })
      return ending
    })())

  const hasEnded = (): boolean => phase === 'ended'

  /** Finishes with the answer to a request; null where it belongs to none of this attempt. */
  const takeAnswer = (answer: URLSearchParams): Promise<SignInEnding> | null => {
    const asked = requests.find(answer)
    return asked === null ? null : finish(asked.provider, asked.exchange)
  }

  const run = async (): Promise<void> => {
    const found = await effects.discover()
    if (hasEnded()) return
    if (found.outcome === 'failed') return end({ outcome: 'failed', problem: problemOf[found.failure] })
    const provider = found.value
    const { elsewhere } = provider
    const secrets = requests.secrets()
    const opened = await openLoopbackListener({
      state: secrets.state,
      port: effects.redirectPort?.() ?? 0,
      onAnswer: (answer) => takeAnswer(answer) ?? Promise.resolve('other'),
      onEndingShown: () => opened?.close(),
      language: effects.language,
      nonce: effects.random,
    }).catch((error: unknown) => {
      // A port that can't be listened on (a firewall, a sandbox) leaves the ways that need none.
      if (elsewhere === undefined) throw error
      return null
    })
    listener = opened
    if (hasEnded()) return opened?.close()
    if (elsewhere !== undefined) {
      answerAddress = requests.make(provider, elsewhere.answerPage, requests.secrets())
      codeWay = openCodeWay({
        ask: () => elsewhere.askForCode(effects.computerName()),
        onChange: (code, codeLifetime) => {
          if (phase !== 'waiting') return
          if (codeLifetime !== null) prolong(codeLifetime)
          effects.onOtherWays({ code, elsewhere: reachOf(elsewhere.answerPage) }, codeLifetime)
        },
        onEnding: (obtained) => void finish(provider, () => Promise.resolve(obtained)),
        giveBack: (tokens) => giveBack(provider, tokens),
      })
    }
    if (opened === null) {
      effects.onStep('code')
      codeWay?.use()
      return
    }
    address = requests.make(provider, opened.redirectUri, secrets)
    effects.onStep('browser')
    await open(address)
  }

  run().catch((error: unknown) => {
    listener?.close()
    end({ outcome: 'failed', problem: isPortTaken(error) ? 'port-taken' : 'other' })
  })

  return {
    address: () => address,
    reopen: () => openAnew(address),
    useCode: () => codeWay?.use(),
    openCodePage: () => {
      const page = codePage()
      if (page !== null) void open(page)
    },
    codePage,
    openAnswerPage: () => openAnew(answerAddress),
    pasteAnswer: (text) => {
      const answer = readPastedAnswer(text)
      if (answer === null) return 'not-an-answer'
      if (phase !== 'waiting') return 'too-late'
      return takeAnswer(answer) === null ? 'not-ours' : 'taken'
    },
    cancel: () => {
      end({ outcome: 'cancelled' })
      listener?.close()
    },
    ended,
  }
}

/** Where a workspace's own pages can be opened. */
function reachOf(page: string): 'this-computer' | 'anywhere' {
  return new URL(page).hostname === '127.0.0.1' ? 'this-computer' : 'anywhere'
}

/** Revokes tokens that are not used; a failure changes nothing for the person. */
export async function giveBack(provider: IdentityProvider, tokens: Tokens): Promise<void> {
  if (tokens.refreshToken !== null) await provider.revoke(tokens.refreshToken)
}
