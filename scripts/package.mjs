import { setUp } from './setup/setup.mjs'
import { runMain, say, SetUpError, step } from './setup/step.mjs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { show } from './run/child.mjs'
import { ensureElectron, findElectron } from './setup/electron.mjs'
import { repository } from './setup/places.mjs'

// Packages for this system. `npm run package -- --dir` only unpacked, for tests: that one may use the fall-back Electron, as may
// `--test --linux deb`, which makes packages that are installed to be tried and never given to anybody.
await runMain(async () => {
  const args = process.argv.slice(2)
  const isTest = args.includes('--test')
  const unpacked = args.includes('--dir') || isTest
  await setUp('electron', 'build')
  if (!unpacked) await step('Electron', 'is fetched', needOfficial)
  const { official, version, distDir } = findElectron()
  const fallback = official ? [] : [`-c.electronVersion=${version}`, `-c.electronDist=${distDir}`]
  if (!official) say(`For tests only: this package holds Electron ${version}, not the one that releases ship.`)
  const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'))
  const rest = args.filter((argument) => argument !== '--test')
  // The system's own tools build deb and rpm: nothing is fetched from elsewhere.
  const env = { CUSTOM_FPM_PATH: join(repository, 'scripts/packaging/fpm.mjs'), ...process.env }
  return show(process.execPath, [builder, '--publish', 'never', ...rest, ...fallback], { env })
})

/** @returns {Promise<string | undefined>} */
async function needOfficial() {
  try {
    return (await ensureElectron({ officialOnly: true })).done
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    throw new SetUpError(`${error.message}\nnpm run package -- --dir makes an unpacked program for tests.`)
  }
}
