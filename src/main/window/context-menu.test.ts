import { describe, expect, it } from 'vitest'
import { mainWords } from '../i18n/words'
import { contextMenuTemplate, type Clicked } from './context-menu'

const nothing: Clicked = { isEditable: false, selectionText: '', misspelledWord: '', dictionarySuggestions: [] }

function labels(clicked: Partial<Clicked>, done: string[] = []) {
  const actions = { replace: (word: string) => done.push(`replace ${word}`), addToDictionary: (word: string) => done.push(`add ${word}`) }
  const items = contextMenuTemplate({ ...nothing, ...clicked }, mainWords('en'), actions)
  // The handlers read none of what Electron would hand over.
  for (const item of items) if (item.click !== undefined) Reflect.apply(item.click, undefined, [])
  return items.map((item) => item.label ?? '-')
}

describe('the context menu', () => {
  it('is empty where there is nothing to do, and copies where there is a selection', () => {
    expect(labels({})).toEqual([])
    expect(labels({ selectionText: 'some words' })).toEqual(['Copy'])
  })

  it('edits a field', () => {
    expect(labels({ isEditable: true })).toEqual(['Cut', 'Copy', 'Paste', '-', 'Select all'])
  })

  it('offers what a misspelt word may have meant', () => {
    const done: string[] = []
    const shown = labels({ isEditable: true, misspelledWord: 'meating', dictionarySuggestions: ['meeting', 'mating'] }, done)
    expect(shown.slice(0, 4)).toEqual(['meeting', 'mating', '-', 'Add to dictionary'])
    expect(done).toEqual(['replace meeting', 'replace mating', 'add meating'])
    expect(labels({ isEditable: true, misspelledWord: 'xqzt' })[0]).toBe('No suggestions')
  })
})
