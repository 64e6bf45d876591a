import { setUp } from './setup/setup.mjs'
import { runMain, say, SetUpError, step } from './setup/step.mjs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { show } from './run/child.mjs'
import { ensureElectron, findElectron } from './setup/electron.mjs'
import { repository } from './setup/places.mjs'

// Packages for this system. `npm run package -- --dir` only unpacked, for tests: that one may use the fall-back Electron, as may
// `--test --linux deb`, which makes packages that are given to nobody. `--check` makes those that need no download, and installs,
// starts and removes each: as root, on a Debian system.
await runMain(async () => {
  const args = process.argv.slice(2)
  const isChecked = args.includes('--check')
  const isTest = isChecked || args.includes('--test')
  const unpacked = args.includes('--dir') || isTest
  await setUp('electron', ...(isChecked ? /** @type {const} */ (['try-packages']) : []), 'build')
  if (!unpacked) await step('Electron', 'is fetched', needOfficial)
  const { official, version, distDir } = findElectron()
  const fallback = official ? [] : [`-c.electronVersion=${version}`, `-c.electronDist=${distDir}`]
  if (!official) say(`For tests only: this package holds Electron ${version}, not the one that releases ship.`)
  const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'))
  const rest = args.filter((argument) => argument !== '--test' && argument !== '--check')
  // The system's own tools build deb and rpm: nothing is fetched from elsewhere.
  const env = {
    CUSTOM_FPM_PATH: join(repository, 'scripts/packaging/fpm.mjs'),
    ...(isChecked ? { ELECTRON_BUILDER_7ZIP_PATH: join(repository, 'scripts/packaging/seven-zip.mjs') } : {}),
    ...process.env,
  }
  const build = (/** @type {string[]} */ more) => show(process.execPath, [builder, '--publish', 'never', ...rest, ...more, ...fallback], { env })
  return isChecked ? buildAndCheck(build) : build([])
})

/** @param {(more: string[]) => Promise<number>} build gives the exit status */
async function buildAndCheck(build) {
  // It stands on packages that the set-up has brought.
  const { checkPackages, needInstaller } = await import('./packaging/check.mjs')
  await needInstaller()
  const folder = await mkdtemp(join(tmpdir(), 'parley-packages-'))
  try {
    // An AppImage takes tools that electron-builder fetches from elsewhere.
    const status = await build(['--linux', 'tar.gz', 'deb', 'rpm', '-c.deb.compression=gz', `-c.directories.output=${folder}`])
    if (status === 0) await checkPackages(folder)
    return status
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @returns {Promise<string | undefined>} */
async function needOfficial() {
  try {
    return (await ensureElectron({ officialOnly: true })).done
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    throw new SetUpError(`${error.message}\nnpm run package -- --dir makes an unpacked program for tests.`)
  }
}
