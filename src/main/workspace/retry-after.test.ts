import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from './retry-after'

const now = Date.parse('2026-03-01T10:00:00Z')

describe('parseRetryAfter', () => {
  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['2026-03-01', null],
    ['0', now],
    ['5', now + 5_000],
    ['999999', now + 3_600_000],
    ['Sun, 01 Mar 2026 10:00:30 GMT', now + 30_000],
    ['Sun, 01 Mar 2026 09:00:00 GMT', now],
    ['Fri, 01 Mar 2030 10:00:00 GMT', now + 3_600_000],
  ])('%j', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected)
  })
})
