import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capture, show } from './child.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, ok: boolean, counts?: Counts | undefined, output: string }} Outcome of one part of the test
 * @typedef {{ name: string, run: (args: string[]) => Promise<Outcome> }} Part
 */

const node = process.execPath

/** @type {Part} */
const types = {
  name: 'types',
  run: async () => {
    const tsc = 'node_modules/typescript/bin/tsc'
    const product = await capture(node, [tsc, '-p', '.'])
    const scripts = await capture(node, [tsc, '-p', 'scripts'])
    const bench = await capture(node, [tsc, '-p', 'bench'])
    return { name: 'types', ok: [product, scripts, bench].every(({ status }) => status === 0), output: product.output + scripts.output + bench.output }
  },
}

/** @param {string} name @param {string[]} command @returns {Part} a part that its exit status says all about */
const plain = (name, command) => ({
  name,
  run: async () => {
    const { status, output } = await capture(node, command)
    return { name, ok: status === 0, output }
  },
})

/** The parts that read the sources only; they don't disturb one another. */
export const checks = [
  types,
  plain('lint', ['node_modules/oxlint/bin/oxlint', '--deny-warnings']),
  plain('dead code', ['node_modules/knip/bin/knip.js']),
]

/** @type {Part} */
export const unit = {
  name: 'unit',
  run: (args) =>
    withReport(async (report) => {
      const elsewhere = ['tests/**', 'out/**', 'release/**'].flatMap((glob) => ['--exclude', glob])
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const { status, output } = await capture(node, ['node_modules/vitest/vitest.mjs', 'run', ...elsewhere, ...reporters, ...args])
      return { name: 'unit', ok: status === 0, output, counts: vitestCounts(readJson(report)) }
    }),
}

/** End to end, on the display that DISPLAY names. @type {Part} */
export const endToEnd = {
  name: 'end to end',
  run: (args) =>
    withReport(async (report) => {
      const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
      const status = await show(node, ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...args], { env })
      return { name: 'end to end', ok: status === 0, output: '', counts: playwrightCounts(readJson(report)) }
    }),
}

/**
 * What a part came to, in words: `lint ok`, `unit 3 failed, 120 passed`.
 * @param {Outcome} outcome
 */
export function inWords({ name, ok, counts }) {
  if (!counts) return `${name} ${ok ? 'ok' : 'failed'}`
  const { passed, failed, skipped } = counts
  const words = [failed > 0 && `${failed} failed`, `${passed} passed`, skipped > 0 && `${skipped} skipped`].filter(Boolean)
  return `${name} ${!ok && failed === 0 ? 'failed, ' : ''}${words.join(', ')}`
}

/** @template T @param {(report: string) => Promise<T>} work @returns {Promise<T>} */
async function withReport(work) {
  const folder = await mkdtemp(join(tmpdir(), 'parley-report-'))
  try {
    return await work(join(folder, 'report.json'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number } | undefined} report @returns {Counts | undefined} */
const vitestCounts = (report) =>
  report && { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests }

/**
 * A test that passed at a second try counts as passed; whether it may is the configuration's to say.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } } | undefined} report
 * @returns {Counts | undefined}
 */
const playwrightCounts = (report) =>
  report && {
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected,
    skipped: report.stats.skipped,
  }
