import { expect, test } from 'vitest'
import { endWords, startWords } from './start-words.mjs'

test('a start says that Parley opens and how it ends, in one line', () => {
  expect(startWords([], null, 'linux')).toBe('Parley opens. Close its window, or press Ctrl-C here, to end it.')
  expect(startWords(['--sample', 'parley://settings/about'], null, 'darwin')).toBe('Parley opens. Quit it, or press Ctrl-C here, to end it.')
  expect(startWords([], ':7', 'linux')).toBe('There is no display here; Parley opens on a virtual one (:7). Ctrl-C ends it.')
})

test('a start that only prints says nothing of its own', () => {
  expect(startWords(['--version'], null, 'linux')).toBeNull()
  expect(startWords(['--help'], ':7', 'linux')).toBeNull()
})

test('an end that nobody asked for is told', () => {
  expect(endWords(0, null)).toBeNull()
  expect(endWords(2, null)).toBe('Parley ended with status 2.')
  expect(endWords(null, 'SIGSEGV')).toBe('Parley was ended by SIGSEGV.')
})
