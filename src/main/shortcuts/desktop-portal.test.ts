import { expect, it } from 'vitest'
import { keysComeFromPortal, withPortalKeys } from './desktop-portal'

it('gives the keys on Wayland alone, where Parley draws on it itself', () => {
  const on = (platform: NodeJS.Platform, sessionType?: string, ozonePlatform = '') => keysComeFromPortal({ platform, sessionType, ozonePlatform })
  expect([on('linux', 'wayland'), on('linux', 'wayland', 'wayland'), on('linux', 'wayland', 'auto')]).toEqual([true, true, true])
  expect([on('linux', 'wayland', 'x11'), on('linux', 'x11'), on('linux', 'tty'), on('linux'), on('darwin', 'wayland'), on('win32')]).toEqual(
    Array(6).fill(false),
  )
})

it('is asked for beside whatever else the command line asks for', () => {
  const both = 'GlobalShortcutsPortal,GlobalShortcutsPortalPreferredTrigger'
  expect(withPortalKeys('')).toBe(both)
  expect(withPortalKeys('Vulkan,GlobalShortcutsPortal')).toBe(`Vulkan,${both}`)
  expect(withPortalKeys(withPortalKeys('Vulkan'))).toBe(`Vulkan,${both}`)
})
