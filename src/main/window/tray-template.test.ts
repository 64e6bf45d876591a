import { describe, expect, it } from 'vitest'
import { mainWords } from '../i18n/words'
import { dockTemplate, trayStatus, trayTemplate } from './tray-template'

const account = { id: 'u1', name: 'Anna $& Example', email: 'anna@example.com', companyName: 'Example', role: null }

describe('the tray’s menu', () => {
  it('says who is signed in, whatever the name holds', () => {
    const session = { state: 'signed-in', account, connection: 'online', persistence: 'kept' } as const
    expect(trayStatus(mainWords('en').tray, session)).toBe('Signed in as Anna $& Example')
    expect(trayStatus(mainWords('en').tray, { ...session, connection: 'offline' })).toBe('Offline')
  })

  it.each([
    ['too-slow', 'Offline'],
    ['proxy', 'Proxy refuses'],
    ['certificate', 'Certificate not trusted'],
    ['keychain', 'Keychain can’t be read'],
  ] as const)('says in short what is in the way of the workspace: %s', (connection, said) => {
    expect(trayStatus(mainWords('en').tray, { state: 'signed-in', account, connection, persistence: 'kept' })).toBe(said)
  })

  it('opens and quits', () => {
    const done: string[] = []
    const items = trayTemplate({
      words: mainWords('en'),
      session: { state: 'signed-out', problem: null },
      microphone: 'unused',
      open: () => done.push('open'),
      quit: () => done.push('quit'),
      mute: () => done.push('mute'),
      leave: () => done.push('leave'),
    })
    // The handlers read none of what Electron would hand over.
    for (const item of items) if (item.click !== undefined) Reflect.apply(item.click, undefined, [])
    expect(items.map((item) => item.label ?? '-')).toEqual(['Signed out', '-', 'Open Parley', '-', 'Quit Parley'])
    expect(done).toEqual(['open', 'quit'])
  })

  it('is shorter in macOS’ Dock, which has the window and Quit itself', () => {
    const session = { state: 'signed-in', account, connection: 'online', persistence: 'kept' } as const
    const labelsWith = (microphone: 'open' | 'unused') =>
      dockTemplate({ words: mainWords('en'), session, microphone, mute: () => undefined, leave: () => undefined }).map((item) => item.label ?? '-')
    expect(labelsWith('unused')).toEqual(['Signed in as Anna $& Example'])
    expect(labelsWith('open')).toEqual(['Signed in as Anna $& Example', '-', 'Mute microphone', 'Leave meeting'])
  })

  it('mutes the microphone and leaves while there is a meeting', () => {
    const done: string[] = []
    const itemsWith = (microphone: 'open' | 'muted') =>
      trayTemplate({
        words: mainWords('en'),
        session: { state: 'signed-out', problem: null },
        microphone,
        open: () => undefined,
        quit: () => undefined,
        mute: () => done.push('mute'),
        leave: () => done.push('leave'),
      })
    const labels = (items: ReturnType<typeof itemsWith>) => items.map((item) => item.label ?? '-')
    const items = itemsWith('open')
    expect(labels(items)).toEqual(['Signed out', '-', 'Open Parley', '-', 'Mute microphone', 'Leave meeting', '-', 'Quit Parley'])
    expect(labels(itemsWith('muted'))).toContain('Unmute microphone')
    for (const item of items) if (item.click !== undefined) Reflect.apply(item.click, undefined, [])
    expect(done).toEqual(['mute', 'leave'])
  })
})
