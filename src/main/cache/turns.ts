/** Who may ask a workspace when nobody waits for the answer: one request a minute, whoever makes it. */
export interface Turns {
  /** Takes the turn where it is free now, and nobody waits for one. */
  take(): boolean
  /**
   * Resolves with the next free turn, in the order of asking.
   *
   * @param hurried Resolves when it is not to be waited for any longer; no turn is taken then.
   */
  next(hurried: Promise<void>): Promise<void>
  /** Gives no turn any more. */
  close(): void
}

interface TurnsEffects {
  /** Milliseconds since the epoch. */
  now: () => number
  /** Runs something after some milliseconds; gives the function that prevents it. */
  setTimer: (run: () => void, milliseconds: number) => () => void
}

const minute = 60_000

/** Makes the turns; the first one is free. */
export function openTurns({ now, setTimer }: TurnsEffects): Turns {
  let last: number | null = null
  let cancel: (() => void) | null = null
  let waiting: (() => void)[] = []

  /** Milliseconds until the next turn. A clock that was set back makes nobody wait for long. */
  const wait = (): number => {
    const passed = last === null ? minute : now() - last
    return passed < 0 ? 0 : Math.max(0, minute - passed)
  }

  const plan = (): void => {
    if (waiting.length > 0) cancel ??= setTimer(serve, wait())
  }

  const serve = (): void => {
    cancel = null
    const first = waiting[0]
    if (first !== undefined && wait() === 0) {
      last = now()
      waiting = waiting.slice(1)
      first()
    }
    plan()
  }

  return {
    take: () => {
      if (waiting.length > 0 || wait() > 0) return false
      last = now()
      return true
    },
    next: (hurried) =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve]
        plan()
        void hurried.then(() => {
          waiting = waiting.filter((each) => each !== resolve)
          resolve()
        })
      }),
    close: () => {
      cancel?.()
      cancel = null
      waiting = []
    },
  }
}
