import { backOff } from './back-off'
import { longestWait, parseRetryAfter } from './retry-after'

/** Keeps requests away from a workspace that asked to wait. */
export interface Turnstile {
  /** When requests may be made again, milliseconds since the epoch; null when they may be made now. */
  closedUntil(): number | null
  /**
   * The workspace asked to wait: as long as it says, or, where it says nothing, longer each time with jitter, so that
   * many clients do not come back at once.
   *
   * @param retryAfter The `Retry-After` header.
   * @param theirNow The workspace's own time, which dates in that header are meant in; milliseconds since the epoch.
   * @returns When requests may be made again.
   */
  close(retryAfter: string | null, theirNow: number): number
  /** The workspace answered well. */
  open(): void
}

/** Waits where the workspace names none, in milliseconds. */
const pauses = { first: 4_000, longest: 5 * 60_000 }

/**
 * Makes a turnstile; one for each workspace, however many parts of Parley ask it.
 *
 * @param effects.now Milliseconds since the epoch.
 * @param effects.random From 0 to below 1.
 */
export function openTurnstile({ now, random }: { now: () => number; random: () => number }): Turnstile {
  let until = 0
  let closings = 0
  return {
    // A wait that is longer than any that is obeyed comes from a clock that was set back meanwhile.
    closedUntil: () => (now() < until && until - now() <= longestWait ? until : null),
    close: (retryAfter, theirNow) => {
      closings += 1
      const told = parseRetryAfter(retryAfter, theirNow)
      const wait = told === null ? backOff(closings, pauses) * (0.5 + random() / 2) : told - theirNow
      until = Math.round(now() + wait)
      return until
    },
    open: () => {
      closings = 0
    },
  }
}
