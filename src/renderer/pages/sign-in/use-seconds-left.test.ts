import { describe, expect, it } from 'vitest'
import { secondsLeft } from './use-seconds-left'

describe('secondsLeft', () => {
  it.each([
    [300_000, null],
    [60_001, null],
    [60_000, 60],
    [59_999, 60],
    [1, 1],
    [0, null],
    [-5000, null],
  ])('with %d ms to go is %s', (toGo, seconds) => {
    expect(secondsLeft(1_000_000 + toGo, 1_000_000)).toBe(seconds)
  })
})
