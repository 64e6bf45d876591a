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
