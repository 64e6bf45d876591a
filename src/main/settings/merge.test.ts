import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../contract/settings'
import { changedSettings, withDefaults } from './merge'

describe('changedSettings', () => {
  it('changes what is given, in a group too, and leaves the rest', () => {
    const changed = changedSettings({ ...defaultSettings, theme: 'dark' }, { language: undefined, appearance: { zoom: 150 } })
    expect(changed).toEqual({ ...defaultSettings, theme: 'dark', appearance: { ...defaultSettings.appearance, zoom: 150 } })
  })

  it('refuses what the schema does not know', () => {
    expect(() => changedSettings(defaultSettings, { appearance: { zoom: 500 } })).toThrow()
  })
})

describe('withDefaults', () => {
  it('completes the file of an older version, groups that have grown included', () => {
    expect(withDefaults({ theme: 'dark' }, defaultSettings)).toEqual({ ...defaultSettings, theme: 'dark' })
    expect(withDefaults({ theme: 'dark', appearance: { zoom: 125 } }, defaultSettings)).toEqual({
      ...defaultSettings,
      theme: 'dark',
      appearance: { ...defaultSettings.appearance, zoom: 125 },
    })
  })

  it('leaves what is no file of values to the schema', () => {
    expect(withDefaults('damaged', defaultSettings)).toBe('damaged')
  })
})
