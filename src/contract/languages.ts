/** The languages that Parley is complete in, as BCP 47 tags, in the order in which they are offered. */
export const languages = ['en', 'fr', 'de'] as const

export type Language = (typeof languages)[number]

/** Each language's own name for itself; never translated. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
}

/**
 * Finds the best language for a list of wishes (RFC 4647 §3.4, lookup).
 *
 * @param wishes BCP 47 tags, best first, such as `['de-AT', 'en']`.
 * @returns The first language that Parley has, else English.
 */
export function matchLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split(/[-_]/)[0]
    const found = languages.find((language) => language === primary)
    if (found !== undefined) return found
  }
  return 'en'
}
