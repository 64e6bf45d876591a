import { existsSync, readFileSync } from 'node:fs'
import { SetUpError } from './step.mjs'
import { inRepository } from './places.mjs'
import { npm } from './npm.mjs'

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, link?: boolean, optional?: boolean,
 *   devOptional?: boolean, peer?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages packages by their folder
 */

/**
 * Installs the packages that package-lock.json names, unless exactly these are installed.
 *
 * No package's install script runs: `electron` gets its binary in a step of its own, `keytar` and the SQLite engine ship
 * theirs ready built, and `electron-winstaller` serves a target that is not built here.
 *
 * @returns {Promise<string | undefined>} what was done
 * @throws {SetUpError} with npm's own words
 */
export async function installPackages() {
  if (packagesMatch()) return undefined
  const { status, output } = await npm(['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'])
  if (status !== 0) throw new SetUpError(`The packages could not be installed; npm ci said:\n${output}`)
  return `${/added (\d+) packages/.exec(output)?.[1] ?? 'all'} packages installed by npm ci`
}

/** Whether node_modules holds what package-lock.json names: npm leaves its own account of that, written last. */
function packagesMatch() {
  const wanted = readLock(inRepository('package-lock.json'))
  const installed = readLock(inRepository('node_modules', '.package-lock.json'))
  if (!wanted || !installed) return false
  return differences(wanted, installed).length === 0 && Object.keys(installed).every((at) => existsSync(inRepository(at)))
}

/**
 * Folders of packages that are missing, left over, or of another version. An optional one may be missing: it may be
 * for another system.
 *
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @returns {string[]}
 */
export function differences(wanted, installed) {
  const wrong = Object.entries(wanted).filter(([at, { version, integrity, optional, devOptional }]) => {
    const found = installed[at]
    if (!found) return at !== '' && !optional && !devOptional
    return found.version !== version || (integrity !== undefined && found.integrity !== integrity)
  })
  const leftOver = Object.keys(installed).filter((at) => !wanted[at])
  return [...wrong.map(([at]) => at), ...leftOver]
}

/** @param {string} file @returns {LockedPackages | undefined} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
