import './node-version.mjs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from './build.mjs'
import { ensureElectron } from './electron.mjs'
import { installLibraries } from './libraries.mjs'
import { withLock } from './lock.mjs'
import { installPackages } from './packages.mjs'
import { cacheFolder, repository } from './places.mjs'
import { step } from './step.mjs'

/** @typedef {import('./libraries.mjs').Purpose} Purpose */
/** @typedef {'packages' | 'electron' | Purpose | 'build'} Part with a purpose come the system's libraries and programs for it */

/**
 * Makes what is missing, and nothing that is there. One set-up at a time works in a clone.
 *
 * @param {readonly Part[]} parts what the caller needs, beside the packages
 */
export async function setUp(...parts) {
  const clone = createHash('sha256').update(repository).digest('hex').slice(0, 12)
  await withLock(join(cacheFolder(), `set-up-${clone}.lock`), async () => {
    await step('Packages', 'npm ci', installPackages)
    if (parts.includes('electron')) await step('Electron', 'is fetched', async () => (await ensureElectron()).done)
    for (const purpose of /** @type {const} */ (['run', 'test', 'try-packages'])) {
      if (parts.includes(purpose)) await step('System', 'libraries', async () => installLibraries(await distDir(), purpose))
    }
    if (parts.includes('build')) await step('Build', 'electron-vite and vite', build)
  })
}

const distDir = async () => (await ensureElectron()).electron.distDir
