import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands } from '../../../../contract/shortcuts'
import { defaultSettings } from '../../../../contract/settings'
import type { Language } from '../../../../contract/languages'
import { fold, searchOver, type Search } from './find-settings'
import { findables, type Findable } from './index-of-settings'

function searchIn(language: Language): Search<Findable> {
  const tree: unknown = JSON.parse(readFileSync(join(import.meta.dirname, `../../../i18n/${language}.json`), 'utf8'))
  const textOf = (word: string): string =>
    z.string().parse(word.split('.').reduce<unknown>((inner, key) => z.record(z.string(), z.unknown()).parse(inner)[key], tree))
  return searchOver(findables.map((thing) => ({ thing, label: textOf(thing.label), more: thing.more.map(textOf) })))
}

const found = (language: Language, wanted: string): (string | null)[] => searchIn(language)(wanted).map(({ setting, page }) => setting ?? page)

describe('the search over all settings', () => {
  it.each<[Language, string, string]>([
    ['en', 'dark', 'theme'],
    ['en', 'MICRO', 'devices.microphone'],
    ['en', 'spell ch', 'general.spellCheck'],
    ['en', 'dark mode', 'theme'],
    ['en', 'zoom', 'appearance.zoom'],
    ['en', 'font', 'appearance.zoom'],
    ['en', 'webcam', 'devices.camera'],
    ['en', 'headset', 'devices.microphone'],
    ['en', 'login', 'general.startAtLogin'],
    ['en', 'password', 'settings.account'],
    ['en', 'logs', 'settings.advanced'],
    ['en', 'gpu', 'advanced.hardwareAcceleration'],
    ['en', 'proxy password', 'network.proxy'],
    ['en', 'test connection', 'settings.network'],
    ['fr', 'mode sombre', 'theme'],
    ['fr', 'casque', 'devices.speaker'],
    ['de', 'kopfhorer', 'devices.speaker'],
    ['de', 'passwort', 'settings.account'],
    ['es', 'modo oscuro', 'theme'],
    ['ja', 'ヘッドセット', 'devices.microphone'],
    ['ar', 'كلمه المرور', 'settings.account'],
    ['fr', 'apparence', 'settings.appearance'],
    ['fr', 'theme', 'theme'],
    ['fr', 'demarrer', 'general.startAtLogin'],
    ['de', 'große', 'appearance.zoom'],
    ['de', 'groesse', 'nothing'],
    ['de', 'schliessen', 'general.onClose'],
    ['es', 'camara', 'devices.camera'],
    ['ja', '言語', 'language'],
    ['ja', 'カメラ', 'devices.camera'],
    ['ar', 'كاميرا', 'devices.camera'],
    ['ar', 'الكاميرا', 'devices.camera'],
    ['ar', 'اللغه', 'language'],
  ])('in %s finds “%s”', (language, wanted, setting) => {
    if (setting === 'nothing') expect(found(language, wanted)).toEqual([])
    else expect(found(language, wanted)).toContain(setting)
  })

  it('puts what is called so before what only mentions it', () => {
    expect(found('en', 'camera')[0]).toBe('devices.camera')
    expect(found('en', 'notifications')[0]).toBe('settings.notifications')
  })

  it('finds nothing for nothing, and for what nothing has', () => {
    expect(found('en', '  ')).toEqual([])
    expect(found('en', 'camera xylophone')).toEqual([])
  })

  it('knows every setting, and only those that a page has', () => {
    const leaves = (tree: object, prefix = ''): string[] =>
      Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
        typeof value === 'object' && value !== null ? leaves(value, `${prefix}${name}.`) : [`${prefix}${name}`],
      )
    // These stand beside the choice or the switch that they belong to.
    const others = new Set(['notifications.quietFrom', 'notifications.quietUntil', 'network.proxyAddress', 'network.proxyExceptions', 'network.proxyScript'])
    const known = findables.flatMap(({ setting }) => setting ?? [])
    for (const name of leaves(defaultSettings)) if (!others.has(name)) expect(known, name).toContain(name)
    const pages = join(import.meta.dirname, '../..')
    const sources = readdirSync(pages, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => readFileSync(join(pages, name), 'utf8'))
      .join('\n')
    const isOnPage = (name: string): boolean =>
      [`name="${name}"`, `data-setting="${name}"`].some((text) => sources.includes(text)) || commands.some((command) => name === `shortcuts.${command}`)
    for (const name of known) expect(isOnPage(name), name).toBe(true)
  })
})

describe('fold', () => {
  it('takes away what people leave out', () => {
    expect(fold('  Größe – Écran, «À propos»')).toBe('grosse ecran a propos')
    expect(fold('الإعداداتُ')).toBe('الاعدادات')
    expect(fold('ガイド')).toBe('ガイド')
  })
})
