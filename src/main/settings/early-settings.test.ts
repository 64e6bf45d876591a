import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../contract/settings'
import { manageSettings } from '../policy/managed-settings'
import { parsePolicy } from '../policy/parse'
import { chromiumLanguage, keepManagedEarly, readEarlySettings, type EarlyMemory } from './early-settings'

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

describe('the address for crash reports', () => {
  const address = () => readEarlySettings(folder).crashReportsTo

  it('is the administrator’s as of the last start, and never one of the settings', () => {
    settings({ advanced: { crashReportsTo: 'https://crashes.example.com/' } })
    expect(address()).toBeNull()
    memory({ managedCrashReportsTo: 'https://crashes.example.com/' })
    expect(address()).toBe('https://crashes.example.com/')
    memory({ managedCrashReportsTo: 'http://crashes.example.com/' })
    expect(address()).toBeNull()
  })

  it('is remembered for the next start, and forgotten with the policy', () => {
    let kept: EarlyMemory = { managedAcceleration: null, managedLanguage: null, managedCrashReportsTo: null }
    const file = { read: () => kept, change: (part: Partial<EarlyMemory>) => void (kept = { ...kept, ...part }) }
    const follow = (entries: Record<string, unknown>) => {
      const policy = parsePolicy(entries, 'file')
      const chosen = () => defaultSettings
      keepManagedEarly(manageSettings({ chosen, policy, onChange: () => {}, log: { note: () => {}, error: () => {} } }), file)
      return kept.managedCrashReportsTo
    }
    expect(follow({ 'advanced.crashReportsTo': 'https://crashes.example.com/' })).toBe('https://crashes.example.com/')
    expect(follow({ advanced: { crashReportsTo: '' } })).toBeNull()
    expect(follow({ 'advanced.crashReportsTo': 'https://crashes.example.com/' })).toBe('https://crashes.example.com/')
    expect(follow({})).toBeNull()
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

it.each(['', '{', '[]', 'null', '{"advanced": 1}', '{"advanced": {"hardwareAcceleration": "no"}, "language": 7, "managedCrashReportsTo": 7}'])('starts with a damaged file: %s', (text) => {
  writeFileSync(join(folder, 'settings.json'), text)
  writeFileSync(join(folder, 'memory.json'), text)
  expect(readEarlySettings(folder)).toEqual({ hardwareAcceleration: true, language: null, crashReportsTo: null })
})
