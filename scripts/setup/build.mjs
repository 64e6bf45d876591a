import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { capture } from '../run/child.mjs'
import { inRepository } from './places.mjs'
import { SetUpError } from './step.mjs'

const stamp = inRepository('out', 'built-from')
const configurations = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron.vite.config.ts', 'vite.console.config.ts']
const products = ['main/main.js', 'main/workspace.js', 'preload/preload.cjs', 'renderer/index.html', 'console/index.html']
const bundlers = [
  ['node_modules/electron-vite/bin/electron-vite.js', 'build'],
  ['node_modules/vite/bin/vite.js', 'build', '-c', 'vite.console.config.ts'],
]

/**
 * Builds program and console pages, unless they have been built from exactly these sources.
 *
 * @returns {Promise<string | undefined>} what was done
 * @throws {SetUpError} with the bundler's own words
 */
export async function build() {
  const sources = fingerprint()
  if (isBuiltFrom(sources)) return undefined
  await forgetBuild()
  const results = await Promise.all(bundlers.map((bundler) => capture(process.execPath, bundler)))
  const failed = results.find(({ status }) => status !== 0)
  if (failed) throw new SetUpError(`The build failed:\n${failed.output}`)
  const lacking = products.filter((product) => !existsSync(inRepository('out', product)))
  if (lacking.length > 0) throw new SetUpError(`The build did not make ${lacking.join(', ')}.`)
  await mkdir(inRepository('out'), { recursive: true })
  await writeFile(stamp, sources)
  return 'program and console pages built'
}

/** Makes the next build a real one: for whoever writes into out/ by other means. */
export const forgetBuild = () => rm(stamp, { force: true })

/** @param {string} sources */
function isBuiltFrom(sources) {
  if (!products.every((product) => existsSync(inRepository('out', product)))) return false
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources
}

/** A hash over everything that the build reads. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [...configurations, ...sourceFiles('src')]) hash.update(`${file}\0`).update(readFileSync(inRepository(file)))
  return hash.digest('hex')
}

/** @param {string} folder @returns {string[]} its files, tests left out, in an order that is always the same */
function sourceFiles(folder) {
  return readdirSync(inRepository(folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return sourceFiles(path)
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path]
    })
}
