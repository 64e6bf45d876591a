import { capture } from '../run/child.mjs'
import { onPath } from './on-path.mjs'
import { libraryPackages } from './library-packages.mjs'

/** @typedef {{ libraries: readonly string[], companions: readonly import('./library-packages.mjs').Companion[] }} Missing */

/**
 * The command by which this system's own package manager installs what is missing. RPM names libraries by themselves.
 *
 * @param {Missing} missing
 * @returns {Promise<string[] | undefined>} program and arguments; nothing where the package manager is unknown
 */
export async function installCommand(missing) {
  if (onPath('apt-get')) return ['apt-get', 'install', '--yes', '--no-install-recommends', ...(await debianPackages(missing))]
  const libraries = missing.libraries.map((name) => `${name}()(64bit)`)
  if (onPath('dnf')) return ['dnf', 'install', ...libraries, ...missing.companions.map(({ fedora }) => fedora)]
  if (onPath('zypper')) return ['zypper', 'install', ...libraries, ...missing.companions.map(({ suse }) => suse)]
  if (onPath('pacman')) {
    const base = missing.libraries.length > 0 ? ['gtk3', 'nss', 'alsa-lib', 'libsecret'] : []
    return ['pacman', '-S', '--needed', ...base, ...missing.companions.map(({ arch }) => arch)]
  }
  return undefined
}

/** @param {Missing} missing @returns {Promise<string[]>} names that this release's apt knows, as far as it knows any */
export async function debianPackages({ libraries, companions }) {
  const choices = [
    ...libraries.map((name) => libraryPackages[name] ?? []),
    ...companions.map(({ debian }) => debian),
  ].filter((names) => names.length > 0)
  const known = await knownToApt([...new Set(choices.flat())])
  return [...new Set(choices.map((names) => names.find((name) => known.has(name)) ?? names.at(-1) ?? ''))]
}

/**
 * Which packages apt could install: those with a candidate, which a merely virtual package has not.
 *
 * @param {readonly string[]} names
 * @returns {Promise<Set<string>>}
 */
export async function knownToApt(names) {
  if (names.length === 0) return new Set()
  const { output } = await capture('apt-cache', ['policy', ...names], { env: { ...process.env, LC_ALL: 'C' } })
  return readPolicy(output)
}

/**
 * Reads what `apt-cache policy` writes.
 * @param {string} text
 * @returns {Set<string>}
 */
export function readPolicy(text) {
  const known = new Set()
  for (const [, name, candidate] of text.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (.*)$/gm)) {
    if (candidate !== '(none)') known.add(name)
  }
  return known
}

/** A command as one would type it. @param {readonly string[]} command */
export const asTyped = (command) => command.map((word) => (/^[\w./:=+-]+$/.test(word) ? word : `'${word}'`)).join(' ')
