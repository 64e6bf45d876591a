import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capture } from '../run/child.mjs'
import { npm } from '../setup/npm.mjs'
import { inRepository } from '../setup/places.mjs'
import { SetUpError } from '../setup/step.mjs'

/** A program for both kinds of Mac holds the native code of both; npm installs that of the computer it runs on. */
const libraries = ['@libsql/darwin-arm64', '@libsql/darwin-x64']

/**
 * Brings what a package for both kinds of Mac needs: each library in the version that the lock file names, checked against it.
 *
 * @param {string} [modules] absolute path of the folder that they belong in
 * @returns {Promise<string>} what was done, in words
 */
export async function bringMacLibraries(modules = inRepository('node_modules')) {
  const lock = JSON.parse(await readFile(inRepository('package-lock.json'), 'utf8'))
  const brought = []
  for (const name of libraries) {
    const { version, integrity } = lock.packages[`node_modules/${name}`]
    const folder = join(modules, name)
    if ((await installedVersion(folder)) === version) continue
    await bring(`${name}@${version}`, integrity, folder)
    brought.push(name)
  }
  return brought.length === 0 ? 'there' : brought.join(', ')
}

/** @param {string} folder */
async function installedVersion(folder) {
  const about = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}')
  return JSON.parse(about).version
}

/** @param {string} what @param {string} integrity as the lock file has it @param {string} folder */
async function bring(what, integrity, folder) {
  const workshop = await mkdtemp(join(tmpdir(), 'parley-library-'))
  try {
    const packed = await npm(['pack', what, '--ignore-scripts', '--silent', '--pack-destination', workshop])
    const file = (await readdir(workshop)).find((name) => name.endsWith('.tgz'))
    if (packed.status !== 0 || file === undefined) throw new SetUpError(`${what} could not be downloaded; npm pack said:\n${packed.output}`)
    const path = join(workshop, file)
    const found = `sha512-${createHash('sha512').update(await readFile(path)).digest('base64')}`
    if (found !== integrity) throw new SetUpError(`${what} is not the package that the lock file names: ${found}`)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const unpacked = await capture('tar', ['-xzf', path, '-C', folder, '--strip-components=1'])
    if (unpacked.status !== 0) throw new SetUpError(`${what} could not be unpacked: ${unpacked.output}`)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}
