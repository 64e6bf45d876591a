import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inRepository } from '../scripts/setup/places.mjs'

/** @typedef {{ own: number, native: number }} Size in MB of 1,000,000 bytes: what is built from the sources, and the binaries of other packages */

/**
 * What a packaged program holds besides Electron: the built files as `electron-builder.yml` takes them, and the native files for this system.
 *
 * @returns {Promise<Size>}
 */
export async function measureSize() {
  const built = await Promise.all(['main', 'preload', 'renderer', 'console'].map((part) => filesIn(inRepository('out', part))))
  const own = built.flat().filter(({ path }) => !/\.(map|br|gz)$|[/\\](pino|prom-client)-[^/\\]+\.js$/.test(path))
  const modules = await Promise.all([
    filesIn(inRepository('node_modules', '@photostructure/sqlite/prebuilds', `${process.platform}-${process.arch}`)),
    filesIn(inRepository('node_modules', 'keytar', 'prebuilds', `${process.platform}-${process.arch}`)),
  ])
  const native = modules.flat().filter(({ path }) => path.endsWith('.node') && !path.includes('musl'))
  return { own: megabytes(own), native: megabytes(native) }
}

/** @param {Size} size @param {Size} budget @returns {string[]} */
export function tooLarge(size, budget) {
  return /** @type {const} */ (['own', 'native']).flatMap((name) =>
    size[name] > budget[name] ? [`size, ${name}: ${size[name].toFixed(1)} MB, at most ${budget[name].toFixed(1)} MB`] : [],
  )
}

/** @param {string} folder @returns {Promise<{ path: string, size: number }[]>} */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => ({ path: join(parentPath, name), size: (await stat(join(parentPath, name))).size })),
  )
}

/** @param {{ size: number }[]} files */
function megabytes(files) {
  return files.reduce((sum, { size }) => sum + size, 0) / 1_000_000
}
