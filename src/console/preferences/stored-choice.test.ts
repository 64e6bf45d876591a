import { describe, expect, it } from 'vitest'
import { keepChoice, keepChoices, readChoice, readChoices } from './stored-choice'

function memory() {
  const entries = new Map<string, string>()
  return {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
  }
}

const closed = {
  getItem: () => {
    throw new Error('denied')
  },
  setItem: () => {
    throw new Error('denied')
  },
}

describe('a kept choice', () => {
  it('comes back', () => {
    const store = memory()
    expect(readChoice(store, 'theme', ['light', 'dark'])).toBeNull()
    keepChoice(store, 'theme', 'dark')
    expect(readChoice(store, 'theme', ['light', 'dark'])).toBe('dark')
  })

  it('can be several, or none of them', () => {
    const store = memory()
    expect(readChoices(store, 'columns', ['a', 'b'])).toBeNull()
    keepChoices(store, 'columns', ['b', 'gone', 'a'])
    expect(readChoices(store, 'columns', ['a', 'b', 'c'])).toEqual(['a', 'b'])
    keepChoices(store, 'columns', [])
    expect(readChoices(store, 'columns', ['a', 'b'])).toEqual([])
  })

  it('counts as none when it makes no sense any more', () => {
    const store = memory()
    keepChoice(store, 'theme', 'sepia')
    expect(readChoice(store, 'theme', ['light', 'dark'])).toBeNull()
  })

  it('is no error where the browser keeps nothing', () => {
    expect(() => keepChoice(closed, 'theme', 'dark')).not.toThrow()
    expect(readChoice(closed, 'theme', ['light', 'dark'])).toBeNull()
  })
})
