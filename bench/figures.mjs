import { readFileSync } from 'node:fs'
import { z } from 'zod'

/**
 * @typedef {{ median: number, min: number, max: number }} Spread
 * @typedef {{ name: string, profile: 'fresh' | 'used', start: Spread, memory: Spread | undefined,
 *   withoutWorkspace: Spread | undefined, ratios?: { start: number, memory: number | undefined,
 *   withoutWorkspace: number | undefined } }} Row times in milliseconds, memory in MB
 */

/** What Parley may cost: multiples of a blank Electron window on the same runtime, milliseconds, megabytes. */
export const budgets = z
  .strictObject({
    start: z.strictObject({ signedOut: z.number(), signedIn: z.number(), fullCache: z.number() }),
    memoryWithoutWorkspace: z.number(),
    interactions: z.strictObject({ popUp: z.number(), opener: z.number(), language: z.number(), search: z.number() }),
    size: z.strictObject({ own: z.number(), native: z.number() }),
  })
  .parse(JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8')))

/** @param {readonly number[]} values at least one @returns {Spread} */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (/** @type {number} */ index) => sorted[index] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, min: at(0), max: at(sorted.length - 1) }
}

/**
 * @param {string} name
 * @param {'fresh' | 'used'} profile
 * @param {readonly import('./measure.mjs').Measurement[]} measurements
 * @returns {Row}
 */
export function row(name, profile, measurements) {
  const memories = measurements.flatMap(({ memory }) => memory ?? [])
  return {
    name,
    profile,
    start: spread(measurements.map(({ start }) => start)),
    memory: memories.length > 0 ? spread(memories.map(({ all }) => all)) : undefined,
    withoutWorkspace: memories.length > 0 ? spread(memories.map(({ withoutWorkspace }) => withoutWorkspace)) : undefined,
  }
}

/** Adds the multiples of the yardstick's median with the same kind of profile. @param {readonly Row[]} rows @param {string} yardstick @returns {Row[]} */
export function compare(rows, yardstick) {
  return rows.map((own) => {
    const blank = rows.find(({ name, profile }) => name === yardstick && profile === own.profile)
    if (!blank || own === blank) return own
    const ratio = (/** @type {Spread | undefined} */ a, /** @type {Spread | undefined} */ b) => (a && b ? a.median / b.median : undefined)
    return {
      ...own,
      ratios: {
        start: own.start.median / blank.start.median,
        memory: ratio(own.memory, blank.memory),
        withoutWorkspace: ratio(own.withoutWorkspace, blank.withoutWorkspace),
      },
    }
  })
}

/** What is over the budget, in words. @param {readonly Row[]} rows @returns {string[]} */
export function overBudget(rows) {
  return rows.flatMap(({ name, profile, ratios }) => {
    if (!ratios) return []
    const { start, withoutWorkspace = 0 } = ratios
    const { signedIn, signedOut, fullCache } = budgets.start
    // The mark for memory is that of a client without thousands of meetings in it.
    const [longest, most] = name.endsWith('meetings')
      ? [fullCache, Infinity]
      : [name.endsWith('signed in') ? signedIn : signedOut, budgets.memoryWithoutWorkspace]
    return [
      ...(start > longest ? [`${name}, ${profile} profile: start ${times(start)}, at most ${times(longest)}`] : []),
      ...(withoutWorkspace > most ? [`${name}, ${profile} profile: memory ${times(withoutWorkspace)}, at most ${times(most)}`] : []),
    ]
  })
}

/** @param {readonly Row[]} rows @returns {string} a table for a terminal */
export function table(rows) {
  const head = ['', 'profile', 'start ms', '(min–max)', '×', 'memory MB', '(min–max)', '×', 'without workspace', '×']
  const lines = rows.map(({ name, profile, start, memory, withoutWorkspace, ratios }) => [
    name,
    profile,
    ...cells(start, ratios?.start),
    ...cells(memory, ratios?.memory),
    withoutWorkspace ? withoutWorkspace.median.toFixed(0) : '–',
    ratios?.withoutWorkspace ? times(ratios.withoutWorkspace) : '',
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => (line[column] ?? '').length)))
  const written = [head, ...lines].map((line) =>
    line.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  )
  return written.map((line) => line.trimEnd()).join('\n')
}

/** @param {Spread | undefined} values @param {number | undefined} ratio */
const cells = (values, ratio) =>
  values
    ? [values.median.toFixed(0), `(${values.min.toFixed(0)}–${values.max.toFixed(0)})`, ratio ? times(ratio) : '']
    : ['–', '', '']

/** @param {number} ratio */
const times = (ratio) => `${ratio.toFixed(2)} ×`
