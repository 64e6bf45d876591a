import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chromiumLanguage, readEarlySettings } from './early-settings'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'early-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const settings = (values: object) => writeFileSync(join(folder, 'settings.json'), JSON.stringify(values))
const memory = (values: object) => writeFileSync(join(folder, 'memory.json'), JSON.stringify(values))

describe('the graphics card', () => {
  const isWanted = () => readEarlySettings(folder).hardwareAcceleration
  const choose = (hardwareAcceleration: boolean) => settings({ advanced: { hardwareAcceleration } })

  it('is wanted where nobody said otherwise', () => {
    expect(isWanted()).toBe(true)
    choose(true)
    expect(isWanted()).toBe(true)
  })

  it('follows the settings', () => {
    choose(false)
    expect(isWanted()).toBe(false)
  })

  it('follows what the administrator decided rather than the person', () => {
    choose(false)
    memory({ managedAcceleration: true })
    expect(isWanted()).toBe(true)
    choose(true)
    memory({ managedAcceleration: false })
    expect(isWanted()).toBe(false)
    memory({ managedAcceleration: null })
    expect(isWanted()).toBe(true)
  })
})

describe('the language', () => {
  const language = () => readEarlySettings(folder).language

  it('is the system’s until one is chosen', () => {
    expect(language()).toBeNull()
    settings({ language: 'system' })
    expect(language()).toBeNull()
    settings({ language: 'ja' })
    expect(language()).toBe('ja')
  })

  it('follows what the administrator decided rather than the person', () => {
    settings({ language: 'ja' })
    memory({ managedLanguage: 'fr' })
    expect(language()).toBe('fr')
    memory({ managedLanguage: 'system' })
    expect(language()).toBeNull()
    memory({ managedLanguage: null })
    expect(language()).toBe('ja')
  })

  it.each([
    [null, ['de-AT'], null],
    ['de', ['de-AT', 'en'], null],
    ['de', ['fr-CA', 'de'], 'de'],
    ['fr', [], 'fr'],
    ['en', ['pt-BR'], 'en'],
  ] as const)('%s on a system in %j is Chromium’s %s', (wanted, system, expected) => {
    expect(chromiumLanguage(wanted, system)).toBe(expected)
  })
})

it.each(['', '{', '[]', 'null', '{"advanced": 1}', '{"advanced": {"hardwareAcceleration": "no"}, "language": 7}'])('starts with a damaged file: %s', (text) => {
  writeFileSync(join(folder, 'settings.json'), text)
  writeFileSync(join(folder, 'memory.json'), text)
  expect(readEarlySettings(folder)).toEqual({ hardwareAcceleration: true, language: null })
})
