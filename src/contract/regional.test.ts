import { expect, it } from 'vitest'
import { regionalTag } from './regional'

it.each([
  ['en', ['en-GB'], 'en-GB'],
  ['en', ['de-CH', 'en-IE', 'en-US'], 'en-IE'],
  ['fr', ['en-GB'], 'fr'],
  ['en', ['en-US@posix', 'en-GB'], 'en-US'],
  ['en', ['', 'C', 'not a tag', 'en'], 'en'],
] as const)('dates in %s on a system of %j are written as in %s', (language, wishes, tag) => {
  expect(regionalTag(language, wishes)).toBe(tag)
})

it('keeps the calendar that meetings are planned in, and the digits of the language', () => {
  const moment = new Date(2026, 10, 24)
  const inWords = (tag: string) => new Intl.DateTimeFormat(tag, { year: 'numeric', numberingSystem: 'latn' }).format(moment)
  expect(inWords(regionalTag('ar', ['ar-SA']))).toContain('2026')
  const digits = (tag: string) => new Intl.NumberFormat(tag).resolvedOptions().numberingSystem
  for (const wish of ['ar-EG', 'ar-SA', 'ar-AE']) expect(digits(regionalTag('ar', [wish]))).toBe(digits('ar'))
})
