import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { MainWords } from '../i18n/words'

interface ContextMenuActions {
  replace: (word: string) => void
  addToDictionary: (word: string) => void
}

/** What the page says of the place that was clicked. */
export type Clicked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions'>

/** The menu of a click with the other button; empty where there is nothing to do. */
export function contextMenuTemplate(clicked: Clicked, words: MainWords, actions: ContextMenuActions): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, misspelledWord, dictionarySuggestions } = clicked
  const { menu } = words
  const copy: MenuItemConstructorOptions = { label: menu.copy, role: 'copy', enabled: selectionText !== '' }
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  const suggestions = dictionarySuggestions.slice(0, 5).map((word) => ({ label: word, click: () => actions.replace(word) }))
  const spelling: MenuItemConstructorOptions[] =
    misspelledWord === ''
      ? []
      : [
          ...(suggestions.length > 0 ? suggestions : [{ label: words.spelling.noSuggestions, enabled: false }]),
          { type: 'separator' },
          { label: words.spelling.addToDictionary, click: () => actions.addToDictionary(misspelledWord) },
          { type: 'separator' },
        ]
  return [
    ...spelling,
    { label: menu.cut, role: 'cut', enabled: selectionText !== '' },
    copy,
    { label: menu.paste, role: 'paste' },
    { type: 'separator' },
    { label: menu.selectAll, role: 'selectAll' },
  ]
}
