/** The languages that the client is complete in, as BCP 47 tags, in the order in which they are offered. */
export const languages = ['en', 'fr', 'de', 'es', 'ja', 'ar'] as const

export type Language = (typeof languages)[number]

/** The languages that the console and its mails are complete in. */
export const consoleLanguages = ['en', 'fr', 'de'] as const satisfies readonly Language[]

export type ConsoleLanguage = (typeof consoleLanguages)[number]

/** Each language's own name for itself; never translated. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  ja: '日本語',
  ar: 'العربية',
}

/** The languages that are written from right to left. */
const rightToLeft: ReadonlySet<Language> = new Set(['ar'])

/** The direction that a language is written in, as the `dir` attribute has it. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return rightToLeft.has(language) ? 'rtl' : 'ltr'
}

/**
 * Finds the best language for a list of wishes (RFC 4647 §3.4, lookup).
 *
 * @param wishes BCP 47 tags, best first, such as `['de-AT', 'en']`.
 * @returns The first language that the client has, else English.
 */
export function matchLanguage(wishes: readonly string[]): Language {
  return findLanguage(wishes) ?? 'en'
}

/** As `matchLanguage`, with null where the client has none of them. */
export function findLanguage(wishes: readonly string[]): Language | null {
  return lookUp(wishes, languages)
}

/** As `matchLanguage`, among the console's languages. */
export function matchConsoleLanguage(wishes: readonly string[]): ConsoleLanguage {
  return lookUp(wishes, consoleLanguages) ?? 'en'
}

function lookUp<L extends Language>(wishes: readonly string[], offered: readonly L[]): L | null {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split(/[-_]/)[0]
    const found = offered.find((language) => language === primary)
    if (found !== undefined) return found
  }
  return null
}
