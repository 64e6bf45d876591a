import { backOff } from '../workspace/back-off'

/** Tries again, later and later, until something answers. */
export interface Reconnecting {
  /** The connection is lost: the next try is planned, unless one is. */
  start(): void
  /** Tries at once: the computer woke up, or the network came back. */
  now(): Promise<void>
  /** The connection is there. */
  stop(): void
}

/**
 * Makes the retries of a lost connection: after 2 s, then twice as long each time, up to a minute; each wait is cut by up to a half,
 * so that a company's clients do not all come back in the same moment.
 *
 * @param attempt Tries, and gives true when there is nothing left to try.
 * @param setTimer Runs something after some milliseconds; gives the function that prevents it.
 * @param chance From 0 to below 1.
 */
export function keepReconnecting(
  attempt: () => Promise<boolean>,
  setTimer: (run: () => void, milliseconds: number) => () => void,
  chance: () => number,
): Reconnecting {
  let attempts = 0
  let cancel: (() => void) | null = null
  let trying: Promise<void> | null = null

  const stop = (): void => {
    cancel?.()
    cancel = null
    attempts = 0
  }

  const plan = (): void => {
    if (cancel !== null || trying !== null) return
    attempts += 1
    cancel = setTimer(() => void now(), backOff(attempts, { first: 2_000, longest: 60_000 }) * (0.5 + chance() / 2))
  }

  const now = (): Promise<void> => {
    cancel?.()
    cancel = null
    trying ??= attempt()
      .catch(() => false)
      .then((done) => {
        trying = null
        if (done) stop()
        else plan()
      })
    return trying
  }

  return { start: plan, now, stop }
}
