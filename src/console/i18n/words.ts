import { type ConsoleLanguage, consoleLanguages } from '../../contract/languages'
import { createWords } from '../../ui/words'
import type en from './en.json'
import { wordFiles } from './word-files'

/** The console's words. Only the language that is shown is loaded. */
export const { useWords, Rich, setLanguage } = createWords<typeof en, ConsoleLanguage>(consoleLanguages, wordFiles)
