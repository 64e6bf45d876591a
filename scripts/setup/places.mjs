import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Path of a file or folder of the repository. @param {string[]} parts */
export const inRepository = (...parts) => join(repository, ...parts)

/**
 * Folder outside the repository for what several clones can share, where the system keeps such things
 * (XDG Base Directory Specification on Linux).
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string}
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  const xdg = env['XDG_CACHE_HOME']
  if (xdg && isAbsolute(xdg)) return join(xdg, 'parley')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'parley')
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local'), 'parley', 'cache')
  return join(homedir(), '.cache', 'parley')
}
