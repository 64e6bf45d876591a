import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { wantsGraphicsCard } from './graphics'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'graphics-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const settings = (hardwareAcceleration: unknown) => writeFileSync(join(folder, 'settings.json'), JSON.stringify({ advanced: { hardwareAcceleration } }))
const memory = (managedAcceleration: unknown) => writeFileSync(join(folder, 'memory.json'), JSON.stringify({ managedAcceleration }))

it('is wanted where nobody said otherwise', () => {
  expect(wantsGraphicsCard(folder)).toBe(true)
  settings(true)
  expect(wantsGraphicsCard(folder)).toBe(true)
})

it('follows the settings', () => {
  settings(false)
  expect(wantsGraphicsCard(folder)).toBe(false)
})

it('follows what the administrator decided rather than the person', () => {
  settings(false)
  memory(true)
  expect(wantsGraphicsCard(folder)).toBe(true)
  settings(true)
  memory(false)
  expect(wantsGraphicsCard(folder)).toBe(false)
  memory(null)
  expect(wantsGraphicsCard(folder)).toBe(true)
})

it.each(['', '{', '[]', 'null', '{"advanced": 1}', '{"advanced": {"hardwareAcceleration": "no"}}'])('starts with a damaged file: %s', (text) => {
  writeFileSync(join(folder, 'settings.json'), text)
  writeFileSync(join(folder, 'memory.json'), text)
  expect(wantsGraphicsCard(folder)).toBe(true)
})
