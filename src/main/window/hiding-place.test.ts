import { expect, it } from 'vitest'
import type { CommandResult } from '../secrets/secret-service'
import { findHidingPlace } from './hiding-place'

const on = (platform: NodeJS.Platform, answer: CommandResult) => findHidingPlace({ platform, run: () => Promise.resolve(answer) })
const said = (output: string, status = 0): CommandResult => ({ outcome: 'ended', status, output })

it.each<[string, CommandResult, string]>([
  ['a tray that is shown', said('   variant       boolean true\n'), 'tray'],
  ['a tray that nothing shows', said('   variant       boolean false\n'), 'nowhere'],
  ['no tray', said('', 1), 'nowhere'],
  ['no D-Bus tools', { outcome: 'absent' }, 'nowhere'],
  ['a desktop that hangs', { outcome: 'too-slow' }, 'nowhere'],
])('a Linux desktop with %s', async (_, answer, place) => {
  expect(await on('linux', answer)).toBe(place)
})

it('asks nobody where the system has a place always', async () => {
  expect(await on('darwin', { outcome: 'absent' })).toBe('dock')
  expect(await on('win32', { outcome: 'absent' })).toBe('tray')
})
