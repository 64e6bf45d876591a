#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAsMain } from './as-main.mjs'
import { buildDeb } from './deb.mjs'
import { buildRpm } from './rpm.mjs'
import { stage } from './stage.mjs'

/**
 * @typedef {{ name: string, version: string, architecture: string, file: string, maintainer: string, vendor: string, url: string,
 *   licence: string, description: string, summary: string, depends: string[], recommends: string[], afterInstall: string | undefined,
 *   afterRemove: string | undefined, parts: { from: string, to: string }[], target: string, priority: string, compression: string }} Wanted what
 *   to package; `from` a file, or a folder with a slash at its end
 */

/** Options of fpm that stand alone. */
const switches = new Set(['--force', '--debug'])

/**
 * Reads the command line that electron-builder makes for fpm (https://fpm.readthedocs.io), of which it uses a small part.
 *
 * @param {readonly string[]} args
 * @returns {Wanted}
 */
export function readArguments(args) {
  /** @type {Map<string, string[]>} */
  const options = new Map()
  /** @type {Wanted['parts']} */
  const parts = []
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? ''
    if (switches.has(argument)) continue
    if (argument.startsWith('-')) {
      index += 1
      options.set(argument, [...(options.get(argument) ?? []), args[index] ?? ''])
    } else {
      const [from = '', to = ''] = argument.split('=')
      parts.push({ from, to })
    }
  }
  const one = (/** @type {string} */ name) => options.get(name)?.[0] ?? ''
  return {
    target: one('-t'),
    name: one('--name'),
    version: one('--version'),
    architecture: one('--architecture'),
    file: one('--package'),
    maintainer: one('--maintainer'),
    vendor: one('--vendor'),
    url: one('--url'),
    licence: one('--license'),
    description: one('--description'),
    summary: one('--rpm-summary'),
    priority: one('--deb-priority') || 'optional',
    // fpm and dpkg-deb have different names for it.
    compression: one('--deb-compression').replace(/^gz$/, 'gzip') || 'xz',
    depends: options.get('-d') ?? [],
    recommends: options.get('--deb-recommends') ?? [],
    afterInstall: options.get('--after-install')?.[0],
    afterRemove: options.get('--after-remove')?.[0],
    parts,
  }
}

/** @param {string} program @param {readonly string[]} args */
export function run(program, args) {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (error && 'code' in error && error.code === 'ENOENT') throw new Error(`Need executable '${program}' to build the package`)
  if (status !== 0) throw new Error(`${program} ended with status ${status}:\n${stderr}`)
}

/** @param {Wanted} wanted */
export function buildPackage(wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-package-'))
  try {
    const root = join(folder, 'root')
    stage(root, wanted.parts)
    if (wanted.target === 'deb') buildDeb(wanted, root)
    else if (wanted.target === 'rpm') buildRpm(wanted, root, folder)
    else throw new Error(`There is no package of the kind ${wanted.target}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// Stands in for fpm, which is a download from elsewhere, with the system's own tools: electron-builder calls it.
runAsMain(import.meta.url, () => buildPackage(readArguments(process.argv.slice(2))))
