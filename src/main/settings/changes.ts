import { defaultSettings, nextZoom, type Settings, type SettingsChange } from '../../contract/settings'
import type { ManagedSettings } from '../policy/managed-settings'
import type { ChosenSettings } from './chosen'
import { changedSettings } from './merge'

interface SettingsChanges {
  /**
   * Keeps a change and applies it.
   *
   * @throws Where the policy decides, or the disk refuses.
   */
  change: (change: SettingsChange) => void
  /** Trusts these certificate authorities (PEM); see `change`. */
  setAuthorities: (authorities: string[]) => void
  /** Makes everything a step larger or smaller; does nothing where the policy decides. */
  zoom: (step: 'in' | 'out' | 'reset') => void
}

interface SettingsChangesOptions {
  chosen: Pick<ChosenSettings, 'read' | 'change'>
  managed: Pick<ManagedSettings, 'read' | 'isManaged'>
  /** Makes everything follow the settings. */
  apply: () => void
}

/** The way to change settings. */
export function settingsChanges({ chosen, managed, apply }: SettingsChangesOptions): SettingsChanges {
  const change = (to: SettingsChange | { network: Pick<Settings['network'], 'authorities'> }): void => {
    if (managed.isManaged(to)) throw new Error('A setting that the policy decides')
    // What is written is what is shown: a disk that refuses leaves both as they were.
    chosen.change(changedSettings(chosen.read(), to))
    apply()
  }
  return {
    change,
    setAuthorities: (authorities) => change({ network: { authorities } }),
    zoom: (step) => {
      const { zoom: now } = managed.read().appearance
      const zoom = step === 'reset' ? defaultSettings.appearance.zoom : nextZoom(now, step === 'in' ? 1 : -1)
      if (!managed.isManaged({ appearance: { zoom } })) change({ appearance: { zoom } })
    },
  }
}
