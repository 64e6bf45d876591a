import { describe, expect, it } from 'vitest'
import { noPolicy } from '../contract/policy'
import { appStateSchema, type AppState } from '../contract/app-state'
import { defaultSettings } from '../contract/settings'
import { holdAppState } from './app-state'

function hold() {
  const seen: AppState[] = []
  const holder = holdAppState({
    settings: defaultSettings,
    policy: noPolicy,
    systemLanguages: ['de-AT', 'en'],
    systemLocale: 'de-CH',
    hardwareAcceleration: true,
    onChange: (state) => seen.push(state),
  })
  return { holder, seen }
}

describe('holdAppState', () => {
  it('starts with a state that the contract allows, in the system’s language', () => {
    const { holder } = hold()
    expect(appStateSchema.parse(holder.get()).language).toBe('de')
  })

  it('tells every change, with the language that is chosen', () => {
    const { holder, seen } = hold()
    holder.setSettings({ ...defaultSettings, language: 'fr' }, noPolicy)
    expect(seen.at(-1)?.language).toBe('fr')
    holder.setSettings(defaultSettings, noPolicy)
    expect(seen.at(-1)).toMatchObject({ language: 'de', region: 'de-CH' })
  })

  it('tells nothing where nothing changed', () => {
    const { holder, seen } = hold()
    holder.setSettings({ ...defaultSettings, appearance: { ...defaultSettings.appearance } }, { ...noPolicy })
    holder.dismissNotice('unknown-link')
    expect(seen).toEqual([])
  })

  it('keeps one notice of a kind until it is put away', () => {
    const { holder, seen } = hold()
    holder.addNotice({ kind: 'unknown-link' })
    holder.addNotice({ kind: 'unknown-link' })
    expect(seen.at(-1)?.notices).toEqual([{ kind: 'unknown-link' }])
    holder.dismissNotice('unknown-link')
    expect(seen.at(-1)?.notices).toEqual([])
  })
})
