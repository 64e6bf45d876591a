import { rateLimits } from '../identity/rate-limits'
import type { Clock } from '../clock'
import { ConsoleRefusal } from './refusal'

/** Counts requests and refuses those that are too many. */
export interface Limit {
  /** @throws {ConsoleRefusal} `too-many-requests`, when this is one too many for the key. */
  (key: string): Promise<void>
}

/**
 * @param window Seconds.
 * @param max Requests with the same key in one window.
 */
export function limitTo(now: Clock, max: number, window: number): Limit {
  const counted = rateLimits(now)
  return async (key) => {
    const { allowed, retryAfter } = await counted.consume(key, { window, max })
    if (!allowed) throw new ConsoleRefusal('too-many-requests', { retryAfter: String(retryAfter ?? window) })
  }
}
