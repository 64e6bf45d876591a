import type { ShortcutStatus } from '../../contract/shortcuts'

interface HeldKeyEffects {
  /** Runs when the person begins or ends to speak. */
  onTalk: (isTalking: boolean) => void
  /** `hold` where the system repeats a key that is held, else `press`. */
  mode: ShortcutStatus['talking']
  setTimer: (run: () => void, milliseconds: number) => () => void
}

/** A key that is to be held. */
export interface HeldKey {
  /** The system tells of the key: of its first press, and where it repeats, again and again. */
  pressed(): void
  /** Ends speaking, as when the key is another one now. */
  release(): void
}

/** A key repeats after this time at the latest, where people have not made it slower, in milliseconds. */
const firstRepeat = 800
/** Once it repeats, it does so at least this often, in milliseconds. */
const nextRepeat = 250

/**
 * Tells how long a key is held. Systems tell programs without the focus of presses alone; some repeat a key that is held, and when
 * that stops, it was let go. On the others, the first press begins and the second ends.
 */
export function watchHeldKey({ onTalk, mode, setTimer }: HeldKeyEffects): HeldKey {
  let isTalking = false
  let presses = 0
  let cancel: (() => void) | null = null
  const release = (): void => {
    cancel?.()
    cancel = null
    presses = 0
    if (!isTalking) return
    isTalking = false
    onTalk(false)
  }
  const begin = (): void => {
    if (isTalking) return
    isTalking = true
    onTalk(true)
  }
  return {
    pressed: () => {
      if (mode === 'press') return isTalking ? release() : begin()
      presses += 1
      begin()
      cancel?.()
      cancel = setTimer(release, presses === 1 ? firstRepeat : nextRepeat)
    },
    release,
  }
}

/**
 * Whether the system tells of a key that is held: X11 and Windows repeat it. macOS and Wayland's portal tell of its first press
 * alone, as far as Electron passes it on.
 */
export function talkingOn(platform: NodeJS.Platform, isFromPortal: boolean): ShortcutStatus['talking'] {
  return platform === 'darwin' || isFromPortal ? 'press' : 'hold'
}
