import { createInstance } from 'i18next'
import { expect, it } from 'vitest'
import { eventFields, type EventField } from '../../contract/console-events'
import { consoleLanguages, type ConsoleLanguage } from '../../contract/languages'
import de from '../i18n/de.json'
import en from '../i18n/en.json'
import fr from '../i18n/fr.json'
import type { useWords } from '../i18n/words'
import { fieldInWords, valueInWords } from './event-values'

const i18n = createInstance()
void i18n.init({
  resources: { en: { translation: en }, fr: { translation: fr }, de: { translation: de } },
  initAsync: false,
  interpolation: { escapeValue: false },
})

function wordsOf(language: ConsoleLanguage): ReturnType<typeof useWords> {
  const translate = i18n.getFixedT(language)
  return { t: (key: string, values: Readonly<Record<string, string | number>> = {}) => translate(key, { ...values }), language }
}

/** A value of every field as the workspace writes it, and in French. */
const samples: Readonly<Record<EventField, readonly [written: string, told: string]>> = {
  role: ['user-manager', 'Gestionnaire des utilisateurs'],
  licence: ['Meeting 50', 'Meeting 50'],
  name: ['Zoé', 'Zoé'],
  email: ['zoe@example.com', 'zoe@example.com'],
  language: ['de', 'allemand'],
  passwordChanged: ['true', 'oui'],
  keptDays: ['1', '1 jour'],
  upTo: ['12345', '12\u202f345'],
  before: ['2026-05-10T00:00:00.000Z', '10 mai 2026'],
  picture: ['0123456789', 'image 0123'],
  deletesAt: [new Date(2026, 4, 10, 14, 30).toISOString(), '10 mai 2026, 14:30'],
  address: ['https://example.com/', 'https://example.com/'],
  icon: ['world', fr.products.icons.world],
  days: ['14', '14'],
  mostUses: ['1000', '1\u202f000'],
  product: ['meeting-100', 'meeting-100'],
  seats: ['1000', '1\u202f000'],
  endsOn: ['2028-12-31', '31 décembre 2028'],
}

it.each(eventFields)('tells %s in words', (field) => {
  const [written, told] = samples[field]
  expect(valueInWords(wordsOf('fr'), field, written)).toBe(told)
})

it.each(consoleLanguages)('names every field in %s, and what is not there', (language) => {
  const words = wordsOf(language)
  for (const field of eventFields) {
    expect(fieldInWords(words, field)).not.toMatch(new RegExp(`^${field}$|events\\.`))
    expect(valueInWords(words, field, null)).not.toMatch(/null|events\./)
  }
})

it('tells what it does not know as it is', () => {
  const words = wordsOf('fr')
  expect(fieldInWords(words, 'colour')).toBe('colour')
  for (const field of ['colour', 'role', 'language', 'keptDays', 'upTo', 'before', 'deletesAt', 'icon', 'seats', 'endsOn']) {
    expect(valueInWords(words, field, '?!')).toBe('?!')
  }
})
