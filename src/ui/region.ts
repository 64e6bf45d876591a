import type { Language } from '../contract/languages'

let known: { language: Language; tag: string } | null = null

/**
 * Has dates and times of a language written with a country's customs from now on. Where nobody says so, as in the console, they
 * are written with the language's own.
 *
 * @param tag BCP 47; see `regionalTag`.
 */
export function writeDatesAs(language: Language, tag: string): void {
  known = { language, tag }
}

/** What `Intl` is to be given for dates and times in a language. */
export function regionOf(language: Language): string {
  return known?.language === language ? known.tag : language
}
