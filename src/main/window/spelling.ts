import { Menu, type BrowserWindow } from 'electron'
import type { MainWords } from '../i18n/words'
import { contextMenuTemplate } from './context-menu'

/** Shows a menu where the page is clicked with the other button. */
export function showContextMenus(window: BrowserWindow, words: () => MainWords): void {
  const { webContents: contents } = window
  contents.on('context-menu', (_event, clicked) => {
    const items = contextMenuTemplate(clicked, words(), {
      replace: (word) => contents.replaceMisspelling(word),
      addToDictionary: (word) => contents.session.addWordToSpellCheckerDictionary(word),
    })
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}

/**
 * Marks misspelt words, in the languages of the system that there are dictionaries for, or not. Nothing is fetched
 * while it is off.
 */
export function checkSpelling(window: BrowserWindow, wanted: boolean, languages: readonly string[]): void {
  const { session } = window.webContents
  if (session.isSpellCheckerEnabled() === wanted) return
  // macOS knows the languages itself.
  if (wanted && process.platform !== 'darwin') session.setSpellCheckerLanguages(dictionariesFor(languages, session.availableSpellCheckerLanguages))
  session.setSpellCheckerEnabled(wanted)
}

/** A dictionary for each language: of the same region, else of any. */
function dictionariesFor(languages: readonly string[], available: readonly string[]): string[] {
  const found = languages.map(
    (language) =>
      available.find((one) => one === language) ??
      available.find((one) => one === language.split('-')[0]) ??
      available.find((one) => one.split('-')[0] === language.split('-')[0]),
  )
  return [...new Set(found.filter((one) => one !== undefined))]
}
