import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron } from '../setup/electron.mjs'
import { repository } from '../setup/places.mjs'
import { SetUpError } from '../setup/step.mjs'

/**
 * Arguments that Electron needs on this system before the app's own: Chromium refuses its sandbox to root, and that
 * is the one case where a launcher goes without it.
 *
 * @returns {string[]}
 * @throws {SetUpError} where the sandbox can't work for this user, with the command that makes it work
 */
export function sandboxArguments() {
  if (process.platform !== 'linux') return []
  if (process.getuid?.() === 0) return ['--no-sandbox']
  const helper = join(findElectron().distDir, 'chrome-sandbox')
  if (isSetUidRoot(helper) || userNamespacesAllowed()) return []
  throw new SetUpError(
    `This system gives ordinary users no sandbox by themselves. Chromium's own helper needs, once:\n\n` +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
  )
}

/** Electron's executable and the arguments that make it run this repository's app. @param {readonly string[]} args */
export const appCommand = (args) => ({ program: findElectron().path, args: [...sandboxArguments(), repository, ...args] })

/** @param {string} file */
function isSetUidRoot(file) {
  if (!existsSync(file)) return false
  const { uid, mode } = statSync(file)
  return uid === 0 && (mode & 0o4000) !== 0
}

/** What Debian's and Ubuntu's kernels say about user namespaces for ordinary users; others allow them. */
function userNamespacesAllowed() {
  return kernelSetting('unprivileged_userns_clone') !== '0' && kernelSetting('apparmor_restrict_unprivileged_userns') !== '1'
}

/** @param {string} name @returns {string | undefined} */
function kernelSetting(name) {
  try {
    return readFileSync(`/proc/sys/kernel/${name}`, 'utf8').trim()
  } catch {
    return undefined
  }
}
