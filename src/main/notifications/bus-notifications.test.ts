import { describe, expect, it } from 'vitest'
import type { SessionBus } from '../dbus/session-bus'
import { openBusNotifications } from './bus-notifications'

interface Desktop {
  capabilities?: string[]
  /** What it says of `Inhibited`; left out where it has no such property. */
  inhibited?: boolean
}

/** A desktop behind a message bus. */
function desktop({ capabilities = ['actions', 'body-markup'], inhibited }: Desktop = {}) {
  const shown: unknown[][] = []
  const world = { isThere: true, connections: 0, closed: 0, lose: (): void => undefined, signal: (_member: string, _body: unknown[]): void => undefined }
  const bus: SessionBus = {
    call: async ({ member, body = [] }) => {
      if (member === 'GetCapabilities') return [capabilities]
      if (member === 'Get') {
        if (inhibited === undefined) throw new Error('no such property')
        return [{ value: inhibited }]
      }
      shown.push(body)
      return [shown.length]
    },
    onSignal: async (_name, listener) => {
      world.signal = listener
    },
    variant: (_signature, value) => value,
    close: () => (world.closed += 1),
  }
  const notifications = openBusNotifications({
    connect: async (onLost) => {
      if (!world.isThere) throw new Error('no bus')
      world.connections += 1
      world.lose = onLost
      return bus
    },
    openWord: () => 'Open',
    picture: 'app.parley.Parley',
  })
  const chosen: string[] = []
  const show = (title: string, action: string | null = null) => notifications.show({ title, body: 'a < b & c', action, onChosen: () => chosen.push(title) })
  return { notifications, world, shown, chosen, show }
}

describe('notifications over the bus', () => {
  it('name Parley, its picture and its entry, and what can be chosen', async () => {
    const { show, shown } = desktop()
    await show('Plans', 'Join')
    await show('Invitation')
    expect(shown).toEqual([
      ['Parley', 0, 'app.parley.Parley', 'Plans', 'a &lt; b &amp; c', ['default', 'Open', 'join', 'Join'], { 'desktop-entry': 'app.parley.Parley', category: 'im.received' }, -1],
      expect.arrayContaining([['default', 'Open']]),
    ])
  })

  it('have neither buttons nor markup where the desktop knows none', async () => {
    const { show, shown } = desktop({ capabilities: [] })
    await show('Plans', 'Join')
    expect(shown[0]?.slice(4, 6)).toEqual(['a < b & c', []])
  })

  it('are chosen once, each for itself, and not after they were closed', async () => {
    const { show, world, chosen } = desktop()
    await show('one')
    await show('two')
    await show('three')
    world.signal('ActionInvoked', [2, 'join'])
    world.signal('ActionInvoked', [2, 'default'])
    world.signal('NotificationClosed', [3, 2])
    world.signal('ActionInvoked', [3, 'default'])
    world.signal('ActionInvoked', [99, 'default'])
    world.signal('ActionInvoked', ['nonsense'])
    expect(chosen).toEqual(['two'])
  })

  it('need one connection, and another once that is lost, or there was none', async () => {
    const { show, world, notifications } = desktop()
    world.isThere = false
    await expect(show('one')).rejects.toThrow()
    world.isThere = true
    await show('two')
    await show('three')
    expect(world.connections).toBe(1)
    world.lose()
    await show('four')
    expect(world.connections).toBe(2)
    notifications.close()
    await expect.poll(() => world.closed).toBe(1)
  })

  it.each([
    [true, true],
    [false, false],
    [undefined, null],
  ])('are held back, as far as the desktop tells: %s', async (inhibited, expected) => {
    const { notifications } = desktop(inhibited === undefined ? {} : { inhibited })
    expect(await notifications.isInhibited()).toBe(expected)
  })
})
