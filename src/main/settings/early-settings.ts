import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findLanguage, languages, type Language } from '../../contract/languages'
import { managedCrashAddress } from '../diagnostics/crash-address'
import type { ManagedSettings } from '../policy/managed-settings'
import type { MemoryFile } from './memory'

/** What Electron wants to know before it is ready. */
export interface EarlySettings {
  /** Whether Parley is to draw with the graphics card. */
  readonly hardwareAcceleration: boolean
  /** The language that was chosen; null where it is the system's. */
  readonly language: Language | null
  /** Where crash reports would be sent, as the policy was at the last start; null for nowhere. See `confirmCrashAddress`. */
  readonly crashReportsTo: string | null
}

/**
 * Reads what Electron wants to know before it is ready, when neither the settings' schema nor a policy that takes a program
 * of the system is there: two small files are looked at, and whatever can't be read says nothing.
 *
 * @param folder Absolute path of the user-data folder.
 */
export function readEarlySettings(folder: string): EarlySettings {
  // What the administrator has decided, as of the last start, wins over what a person chose.
  const memory = readJson(join(folder, 'memory.json'))
  const settings = readJson(join(folder, 'settings.json'))
  const managedAcceleration = entryOf(memory, 'managedAcceleration')
  const chosenAcceleration = entryOf(entryOf(settings, 'advanced'), 'hardwareAcceleration')
  const language = entryOf(memory, 'managedLanguage') ?? entryOf(settings, 'language')
  const crashReportsTo = entryOf(memory, 'managedCrashReportsTo')
  return {
    hardwareAcceleration: (typeof managedAcceleration === 'boolean' ? managedAcceleration : chosenAcceleration) !== false,
    language: languages.find((each) => each === language) ?? null,
    crashReportsTo: typeof crashReportsTo === 'string' && crashReportsTo.startsWith('https://') ? crashReportsTo : null,
  }
}

/**
 * The language that Chromium's own parts are to be in, such as fields of dates and times, which speak the language of the
 * start. Null leaves them the system's, with the customs of its country.
 *
 * @param wanted The language that was chosen, if any.
 * @param systemLanguages BCP 47 tags, best first.
 */
export function chromiumLanguage(wanted: Language | null, systemLanguages: readonly string[]): Language | null {
  return wanted !== null && wanted !== findLanguage(systemLanguages.slice(0, 1)) ? wanted : null
}

/** What is remembered for the next start. */
export type EarlyMemory = Pick<ReturnType<MemoryFile['read']>, 'managedAcceleration' | 'managedLanguage' | 'managedCrashReportsTo'>

/** Remembers what the policy says of it, for the next start. */
export function keepManagedEarly(
  managed: Pick<ManagedSettings, 'read' | 'isManaged'>,
  memory: { read(): EarlyMemory; change(part: EarlyMemory): void },
): void {
  const { advanced, language } = managed.read()
  const { hardwareAcceleration } = advanced
  const managedAcceleration = managed.isManaged({ advanced: { hardwareAcceleration } }) ? hardwareAcceleration : null
  const managedLanguage = managed.isManaged({ language }) ? language : null
  const managedCrashReportsTo = managedCrashAddress(managed)
  const known = memory.read()
  const isKnown =
    known.managedAcceleration === managedAcceleration &&
    known.managedLanguage === managedLanguage &&
    known.managedCrashReportsTo === managedCrashReportsTo
  if (isKnown) return
  memory.change({ managedAcceleration, managedLanguage, managedCrashReportsTo })
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

function entryOf(values: unknown, name: string): unknown {
  return typeof values === 'object' && values !== null ? Object.entries(values).find(([key]) => key === name)?.[1] : undefined
}
