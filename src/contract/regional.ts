import type { Language } from './languages'

/**
 * The tag by which dates and times are written in a language: with the customs of the country that the system names for it, as
 * whoever reads British English expects `24/11/2026, 14:30` and not `11/24/2026, 2:30 PM`. The calendar stays the Gregorian one
 * that meetings are planned in, and the digits stay those of the language's other texts.
 *
 * @param wishes The system's BCP 47 tags, best first; what is none is left out.
 */
export function regionalTag(language: Language, wishes: readonly string[]): string {
  const wish = wishes.flatMap(localeOf).find((locale) => locale.language === language && locale.region !== undefined)
  if (wish === undefined) return language
  // Of the languages here, only Arabic has countries that differ in these; asking for them costs a start too much elsewhere.
  if (language !== 'ar') return wish.baseName
  const { numberingSystem } = new Intl.NumberFormat(language).resolvedOptions()
  return new Intl.Locale(wish.baseName, { calendar: 'gregory', numberingSystem }).toString()
}

/** Reads a system's tag; POSIX writes `en-US@posix`. */
function localeOf(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag.split('@')[0] ?? '')]
  } catch {
    return []
  }
}
