import type { Language } from '../../contract/languages'
import en from './i18n/en.json'

export type MeetingWords = typeof en

const load: Readonly<Record<Language, () => Promise<MeetingWords>>> = {
  en: () => Promise.resolve(en),
  fr: async () => (await import('./i18n/fr.json')).default,
  de: async () => (await import('./i18n/de.json')).default,
  es: async () => (await import('./i18n/es.json')).default,
  ja: async () => (await import('./i18n/ja.json')).default,
  ar: async () => (await import('./i18n/ar.json')).default,
}

/** The words that participants read, who may use any of the client's languages. */
export function loadMeetingWords(language: Language): Promise<MeetingWords> {
  return load[language]()
}

/** Fills a text's `{{name}}` in. What is filled in is not looked through again. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
}
