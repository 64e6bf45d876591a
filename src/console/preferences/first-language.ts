import { type ConsoleLanguage, consoleLanguages, matchConsoleLanguage } from '../../contract/languages'
import { readChoice } from './stored-choice'

/** The language to begin with: the one chosen in this browser, else the best of those that the browser asks for. */
export function firstLanguage(): ConsoleLanguage {
  return readChoice(localStorage, 'language', consoleLanguages) ?? matchConsoleLanguage(navigator.languages)
}
