import type { ChoiceStore } from '../preferences/stored-choice'

const name = 'parley.reloadedAt'

/** Within this time a second reload would help no more than the first one did. Milliseconds. */
const pause = 60_000

/**
 * Tells whether the page may load itself anew, and remembers that it did: never again and again.
 *
 * @param now Milliseconds since the epoch.
 */
export function mayReload(store: ChoiceStore, now: number): boolean {
  try {
    const last = Number(store.getItem(name) ?? Number.NEGATIVE_INFINITY)
    if (now - last < pause) return false
    store.setItem(name, String(now))
    return true
  } catch {
    // Where nothing can be remembered, it might not end.
    return false
  }
}
