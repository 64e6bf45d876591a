import { describe, expect, it } from 'vitest'
import { watchRepeatedKey } from './repeated-key'

/** How often a switch changes when the system tells of its key at these times, in milliseconds. */
function changesAt(times: number[]): number {
  let now = 0
  let changes = 0
  const told = watchRepeatedKey({ onPress: () => void (changes += 1), now: () => now })
  for (const time of times) {
    now = time
    told()
  }
  return changes
}

const repeats = (first: number, every: number, count: number) => Array.from({ length: count }, (_, at) => first + at * every)

describe('a key that the system repeats', () => {
  it('counts each press by a person, however soon after another', () => {
    expect(changesAt([0])).toBe(1)
    expect(changesAt([0, 150, 400, 660, 1400])).toBe(5)
  })

  it('leaves a switch as its first press left it while it is held', () => {
    for (const count of [2, 3, 4, 50]) expect(changesAt([0, ...repeats(660, 40, count)]) % 2).toBe(1)
    // It flickers once, and no more.
    expect(changesAt([0, ...repeats(500, 33, 90)])).toBe(3)
  })

  it('counts the press after it was held', () => {
    const held = [0, ...repeats(660, 40, 10)]
    expect(changesAt([...held, 1400])).toBe(4)
    expect(changesAt([...held, 1400, ...repeats(2060, 40, 10)]) % 2).toBe(0)
  })
})
