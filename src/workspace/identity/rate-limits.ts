import type { Clock } from '../clock'

interface Rule {
  /** Seconds. */
  readonly window: number
  /** Requests in one window. */
  readonly max: number
}

/** Counts requests, one workspace's own or several instances' together. */
export interface RateLimits {
  /** Records one request. `retryAfter` is in seconds. @param key Holds no secret. */
  consume(key: string, rule: Rule): Promise<{ allowed: boolean; retryAfter: number | null }>
}

interface Count {
  used: number
  endsAt: number
}

/** Above this many callers at once, the oldest are forgotten: a limit must not become a way to fill the memory. */
const mostKeys = 10_000

/**
 * Counts requests in windows that begin with the first one. It is each workspace's own; the library's built-in memory
 * is one for the whole process and lets every request prolong its window.
 */
export function rateLimits(now: Clock): RateLimits {
  const counts = new Map<string, Count>()

  return {
    consume: (key, rule) => {
      const moment = now()
      let count = counts.get(key)
      if (count === undefined || count.endsAt <= moment) {
        counts.delete(key)
        count = { used: 0, endsAt: moment + rule.window * 1000 }
        counts.set(key, count)
        for (const oldest of counts.keys()) {
          if (counts.size <= mostKeys) break
          counts.delete(oldest)
        }
      }
      if (count.used >= rule.max) {
        return Promise.resolve({ allowed: false, retryAfter: Math.ceil((count.endsAt - moment) / 1000) })
      }
      count.used += 1
      return Promise.resolve({ allowed: true, retryAfter: null })
    },
  }
}
