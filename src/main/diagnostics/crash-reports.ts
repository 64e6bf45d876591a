import { readdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { NamedFile } from './collect'

/**
 * The crash reports of a folder, newest first. Crashpad keeps them in folders that differ from system to system.
 *
 * @param folder Absolute path; none when it doesn't exist.
 */
export function listCrashReports(folder: string): NamedFile[] {
  return reportPaths(folder, ['.dmp'])
    .map((path) => {
      const { size, mtime } = statSync(path)
      return { name: relative(folder, path), size, changedAt: mtime.toISOString() }
    })
    .sort((one, other) => other.changedAt.localeCompare(one.changedAt))
}

/** Removes the crash reports of a folder; what Crashpad itself needs there stays. */
export function removeCrashReports(folder: string): void {
  for (const path of reportPaths(folder, ['.dmp', '.meta'])) rmSync(path, { force: true })
}

/** A report is a `.dmp` file, with a `.meta` file of Crashpad's own beside it. */
function reportPaths(folder: string, endings: readonly string[]): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    // Nothing crashed yet: the folder is made with the first report.
    return []
  }
}
