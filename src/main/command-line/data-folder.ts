import { accessSync, constants, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'

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
