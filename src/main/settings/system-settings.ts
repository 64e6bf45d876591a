import type { Language } from '../../contract/languages'
import type { Log } from '../log/log'
import { manageSettings, type ManagedSettings } from '../policy/managed-settings'
import { readSystemPolicy } from '../policy/system-policy'
import { chooseSettings, type ChosenSettings } from './chosen'
import { openMemory, type MemoryFile } from './memory'
import { openSettings, type SettingsFile } from './preferences'

interface SystemSettingsOptions {
  /** Absolute path of the user-data folder. */
  folder: string
  /** The language of this run alone, or null. */
  language: Language | null
  /** The policy has come after the first answer. */
  onPolicy: () => void
  /** The disk has refused what was to be remembered. */
  onRefused: () => void
  log: Log
}

interface SystemSettings {
  settings: SettingsFile
  memory: MemoryFile
  chosen: ChosenSettings
  managed: ManagedSettings
}

/** The settings of this computer: what people chose, what Parley remembers, and the administrator's policy over them. */
export function openSystemSettings({ folder, language, onPolicy, onRefused, log }: SystemSettingsOptions): SystemSettings {
  const now = () => new Date()
  const settings = openSettings(folder, now)
  const memory = openMemory(folder, now, (error) => {
    log.error('memory', error)
    onRefused()
  })
  const chosen = chooseSettings(settings)
  if (language !== null) chosen.speak(language)
  const managed = manageSettings({ chosen: chosen.read, policy: readSystemPolicy(), onChange: onPolicy, log })
  return { settings, memory, chosen, managed }
}
