import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

const program = fileURLToPath(new URL('sign-release.mjs', import.meta.url))
const list = 'version: 1.0.0\n'
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-release-'))
  writeFileSync(join(folder, 'latest-linux.yml'), list)
})
afterEach(() => rmSync(folder, { recursive: true }))

/** @param {string[]} args @param {string} [key] */
const run = (args, key = '') => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: { PATH: process.env['PATH'], PARLEY_RELEASE_KEY: key } })
const newKey = () => run(['--new-key']).stdout.trim().split('\n').at(-1) ?? ''

it('signs a list for as many as its stage says', () => {
  expect(run([folder, '--stage=10'], newKey()).status).toBe(0)
  expect(readFileSync(join(folder, 'latest-linux.yml'), 'utf8')).toBe(`${list}stagingPercentage: 10\n`)
  expect(existsSync(join(folder, 'latest-linux.yml.sig'))).toBe(true)
})

it.each([[['--stag=10']], [['--stage', '10']], [['--stage=1000']]])('signs nothing where it is asked for wrongly: %j', (args) => {
  expect(run([folder, ...args], newKey()).status).not.toBe(0)
  expect(readFileSync(join(folder, 'latest-linux.yml'), 'utf8')).toBe(list)
  expect(existsSync(join(folder, 'latest-linux.yml.sig'))).toBe(false)
})
