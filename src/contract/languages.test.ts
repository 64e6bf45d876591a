import { describe, expect, it } from 'vitest'
import { directionOf, languages, matchConsoleLanguage, matchLanguage } from './languages'

describe('matchLanguage', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr_CA.UTF-8'], 'fr'],
    [['pt-BR', 'fr'], 'fr'],
    [['FR'], 'fr'],
    [['es-419'], 'es'],
    [['zh-TW', 'ja-JP'], 'ja'],
    [['ar-EG'], 'ar'],
    [['deu'], 'en'],
    [[], 'en'],
    [[''], 'en'],
  ])('%j → %s', (wishes, language) => {
    expect(matchLanguage(wishes)).toBe(language)
  })
})

describe('matchConsoleLanguage', () => {
  it.each([
    [['ja', 'fr-CH'], 'fr'],
    [['ar'], 'en'],
  ])('%j → %s', (wishes, language) => {
    expect(matchConsoleLanguage(wishes)).toBe(language)
  })
})

it('writes each language in the direction that Unicode has for it', () => {
  for (const language of languages) {
    const script = new Intl.Locale(language).maximize().script ?? ''
    expect(directionOf(language)).toBe(['Arab', 'Hebr'].includes(script) ? 'rtl' : 'ltr')
  }
})
