/** What of Electron's session this needs. */
interface SpellChecker {
  readonly availableSpellCheckerLanguages: string[]
  getSpellCheckerLanguages(): string[]
  setSpellCheckerLanguages(languages: string[]): void
  isSpellCheckerEnabled(): boolean
  setSpellCheckerEnabled(enabled: boolean): void
}

interface SpellingOptions {
  wanted: boolean
  /** The system's, in the person's order (BCP 47). */
  languages: readonly string[]
  platform: NodeJS.Platform
}

/**
 * Marks misspelt words, in the languages of the system that there are dictionaries for, or not. Chromium fetches the dictionaries of its
 * languages whether or not it checks: while it is off, it has none. What is right already is left alone, since settings change more often.
 */
export function checkSpelling(session: SpellChecker, { wanted, languages, platform }: SpellingOptions): void {
  // macOS knows the languages itself.
  if (platform !== 'darwin') {
    const dictionaries = wanted ? dictionariesFor(languages, session.availableSpellCheckerLanguages) : []
    if (dictionaries.join() !== session.getSpellCheckerLanguages().join()) session.setSpellCheckerLanguages(dictionaries)
  }
  if (session.isSpellCheckerEnabled() !== wanted) session.setSpellCheckerEnabled(wanted)
}

/** A dictionary for each language: of the same region, else of any. */
function dictionariesFor(languages: readonly string[], available: readonly string[]): string[] {
  const found = languages.map((language) => {
    const [bare] = language.split('-')
    return available.find((one) => one === language) ?? available.find((one) => one === bare) ?? available.find((one) => one.split('-')[0] === bare)
  })
  return [...new Set(found.filter((one) => one !== undefined))]
}
