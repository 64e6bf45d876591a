import { defaultKeptSettings, keptSettingsSchema, type KeptSettings } from './kept-settings'
import { loadStore } from './load-store'
import { valueFile, type ValueFile } from './store'

/** `settings.json`: what a person chose. */
export type SettingsFile = ValueFile<KeptSettings>

/**
 * Opens the settings. A value that is new since the file was written gets its default; a form that changed needs a migration, listed
 * by the version of the application that changed it.
 *
 * @param folder Absolute path of the user-data folder.
 * @param now The clock, for the name of a damaged file.
 */
export function openSettings(folder: string, now: () => Date): SettingsFile {
  return valueFile({
    folder,
    name: 'settings',
    schema: keptSettingsSchema,
    defaults: defaultKeptSettings,
    // None yet: the first released form. An entry `'1.2.0': (values) => …` runs once, before the schema is checked.
    migrations: {},
    now,
    loadStore,
  })
}
