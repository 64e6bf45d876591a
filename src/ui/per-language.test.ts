import { expect, it } from 'vitest'
import { perLanguage } from './per-language'

it('makes one of each language', () => {
  const made: string[] = []
  const list = perLanguage((language) => {
    made.push(language)
    return new Intl.ListFormat(language)
  })
  expect([list('en'), list('de'), list('en')].map((format) => format.format(['a', 'b']))).toEqual(['a and b', 'a und b', 'a and b'])
  expect(made).toEqual(['en', 'de'])
})
