import { describe, expect, it } from 'vitest'
import type { CommandResult } from '../secrets/secret-service'
import type { BusNotifications } from './bus-notifications'
import { linuxNotifications } from './linux-notifications'

const ended = (output: string, status = 0): CommandResult => ({ outcome: 'ended', status, output })

/** A desktop: what its bus says of `Inhibited`, and what `gsettings` prints. */
function desktop(inhibited: boolean | null | 'no server', settings: CommandResult = { outcome: 'absent' }) {
  const asked: string[] = []
  const refuse = () => Promise.reject(new Error('nothing on the bus'))
  const bus: BusNotifications = {
    show: inhibited === 'no server' ? refuse : () => Promise.resolve(),
    isInhibited: inhibited === 'no server' ? refuse : () => Promise.resolve(inhibited),
    close: () => undefined,
  }
  const notifications = linuxNotifications(bus, (program, parameters) => {
    asked.push([program, ...parameters].join(' '))
    return Promise.resolve(settings)
  })
  return { notifications, asked }
}

describe('do not disturb, on Linux', () => {
  it.each([
    [true, 'on'],
    [false, 'off'],
  ] as const)('is what the desktop says on the bus: %s', async (inhibited, expected) => {
    const { notifications, asked } = desktop(inhibited, ended('false\n'))
    expect(await notifications.doNotDisturb()).toBe(expected)
    expect(asked).toEqual([])
  })

  it.each([
    ['GNOME shows none', ended('false\n'), 'on'],
    ['GNOME shows them', ended('true\n'), 'off'],
    ['no such setting', ended('', 1), 'unknown'],
    ['no gsettings', { outcome: 'absent' }, 'unknown'],
    ['gsettings that hangs', { outcome: 'too-slow' }, 'unknown'],
  ] as const)('is what its settings say where the bus tells nothing: %s', async (_name, settings, expected) => {
    for (const inhibited of [null, 'no server'] as const) {
      const { notifications, asked } = desktop(inhibited, settings)
      expect(await notifications.doNotDisturb()).toBe(expected)
      expect(asked).toEqual(['gsettings get org.gnome.desktop.notifications show-banners'])
    }
  })

  it('hands every notification over all the same: the desktop keeps what it does not show', async () => {
    const shown = { title: 'Plans', body: '', action: null, onChosen: () => undefined }
    expect(await desktop(true).notifications.show(shown)).toBe(true)
    expect(await desktop('no server').notifications.show(shown)).toBe(false)
  })
})
