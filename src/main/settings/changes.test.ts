import { expect, it } from 'vitest'
import { defaultSettings, type Settings } from '../../contract/settings'
import { settingsChanges } from './changes'

function changes({ isManaged = false, zoom = 100 } = {}) {
  let kept: Settings = { ...defaultSettings, appearance: { ...defaultSettings.appearance, zoom } }
  const chosen = { read: () => kept, change: (settings: Settings) => void (kept = settings) }
  const made = settingsChanges({ chosen, managed: { read: () => kept, isManaged: () => isManaged }, apply: () => undefined })
  return { ...made, kept: () => kept }
}

it.each([
  [100, 'in', 110],
  [100, 'out', 90],
  [104, 'in', 110],
  [200, 'in', 200],
  [50, 'out', 50],
  [175, 'reset', 100],
] as const)('from %i %%, zooming %s leads to %i %%', (from, step, to) => {
  const { zoom, kept } = changes({ zoom: from })
  zoom(step)
  expect(kept().appearance.zoom).toBe(to)
})

it('changes nothing that the policy decides', () => {
  const { zoom, change, kept } = changes({ isManaged: true })
  zoom('in')
  expect(() => change({ theme: 'dark' })).toThrow()
  expect(kept()).toEqual(defaultSettings)
})
