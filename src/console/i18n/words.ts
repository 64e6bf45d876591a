import { type ConsoleLanguage, consoleLanguages } from '../../contract/languages'
import { createWords } from '../../ui/words'
import type en from './en.json'

/** The console's words. Only the language that is shown is loaded. */
export const { useWords, Rich, setLanguage } = createWords<typeof en, ConsoleLanguage>(consoleLanguages, {
  en: async () => (await import('./en.json')).default,
  fr: async () => (await import('./fr.json')).default,
  de: async () => (await import('./de.json')).default,
})
