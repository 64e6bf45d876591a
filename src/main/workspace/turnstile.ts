import { backOff } from './back-off'
import { longestWait, parseRetryAfter } from './retry-after'

/** Keeps requests away from a workspace that asked to wait. */
export interface Turnstile {
  /** When requests may be made again, milliseconds since the epoch; null when they may be made now. */
  closedUntil(): number | null
  /**
   * The workspace asked to wait: as long as it says and a little longer, or, where it says nothing, longer each time; with jitter,
   * so that many clients that were told the same do not come back at once.
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

/** By how much a wait that it names is made longer at most: a tenth, within these bounds, in milliseconds. */
const spread = { shortest: 1_000, longest: 30_000 }

/** Longer than this, in milliseconds, is no wait that a workspace asked for: the clock was set back meanwhile. */
export const longestClosing = longestWait + spread.longest

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
    closedUntil: () => (now() < until && until - now() <= longestClosing ? until : null),
    close: (retryAfter, theirNow) => {
      closings += 1
      const told = parseRetryAfter(retryAfter, theirNow)
      const wait = told === null ? backOff(closings, pauses) * (0.5 + random() / 2) : spreadOut(told - theirNow, random())
      until = Math.round(now() + wait)
      return until
    },
    open: () => {
      closings = 0
    },
  }
}

/** A wait as long as was asked for, never shorter (RFC 9110 §10.2.3), and by chance a little longer. None stays none. */
function spreadOut(wait: number, chance: number): number {
  if (wait <= 0) return 0
  return wait + chance * Math.min(spread.longest, Math.max(spread.shortest, wait / 10))
}
