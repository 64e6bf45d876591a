import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startAtLogin } from './start-at-login'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-autostart-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const effects = (platform: NodeJS.Platform, told: unknown[] = []) => ({
  platform,
  command: ['/opt/Parley "50%"/parley', '/a $path\\'] as const,
  icon: 'parley',
  entryPath: join(folder, 'autostart/app.parley.Parley.desktop'),
  setLoginItem: (...given: unknown[]) => told.push(given),
})

it('writes an entry for the desktop, whatever is in the path, and takes it away again', async () => {
  await startAtLogin(true, effects('linux'))
  await startAtLogin(true, effects('linux'))
  const entry = readFileSync(join(folder, 'autostart/app.parley.Parley.desktop'), 'utf8')
  expect(entry).toContain(String.raw`Exec="/opt/Parley \\"50%%\\"/parley" "/a \\$path\\\\" "--hidden"`)
  // A desktop starts nothing for a package that was removed.
  expect(entry).toContain('\nTryExec=/opt/Parley "50%"/parley\n')
  expect(readdirSync(join(folder, 'autostart'))).toEqual(['app.parley.Parley.desktop'])
  await startAtLogin(false, effects('linux'))
  expect(readdirSync(join(folder, 'autostart'))).toEqual([])
})

it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('leaves an entry alone that the desktop switched off (%s)', async (line) => {
  const { entryPath } = effects('linux')
  await startAtLogin(true, effects('linux'))
  const switchedOff = `${readFileSync(entryPath, 'utf8').replace('X-GNOME-Autostart-enabled=true\n', '')}${line}\n`
  writeFileSync(entryPath, switchedOff)
  await startAtLogin(true, effects('linux'))
  expect(readFileSync(entryPath, 'utf8')).toBe(switchedOff)
  // Off and on again here: somebody wants it.
  await startAtLogin(false, effects('linux'))
  await startAtLogin(true, effects('linux'))
  expect(readFileSync(entryPath, 'utf8')).toContain('X-GNOME-Autostart-enabled=true')
})

it('makes nothing where nothing is wanted', async () => {
  await startAtLogin(false, effects('linux'))
  expect(readdirSync(folder)).toEqual([])
})

it('tells Windows and macOS', async () => {
  const told: unknown[] = []
  await startAtLogin(true, effects('win32', told))
  expect(told).toEqual([[true, ['/a $path\\', '--hidden']]])
})
