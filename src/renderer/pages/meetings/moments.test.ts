import { describe, expect, it } from 'vitest'
import { untilInWords } from './moments'

describe('untilInWords', () => {
  it.each([
    [20_000, 'in 1 minute'],
    [5 * 60_000, 'in 5 minutes'],
    [89 * 60_000, 'in 89 minutes'],
    [125 * 60_000, 'in 2 hours'],
    [26 * 3_600_000, 'tomorrow'],
  ])('%i milliseconds: %s', (until, words) => {
    expect(untilInWords(1_000 + until, 1_000, 'en')).toBe(words)
  })
})
