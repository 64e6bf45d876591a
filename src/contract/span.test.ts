import { expect, it } from 'vitest'
import { spanIn } from './span'

const start = Date.parse('2026-11-26T16:00:00Z')

it.each([
  ['ja', '16:00～17:30'],
  ['fr', '16:00 – 17:30'],
  ['de', '16:00–17:30 Uhr'],
])('a span in %s is written as people write it', (language, text) => {
  const format = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' })
  // Its spaces are narrow or wide, as the language has them.
  expect(spanIn(format, start, start + 5_400_000).replaceAll(/\s/g, ' ')).toBe(text)
})
