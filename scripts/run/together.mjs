import { availableParallelism } from 'node:os'
import { seconds, say } from '../setup/step.mjs'
import { inWords } from './parts.mjs'

/** @typedef {import('./parts.mjs').Part} Part */
/** @typedef {import('./parts.mjs').Outcome} Outcome */

/**
 * Runs parts side by side, as many as there are processor cores, and tells of each when it ends.
 *
 * @param {readonly Part[]} parts
 * @param {string[]} args
 * @returns {Promise<Outcome[]>} in the parts' order
 */
export async function runTogether(parts, args) {
  /** @type {Outcome[]} */
  const outcomes = []
  const waiting = [...parts.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) outcomes[next[0]] = await runAlone(next[1], args)
  }
  await Promise.all(Array.from({ length: Math.min(parts.length, availableParallelism()) }, worker))
  return outcomes
}

/** @param {Part} part @param {string[]} args @returns {Promise<Outcome>} */
export async function runAlone(part, args) {
  const began = performance.now()
  const outcome = await part.run(args)
  if (!outcome.ok) process.stdout.write(outcome.output)
  say(`${inWords(outcome)} · ${seconds(performance.now() - began)}`)
  return outcome
}

/**
 * The one line at the end.
 *
 * @param {readonly Outcome[]} outcomes
 * @param {number} milliseconds that all took
 * @returns {number} exit status
 */
export function summarise(outcomes, milliseconds) {
  say(`\n${[...outcomes.map(inWords), seconds(milliseconds)].join(' · ')}`)
  return outcomes.every(({ ok }) => ok) ? 0 : 1
}
