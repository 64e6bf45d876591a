import { settingsSchema, type Settings, type SettingsChange } from '../../contract/settings'

/** Whether a value is an object with named entries, as a group of settings is. */
export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Lays values over others, group by group.
 *
 * @param below Every value.
 * @param above Some of them; one that is undefined counts as not given.
 */
export function overlay(below: Readonly<Record<string, unknown>>, above: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...below }
  for (const [name, value] of Object.entries(above)) {
    if (value === undefined) continue
    const under = below[name]
    merged[name] = isGroup(under) && isGroup(value) ? overlay(under, value) : value
  }
  return merged
}

/** Gives a file of an older version the values that came since, with their defaults. */
export function withDefaults(values: unknown, defaults: Readonly<Record<string, unknown>>): unknown {
  return isGroup(values) ? overlay(defaults, values) : values
}

/** The settings after a change. */
export function changedSettings(settings: Settings, change: SettingsChange | Readonly<Record<string, unknown>>): Settings {
  return settingsSchema.parse(overlay(settings, change))
}
