import type { Language } from '../../contract/languages'

interface Named {
  readonly name: string
}

/** Licences side by side, as in a table's cell: *Meeting 50, Support*. */
export function inOneLine(licences: readonly Named[], language: Language): string {
  return list(licences, language, { type: 'unit', style: 'short' })
}

/** Licences in a sentence: *Meeting 50 and Support*. */
export function inWords(licences: readonly Named[], language: Language): string {
  return list(licences, language, { type: 'conjunction' })
}

/** One of these licences, nobody knows which: *Meeting 50 or Support*. */
export function oneOf(licences: readonly Named[], language: Language): string {
  return list(licences, language, { type: 'disjunction' })
}

function list(licences: readonly Named[], language: Language, options: Intl.ListFormatOptions): string {
  return new Intl.ListFormat(language, options).format(licences.map(({ name }) => name))
}
