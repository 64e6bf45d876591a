import { accessSync, constants, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Makes the folder that a profile is to be in, where it is not there yet.
 *
 * @param folder As it was typed, relative to the folder of the start.
 * @returns Its absolute path, or null where there can be no profile: something else is there, or it can't be written to.
 */
export function profileFolder(folder: string): string | null {
  const path = resolve(folder)
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    accessSync(path, constants.W_OK | constants.X_OK)
    return path
  } catch {
    return null
  }
}

/**
 * Finds out by trying whether a program can have a folder for itself, the way Chromium does (`ProcessSingleton`): by a link on Linux and
 * macOS, by a file on Windows. A disk that is full or read-only, and some drives of a network, refuse.
 *
 * @param folder Absolute path.
 */
export function canBeLocked(folder: string, platform: NodeJS.Platform = process.platform): boolean {
  const trial = join(folder, `.trial-${String(process.pid)}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // Left by one that was ended in its midst.
    rmSync(trial, { force: true })
    if (platform === 'win32') writeFileSync(trial, '')
    else symlinkSync('trial', trial)
    rmSync(trial)
    return true
  } catch {
    return false
  }
}
