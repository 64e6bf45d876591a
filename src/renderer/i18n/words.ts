import { createWords, type PlainKey } from '../../ui/words'
import type en from './en.json'

/** The client's words. Only the language that is shown is loaded. */
export const { useWords, Rich, setLanguage } = createWords<typeof en>({
  en: async () => (await import('./en.json')).default,
  fr: async () => (await import('./fr.json')).default,
  de: async () => (await import('./de.json')).default,
})

/** The key of a text that has one form. */
export type Word = PlainKey<typeof en>
