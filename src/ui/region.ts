import type { Language } from '../contract/languages'

const known = new Map<Language, string>()

/**
 * Has dates and times of a language written with a country's customs from now on. Where nobody says so, they are written with the
 * language's own.
 *
 * @param tag BCP 47; see `regionalTag`.
 */
export function writeDatesAs(language: Language, tag: string): void {
  known.set(language, tag)
}

/** What `Intl` is to be given for dates and times in a language. */
export function regionOf(language: Language): string {
  return known.get(language) ?? language
}
