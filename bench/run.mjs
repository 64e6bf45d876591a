import { cpus, release, tmpdir } from 'node:os'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sandboxArguments } from '../scripts/run/app.mjs'
import { findElectron } from '../scripts/setup/electron.mjs'
import { inRepository, repository } from '../scripts/setup/places.mjs'
import { runMain, say, seconds } from '../scripts/setup/step.mjs'
import { budgets, compare, overBudget, row, table } from './figures.mjs'
import { interactionTable, measureInteractions, slowInteractions } from './interactions.mjs'
import { fillCache, firstVisit } from './many-meetings.mjs'
import { measure } from './measure.mjs'
import { measureSize, tooLarge } from './size.mjs'
import { prepareSignedIn } from './prepare-profile.mjs'

/**
 * @typedef {import('./measure.mjs').Measurement} Measurement
 * @typedef {{ name: string, profile: 'fresh' | 'used', app: string, ready: string, userData: () => Promise<string>,
 *   env?: NodeJS.ProcessEnv | undefined }} Contestant
 */

const warmUps = 1
const signInButton = `[...document.querySelectorAll('button')].find((button) => button.textContent.trim() === 'Sign in')`
const sidebar = `document.querySelector('nav[aria-label="Main"] a')`
/** Home's part for the next meetings: the workspace, which knows none of them, may have answered before anybody looks. */
const nextMeetings = `document.querySelector('main h2')`
const blankButton = `document.querySelector('button')`

await runMain(async () => {
  const rounds = Number(option('rounds') ?? 7)
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const signedIn = await prepareSignedIn(join(folder, 'signed-in'))
  try {
    const cache = signedIn && (await firstVisit(signedIn))
    const contestants = line(folder, signedIn, cache)
    const measurements = await race(contestants, rounds)
    const rows = compare(
      contestants.map(({ name, profile }, index) => row(name, profile, measurements[index] ?? [])),
      'Blank window',
    )
    const interactions = signedIn && (await measureInteractions(signedIn))
    const size = await measureSize()
    await report(rows, rounds, { interactions, size })
    const excess = [
      ...overBudget(rows),
      ...(interactions ? slowInteractions(interactions, budgets.interactions) : []),
      ...tooLarge(size, budgets.size),
    ]
    for (const words of excess) say(`over budget: ${words}`)
    return process.argv.includes('--check') && excess.length > 0 ? 1 : 0
  } finally {
    await signedIn?.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

/**
 * @param {string} folder
 * @param {import('./prepare-profile.mjs').SignedIn | undefined} signedIn
 * @param {string | undefined} cache its account's, which is filled anew before each start from a full one
 * @returns {Contestant[]}
 */
function line(folder, signedIn, cache) {
  const blank = { name: 'Blank window', app: fileURLToPath(new URL('./blank/', import.meta.url)), ready: blankButton }
  const parley = { name: 'Parley, signed out', app: repository, ready: signInButton }
  const fresh = () => mkdtemp(join(folder, 'fresh-'))
  /** @param {string} name */
  const used = (name) => async () => join(folder, name)
  return [
    { ...blank, profile: 'fresh', userData: fresh },
    { ...parley, profile: 'fresh', userData: fresh },
    { ...blank, profile: 'used', userData: used('blank') },
    { ...parley, profile: 'used', userData: used('parley') },
    ...(signedIn ? [{ ...fromCache(signedIn), name: 'Parley, signed in', ready: sidebar }] : []),
    ...(signedIn && cache ? [{ ...fromCache(signedIn, cache), name: 'Parley, Home with 10,000 meetings', ready: nextMeetings }] : []),
  ]
}

/** @param {import('./prepare-profile.mjs').SignedIn} signedIn @param {string} [cache] to be filled */
function fromCache({ userData, env }, cache) {
  const filled = async () => {
    if (cache !== undefined) await fillCache(cache)
    return userData
  }
  return { profile: /** @type {const} */ ('used'), app: repository, userData: filled, env }
}

/**
 * All contestants in every round, each round beginning with another one, so that what the machine does besides hits
 * all alike.
 *
 * @param {readonly Contestant[]} contestants
 * @param {number} rounds
 * @returns {Promise<Measurement[][]>} in the contestants' order
 */
async function race(contestants, rounds) {
  /** @type {Measurement[][]} */
  const measurements = contestants.map(() => [])
  const began = performance.now()
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const index = (round + turn) % contestants.length
      const contestant = contestants[index]
      if (!contestant) continue
      const measurement = await measure(await launch(contestant), process.env['DISPLAY'])
      if (round >= warmUps) measurements[index]?.push(measurement)
    }
    say(`round ${round + 1} of ${warmUps + rounds}${round < warmUps ? ' (warm-up)' : ''} · ${seconds(performance.now() - began)}`)
  }
  return measurements
}

/** @param {Contestant} contestant @returns {Promise<import('./measure.mjs').Launch>} */
async function launch({ app, ready, userData, env }) {
  const args = [...sandboxArguments(), app, `--user-data-dir=${await userData()}`, '--lang=en-US']
  return { program: findElectron().path, args, ready, env: { ...process.env, LANG: 'en_US.UTF-8', LANGUAGE: 'en', ...env } }
}

/**
 * @param {readonly import('./figures.mjs').Row[]} rows
 * @param {number} rounds
 * @param {{ interactions: import('./interactions.mjs').Interactions | undefined, size: import('./size.mjs').Size }} besides
 */
async function report(rows, rounds, { interactions, size }) {
  const { version } = findElectron()
  const at = new Date().toISOString()
  const machine = { system: `${process.platform} ${release()}`, processor: cpus()[0]?.model ?? '', cores: cpus().length }
  const file = inRepository('bench', 'results', `${at.replace(/[:.]/g, '-')}.json`)
  await mkdir(inRepository('bench', 'results'), { recursive: true })
  await writeFile(file, `${JSON.stringify({ at, electron: version, rounds, machine, rows, interactions, size }, null, 2)}\n`)
  say(`\nElectron ${version}, ${machine.cores} × ${machine.processor}, ${rounds} rounds, medians; × = multiple of a blank window\n`)
  say(table(rows))
  if (interactions) say(`\n${interactionTable(interactions)}`)
  say(`\nPackaged, without Electron: ${size.own.toFixed(1)} MB of its own and ${size.native.toFixed(1)} MB of native files\n\n${file}`)
}

/** @param {string} name */
function option(name) {
  return process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
}
