import { languages } from '../../contract/languages'
import { createWords, type PlainKey } from '../../ui/words'
import type en from './en.json'

/** The client's words. Only the language that is shown is loaded, until another one may be chosen. */
export const { useWords, Rich, setLanguage, showInstead, useUnread, readAhead } = createWords<typeof en, (typeof languages)[number]>(languages, {
  en: async () => (await import('./en.json')).default,
  fr: async () => (await import('./fr.json')).default,
  de: async () => (await import('./de.json')).default,
  es: async () => (await import('./es.json')).default,
  ja: async () => (await import('./ja.json')).default,
  ar: async () => (await import('./ar.json')).default,
})

/** The key of a text that has one form. */
export type Word = PlainKey<typeof en>
