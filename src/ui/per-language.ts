import type { Language } from '../contract/languages'

/**
 * Makes something of each language once, when it is first needed. Making one of `Intl`'s formats takes a hundred times as
 * long as formatting with it, which a table pays for in every row.
 */
export function perLanguage<Made>(make: (language: Language) => Made): (language: Language) => Made {
  const kept = new Map<Language, Made>()
  return (language) => {
    const known = kept.get(language)
    if (known !== undefined) return known
    const made = make(language)
    kept.set(language, made)
    return made
  }
}
