import type { SignInCode } from '../../contract/session'
import type { CodeEnding, DeviceCode } from './device-code'
import type { Tokens } from './identity-provider'
import type { ProviderAnswer } from './provider-failure'

/** Signing in with a code that is typed in elsewhere, beside the browser of this computer. */
export interface CodeWay {
  /** Asks for a code, unless there is one or one is on its way. */
  use(): void
  /** Address of the page that takes the code, with the code in it; null while there is none. */
  page(): string | null
  /** The attempt has ended: nobody asks for an answer any more. */
  stop(): void
}

interface CodeWayEffects {
  ask: () => Promise<ProviderAnswer<DeviceCode>>
  /** `lifetime` is what a fresh code has, in milliseconds; null where nothing new is waited for. */
  onChange: (code: SignInCode, lifetime: number | null) => void
  /** Somebody has answered, or the code has ended. */
  onEnding: (ending: CodeEnding) => void
  /** Takes tokens that came too late. */
  giveBack: (tokens: Tokens) => Promise<void>
}

/** Opens the way; nothing is asked for yet. */
export function openCodeWay(effects: CodeWayEffects): CodeWay {
  const stopping = new AbortController()
  let isBusy = false
  let shown: DeviceCode | null = null

  const hasStopped = (): boolean => stopping.signal.aborted

  const follow = async (): Promise<void> => {
    const asked = await effects.ask()
    if (hasStopped()) return
    if (asked.outcome === 'failed') {
      isBusy = false
      effects.onChange({ state: 'failed' }, null)
      return
    }
    shown = asked.value
    const { userCode, address, lifetime } = shown
    effects.onChange({ state: 'shown', userCode, address }, lifetime)
    const ending = await shown.tokens(stopping.signal)
    if (!hasStopped()) effects.onEnding(ending)
    else if (ending.outcome === 'done') await effects.giveBack(ending.value)
  }

  effects.onChange({ state: 'none' }, null)
  return {
    use: () => {
      if (isBusy || hasStopped()) return
      isBusy = true
      effects.onChange({ state: 'asked' }, null)
      void follow()
    },
    page: () => (hasStopped() ? null : (shown?.completeAddress ?? null)),
    stop: () => stopping.abort(),
  }
}
