import { expect, it } from 'vitest'
import { isListed } from './listed-range'

const day = 86_400_000

it.each([
  ['this week', -3, 4, true],
  ['five weeks ago', -35, -28, true],
  ['six weeks ago', -42, -35, false],
  ['a year on', 365, 372, true],
  ['where the list ends', 396, 403, false],
  ['two years on', 730, 737, false],
])('%s', (_when, from, to, expected) => {
  expect(isListed({ from: from * day, to: to * day }, 0)).toBe(expected)
})
