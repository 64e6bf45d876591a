import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ManagedSettings } from '../policy/managed-settings'
import type { MemoryFile } from '../settings/memory'

/**
 * Whether Parley is to draw with the graphics card. Electron wants to know before it is ready, when neither the settings' schema nor
 * a policy that takes a program of the system is there: two small files are looked at, and whatever can't be read says nothing.
 *
 * @param folder Absolute path of the user-data folder.
 */
export function wantsGraphicsCard(folder: string): boolean {
  // What the administrator has decided, as of the last start, wins over what a person chose.
  const managed = entryOf(readJson(join(folder, 'memory.json')), 'managedAcceleration')
  const chosen = entryOf(entryOf(readJson(join(folder, 'settings.json')), 'advanced'), 'hardwareAcceleration')
  return (typeof managed === 'boolean' ? managed : chosen) !== false
}

/** Remembers what the policy says of it, for the next start. */
export function keepManagedAcceleration(managed: Pick<ManagedSettings, 'read' | 'isManaged'>, memory: Pick<MemoryFile, 'read' | 'change'>): void {
  const { hardwareAcceleration } = managed.read().advanced
  const managedAcceleration = managed.isManaged({ advanced: { hardwareAcceleration } }) ? hardwareAcceleration : null
  if (memory.read().managedAcceleration !== managedAcceleration) memory.change({ managedAcceleration })
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
