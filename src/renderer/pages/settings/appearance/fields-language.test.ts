import { describe, expect, it } from 'vitest'
import { needsRestart } from './fields-language'

describe('fields of dates and times', () => {
  it.each([
    ['fr', 'fr', 'fr', false],
    ['fr', 'fr', 'en-US', true],
    ['en', 'en', 'en-GB', false],
    // Parley shows English, but the fields would be in the system's.
    ['en', 'en', 'pt-BR', true],
    // What was chosen could not be read: the page is still in the one before.
    ['ja', 'en', 'en', false],
    ['system', 'de', 'de-AT', false],
    ['system', 'de', 'fr', true],
    ['system', 'en', 'pt-BR', false],
  ] as const)('%s, shown in %s, after a start in %s: a restart changes them is %s', (kept, shown, started, expected) => {
    expect(needsRestart(kept, shown, started)).toBe(expected)
  })
})
