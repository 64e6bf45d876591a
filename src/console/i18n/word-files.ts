import type { ConsoleLanguage } from '../../contract/languages'

/** Each language's words: files of their own, so that only the language that is shown is loaded. */
export const wordFiles = {
  en: async () => (await import('./en.json')).default,
  fr: async () => (await import('./fr.json')).default,
  de: async () => (await import('./de.json')).default,
} satisfies Readonly<Record<ConsoleLanguage, () => Promise<unknown>>>
