import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestWait } from './retry-after'
import { openTurnstile } from './turnstile'

const now = 1_780_000_000_000
const waitFor = (retryAfter: string, chance: number): number => openTurnstile({ now: () => now, random: () => chance }).close(retryAfter, now) - now

describe('a wait that the workspace names', () => {
  it.each([
    ['5', 0, 5_000],
    ['5', 0.5, 5_500],
    ['30', 0.5, 31_500],
    ['600', 0.9, 627_000],
    ['0', 0.9, 0],
    // An hour is the longest that is obeyed.
    ['999999', 0.5, longestWait + 15_000],
  ])('of %s seconds is kept and, by chance (%d), made a little longer', (retryAfter, chance, expected) => {
    expect(waitFor(retryAfter, chance)).toBe(expected)
  })

  it('is never shortened, whatever chance says, and not the same for everybody', () => {
    const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_600 }), chances, (seconds, chance) => {
        const wait = waitFor(String(seconds), chance)
        expect(wait).toBeGreaterThanOrEqual(seconds * 1_000)
        expect(wait).toBeLessThanOrEqual(seconds * 1_000 + 30_000)
      }),
    )
    expect(new Set([0.1, 0.2, 0.3].map((chance) => waitFor('30', chance))).size).toBe(3)
  })

  it('keeps it closed until then, also where it is the longest', () => {
    let time = now
    const turnstile = openTurnstile({ now: () => time, random: () => 0.999 })
    const until = turnstile.close('3600', time)
    expect(turnstile.closedUntil()).toBe(until)
    time = until - 1
    expect(turnstile.closedUntil()).toBe(until)
    time = until
    expect(turnstile.closedUntil()).toBeNull()
    // A clock that was set back would keep it closed for days.
    time = now - longestWait
    expect(turnstile.closedUntil()).toBeNull()
  })

  it('goes by the workspace’s own clock where it is a date', () => {
    const theirs = now - now % 1_000 - 7_200_000
    const turnstile = openTurnstile({ now: () => now, random: () => 0 })
    expect(turnstile.close(new Date(theirs + 10_000).toUTCString(), theirs)).toBe(now + 10_000)
  })
})
