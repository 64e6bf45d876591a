import type { RateLimits } from '../identity/rate-limits'
import { ConsoleRefusal } from './refusal'

/** Counts requests and refuses those that are too many. */
export interface Limit {
  /** @throws {ConsoleRefusal} `too-many-requests`, when this is one too many for the key. */
  (key: string): Promise<void>
}

/**
 * @param limits Where all instances count together.
 * @param name Tells this limit from the others.
 * @param window Seconds.
 * @param max Requests with the same key in one window.
 */
export function limitTo(limits: RateLimits, name: string, max: number, window: number): Limit {
  return async (key) => {
    const { allowed, retryAfter } = await limits.consume(`${name} ${key}`, { window, max })
    if (!allowed) throw new ConsoleRefusal('too-many-requests', { retryAfter: String(retryAfter ?? window) })
  }
}
