import { describe, expect, it } from 'vitest'
import { backOff } from './back-off'

describe('backOff', () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [6, 16_000],
    [7, 30_000],
    [1_000, 30_000],
    [0, 500],
  ])('attempt %i waits %i ms', (attempt, expected) => {
    expect(backOff(attempt, { first: 500, longest: 30_000 })).toBe(expected)
  })
})
