import type { Language } from '../../contract/languages'
import { perLanguage } from '../../ui/per-language'

interface Named {
  readonly name: string
}

const sideBySide = perLanguage((language) => new Intl.ListFormat(language, { type: 'unit', style: 'short' }))
const allOf = perLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }))
const eitherOf = perLanguage((language) => new Intl.ListFormat(language, { type: 'disjunction' }))

/** Licences side by side, as in a table's cell: *Meeting 50, Support*. */
export function inOneLine(licences: readonly Named[], language: Language): string {
  return sideBySide(language).format(namesOf(licences))
}

/** Licences in a sentence: *Meeting 50 and Support*. */
export function inWords(licences: readonly Named[], language: Language): string {
  return allOf(language).format(namesOf(licences))
}

/** One of these licences, nobody knows which: *Meeting 50 or Support*. */
export function oneOf(licences: readonly Named[], language: Language): string {
  return eitherOf(language).format(namesOf(licences))
}

const namesOf = (licences: readonly Named[]) => licences.map(({ name }) => name)
