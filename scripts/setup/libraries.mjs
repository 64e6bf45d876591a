import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from '../run/child.mjs'
import { asTyped, debianPackages, installCommand, knownToApt } from './package-commands.mjs'
import { font, rpmBuilder, testCompanions, virtualDisplay } from './library-packages.mjs'
import { inRepository } from './places.mjs'
import { onPath } from './on-path.mjs'
import { hasDisplay } from '../run/display.mjs'
import { SetUpError } from './step.mjs'

/** @typedef {import('./package-commands.mjs').Missing} Missing */
/** @typedef {'run' | 'test' | 'try-packages'} Purpose */

const isRoot = process.getuid?.() === 0
const aptEnvironment = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' }
const waitForLock = ['-o', 'DPkg::Lock::Timeout=300']

/**
 * Makes sure that Linux has the libraries that Electron's files ask for, and the programs that go with the purpose:
 * installs them on Debian and Ubuntu as root, and prints the command elsewhere.
 *
 * @param {string} distDir Electron's folder
 * @param {Purpose} purpose to run the program, to test it from end to end, or to make packages and try them
 * @returns {Promise<string | undefined>} what was done
 * @throws {SetUpError} with the command to be typed
 */
export async function installLibraries(distDir, purpose) {
  if (process.platform !== 'linux') return undefined
  const missing = await findMissing(distDir, purpose)
  if (isNothing(missing)) return undefined
  if (!isRoot || !onPath('apt-get')) throw new SetUpError(await advice(missing))
  const installed = await aptInstall(missing)
  const still = await findMissing(distDir, purpose)
  if (!isNothing(still)) throw new SetUpError(`After the installation these are still missing: ${names(still)}.`)
  return `${installed.join(', ')} installed by apt`
}

/** @param {string} distDir @param {Purpose} purpose @returns {Promise<Missing>} */
async function findMissing(distDir, purpose) {
  const companions = {
    run: hasDisplay() ? [] : [virtualDisplay],
    test: [virtualDisplay, ...testCompanions],
    'try-packages': [virtualDisplay, ...testCompanions, rpmBuilder],
  }
  const wanted = [font, ...companions[purpose]]
  return {
    libraries: await missingLibraries(binaries(distDir)),
    companions: wanted.filter(({ programs, folders }) => !(programs ? programs.some(onPath) : folders?.some(hasFonts))),
  }
}

/** Electron's own files, and the modules that the program loads into it. @param {string} distDir @returns {string[]} */
function binaries(distDir) {
  const own = readdirSync(distDir).filter((name) => name.endsWith('.so') || name === 'chrome_crashpad_handler')
  const keychain = inRepository('node_modules', 'keytar', 'prebuilds', `linux-${process.arch}`, 'keytar.node')
  return [...['electron', ...own].map((name) => join(distDir, name)), keychain].filter((file) => existsSync(file))
}

/** @param {readonly string[]} files @returns {Promise<string[]>} */
async function missingLibraries(files) {
  const { output } = await capture('ldd', [...files])
  return notFound(output)
}

/**
 * Names of the libraries that the loader did not find, from what `ldd` writes.
 * @param {string} text
 * @returns {string[]}
 */
export function notFound(text) {
  return [...new Set([...text.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? ''))].sort()
}

/** @param {string} folder */
function hasFonts(folder) {
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/i.test(String(name)))
}

/** @param {Missing} missing @returns {Promise<string[]>} the packages */
async function aptInstall(missing) {
  let packages = await debianPackages(missing)
  const known = await knownToApt(packages)
  const listsAreOld = !packages.every((name) => known.has(name))
  for (const refresh of listsAreOld ? [true] : [false, true]) {
    if (refresh) {
      const { status, output } = await capture('apt-get', ['update', ...waitForLock], { env: aptEnvironment })
      if (status !== 0) throw new SetUpError(`apt-get update failed:\n${output}`)
      packages = await debianPackages(missing)
    }
    const command = ['install', '--yes', '--no-install-recommends', ...waitForLock, ...packages]
    const { status, output } = await capture('apt-get', command, { env: aptEnvironment })
    if (status === 0) return packages
    if (refresh) throw new SetUpError(`apt-get ${asTyped(command)} failed:\n${output}`)
  }
  return packages
}

/** @param {Missing} missing */
async function advice(missing) {
  const command = await installCommand(missing)
  const lacks = `This system lacks ${names(missing)}.`
  if (!command) return `${lacks} Install them with the system's package manager.`
  return `${lacks} This command, run as root, installs them:\n\n  ${isRoot ? '' : 'sudo '}${asTyped(command)}\n`
}

/** @param {Missing} missing */
const isNothing = ({ libraries, companions }) => libraries.length === 0 && companions.length === 0

/** @param {Missing} missing */
const names = ({ libraries, companions }) => [...libraries, ...companions.map(({ what }) => what)].join(', ')
