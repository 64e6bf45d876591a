import { createWords } from '../../ui/words'
import type en from './en.json'

/** The console's words, in every language that Parley has. */
export const { useWords, Rich, setLanguage } = createWords<typeof en>({
  en: async () => (await import('./en.json')).default,
  fr: async () => (await import('./fr.json')).default,
  de: async () => (await import('./de.json')).default,
})
