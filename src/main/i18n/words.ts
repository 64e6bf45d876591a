import type { Language } from '../../contract/languages'
import ar from './ar.json'
import de from './de.json'
import en from './en.json'
import es from './es.json'
import fr from './fr.json'
import ja from './ja.json'

/** The words that main itself shows: in menus and in the browser's last page of a sign-in. */
export type MainWords = typeof en

const words: Readonly<Record<Language, MainWords>> = { en, fr, de, es, ja, ar }

/** The words of one language. */
export function mainWords(language: Language): MainWords {
  return words[language]
}
