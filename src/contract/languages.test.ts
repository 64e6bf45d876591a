import { describe, expect, it } from 'vitest'
import { matchLanguage } from './languages'

describe('matchLanguage', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr_CA.UTF-8'], 'fr'],
    [['pt-BR', 'fr'], 'fr'],
    [['FR'], 'fr'],
    [['deu'], 'en'],
    [[], 'en'],
    [[''], 'en'],
  ])('%j → %s', (wishes, language) => {
    expect(matchLanguage(wishes)).toBe(language)
  })
})
