import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings, type SettingsChange } from '../../contract/settings'
import { chooseSettings, settingsName, type ChosenSettings } from './chosen'
import { defaultKeptSettings, keptSettingsSchema } from './kept-settings'
import { changedSettings } from './merge'
import { valueFile } from './store'

const at = (address: string) => ({ kind: 'self-hosted' as const, address })
const anna = settingsName(at('https://meet.example.com'), 'anna')
const bob = settingsName(at('https://meet.example.com'), 'bob')

let folder: string

/** Settings over a real file, written at once. */
function open() {
  const file = valueFile({
    folder,
    name: 'settings',
    schema: keptSettingsSchema,
    defaults: defaultKeptSettings,
    now: () => new Date(),
    loadStore: () => Promise.reject(new Error('Not needed')),
  })
  return chooseSettings({
    read: file.read,
    change: (part) => {
      file.change(part)
      writeFileSync(join(folder, 'settings.json'), JSON.stringify(file.read()))
    },
  })
}

const change = (chosen: ChosenSettings, to: SettingsChange) => chosen.change(changedSettings(chosen.read(), to))
const kept = () => readFileSync(join(folder, 'settings.json'), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('settings of several accounts', () => {
  it('are each one’s own where they are about the account, and the same where they are about the computer', () => {
    const chosen = open()
    expect(chosen.holdFor(anna)).toBe(true)
    change(chosen, { theme: 'dark', notifications: { badge: false, quietHours: true }, meetings: { minutes: 30 } })
    expect(chosen.holdFor(anna)).toBe(false)
    expect(chosen.holdFor(bob)).toBe(true)
    expect(chosen.read()).toMatchObject({ theme: 'dark', notifications: { badge: true, quietHours: true }, meetings: { minutes: 60 } })
    change(chosen, { theme: 'light', meetings: { view: 'week' } })
    chosen.holdFor(anna)
    expect(chosen.read()).toMatchObject({ theme: 'light', notifications: { badge: false }, meetings: { view: 'list', minutes: 30 } })
    expect(chosen.readFor(bob)).toMatchObject({ theme: 'light', notifications: { badge: true }, meetings: { view: 'week', minutes: 60 } })
  })

  it('are there again after a restart and after a sign-out, and name neither person nor place', () => {
    const chosen = open()
    chosen.holdFor(anna)
    change(chosen, { notifications: { meetingSoon: false } })
    chosen.holdFor(null)
    expect(chosen.read().notifications.meetingSoon).toBe(true)
    const again = open()
    again.holdFor(anna)
    expect(again.read().notifications.meetingSoon).toBe(false)
    expect(kept()).not.toMatch(/anna|example/)
  })

  it('go with the account that is removed', () => {
    const chosen = open()
    for (const name of [anna, bob]) {
      chosen.holdFor(name)
      change(chosen, { meetings: { view: 'week' } })
    }
    chosen.forget(anna)
    expect(kept()).not.toContain(anna)
    chosen.holdFor(anna)
    expect(chosen.read().meetings).toEqual(defaultSettings.meetings)
    chosen.holdFor(bob)
    expect(chosen.read().meetings.view).toBe('week')
  })

  it('of a version that had them for all hold for every account until one chooses', () => {
    const before = { ...defaultSettings, notifications: { ...defaultSettings.notifications, badge: false }, meetings: undefined }
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(before))
    const chosen = open()
    for (const name of [anna, bob]) {
      chosen.holdFor(name)
      expect(chosen.read().notifications.badge).toBe(false)
    }
    change(chosen, { notifications: { badge: true } })
    chosen.holdFor(anna)
    expect(chosen.read().notifications.badge).toBe(false)
  })

  it('make room after fifty', () => {
    const chosen = open()
    for (let number = 0; number < 60; number += 1) {
      chosen.holdFor(`account${number}`)
      change(chosen, { meetings: { minutes: 45 } })
    }
    const { accounts } = keptSettingsSchema.parse(JSON.parse(kept()))
    expect(Object.keys(accounts)).toHaveLength(50)
    expect(Object.keys(accounts)).toContain('account59')
  })
})

describe('the language of one run', () => {
  it('is shown and not kept, whatever else is chosen meanwhile', () => {
    const chosen = open()
    chosen.speak('fr')
    change(chosen, { theme: 'dark' })
    expect(chosen.read().language).toBe('fr')
    expect(JSON.parse(kept())).toMatchObject({ language: 'system', theme: 'dark' })
  })

  it('ends with the choice of another one, which is kept', () => {
    const chosen = open()
    chosen.speak('fr')
    change(chosen, { language: 'de' })
    expect(chosen.read().language).toBe('de')
    expect(JSON.parse(kept())).toMatchObject({ language: 'de' })
  })
})
