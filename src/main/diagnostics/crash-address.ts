import type { ManagedSettings } from '../policy/managed-settings'
import type { Policy } from '../policy/parse'

/** The address for crash reports that the policy decides, or null: what stands in a person's own settings does not count. */
export function managedCrashAddress(managed: Pick<ManagedSettings, 'read' | 'isManaged'>): string | null {
  const { crashReportsTo } = managed.read().advanced
  return crashReportsTo !== '' && managed.isManaged({ advanced: { crashReportsTo } }) ? crashReportsTo : null
}

/**
 * Confirms where crash reports go. Electron's reporter takes its address, and whether it sends at all, only as it starts, before
 * anything else; so the address of the last start is remembered, in a file that a person can write, and counts only if the
 * administrator's policy still says the same.
 *
 * @returns The remembered address, or null where nothing is to be sent. Never rejects.
 */
export async function confirmCrashAddress(remembered: string, readPolicy: () => Policy | Promise<Policy>): Promise<string | null> {
  try {
    const { values } = await readPolicy()
    return values.get('advanced.crashReportsTo') === remembered ? remembered : null
  } catch {
    return null
  }
}
