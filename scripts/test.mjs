import { setUp } from './setup/setup.mjs'
import { runMain, SetUpError, step } from './setup/step.mjs'
import { startDisplay } from './run/display.mjs'
import { onInterrupt } from './run/ending.mjs'
import { checks, endToEnd, unit } from './run/parts.mjs'
import { keepTemporaryFilesInMemory } from './run/temporary-files.mjs'
import { runAlone, runTogether, summarise } from './run/together.mjs'
import { build } from './setup/build.mjs'
import { findElectron } from './setup/electron.mjs'

const parts = [...checks, unit, endToEnd]

// `npm test` runs all parts; `npm test -- --only=unit src/main` some, with arguments for Vitest or Playwright;
// `npm test -- --thorough` also the end-to-end tests that are tagged `@thorough`.
await runMain(async () => {
  const began = performance.now()
  const { chosen, rest } = choose(process.argv.slice(2))
  const whole = chosen.includes(endToEnd)
  onInterrupt(() => process.exit(130))
  await setUp(...(whole ? /** @type {const} */ (['electron', 'test']) : []))
  keepTemporaryFilesInMemory()
  const outcomes = await runTogether(chosen.filter((part) => part !== unit && part !== endToEnd), rest)
  if (chosen.includes(unit)) outcomes.push(await runAlone(unit, rest))
  if (whole) outcomes.push(await runEndToEnd(rest))
  return summarise(outcomes, performance.now() - began)
})

/**
 * @param {readonly string[]} args
 * @returns {{ chosen: import('./run/parts.mjs').Part[], rest: string[] }}
 */
function choose(args) {
  if (args.includes('--thorough')) process.env['PARLEY_THOROUGH'] = '1'
  const only = args.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',')
  const rest = args.filter((argument) => !argument.startsWith('--only=') && argument !== '--thorough')
  const unknown = only?.filter((name) => !parts.some((part) => part.name === name)) ?? []
  if (unknown.length > 0) {
    throw new SetUpError(`There is no part ${unknown.join(', ')}; there are: ${parts.map(({ name }) => name).join(', ')}.`)
  }
  return { chosen: parts.filter(({ name }) => !only || only.includes(name)), rest }
}

/** @param {string[]} args @returns {Promise<import('./run/parts.mjs').Outcome>} */
async function runEndToEnd(args) {
  try {
    await step('Build', 'electron-vite and vite', build)
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`)
    return { name: 'end to end', ok: false, output: '' }
  }
  process.env['PARLEY_ELECTRON'] = findElectron().path
  if (process.platform !== 'linux') return runAlone(endToEnd, args)
  const display = await startDisplay()
  process.env['DISPLAY'] = display.name
  delete process.env['WAYLAND_DISPLAY']
  try {
    return await runAlone(endToEnd, args)
  } finally {
    display.stop()
  }
}
