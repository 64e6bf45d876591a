import type { Making } from '../workspace/workspace'

/** The wishes for a meeting that were not fulfilled yet, as far as is known. */
export interface Makings {
  /**
   * Names a wish: the same wish that comes again, since no answer came the first time, has the same name, so that a
   * workspace which has made the meeting already makes no second one.
   *
   * @param wish All of it, as text.
   */
  of(wish: string): Making
  /** The meeting is made: the same wish is for another one from now on. */
  fulfilled(wish: string): void
}

/** As long as a person may still mean the same meeting, in milliseconds. */
const goodFor = 10 * 60_000

/** Keeps the wishes, in memory. `newKey` makes a key that no other wish has. */
export function keepMakings({ now, newKey }: { now: () => number; newKey: () => string }): Makings {
  const makings = new Map<string, Making>()
  return {
    of: (wish) => {
      for (const [each, { at }] of makings) {
        if (now() - at >= goodFor) makings.delete(each)
      }
      const making = makings.get(wish) ?? { key: newKey(), at: now() }
      makings.set(wish, making)
      return making
    },
    fulfilled: (wish) => void makings.delete(wish),
  }
}
