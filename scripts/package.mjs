import { setUp } from './setup/setup.mjs'
import { runMain, say, SetUpError, step } from './setup/step.mjs'
import { fileURLToPath } from 'node:url'
import { show } from './run/child.mjs'
import { ensureElectron, findElectron } from './setup/electron.mjs'

// Packages for this system. `npm run package -- --dir` only unpacked, for tests: that one may use the fall-back Electron.
await runMain(async () => {
  const args = process.argv.slice(2)
  const unpacked = args.includes('--dir')
  await setUp('electron', 'build')
  if (!unpacked) await step('Electron', 'is fetched', needOfficial)
  const { official, version, distDir } = findElectron()
  const fallback = official ? [] : [`-c.electronVersion=${version}`, `-c.electronDist=${distDir}`]
  if (!official) say(`For tests only: this package holds Electron ${version}, not the one that releases ship.`)
  const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'))
  return show(process.execPath, [builder, '--publish', 'never', ...args, ...fallback])
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
