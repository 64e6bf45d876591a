import { describe, expect, it } from 'vitest'
import { mainWords } from '../i18n/words'
import { trayStatus, trayTemplate } from './tray-template'

const account = { id: 'u1', name: 'Anna $& Example', email: 'anna@example.com', companyName: 'Example', role: null }

describe('the tray’s menu', () => {
  it('says who is signed in, whatever the name holds', () => {
    const session = { state: 'signed-in', account, connection: 'online', persistence: 'kept' } as const
    expect(trayStatus(mainWords('en').tray, session)).toBe('Signed in as Anna $& Example')
    expect(trayStatus(mainWords('en').tray, { ...session, connection: 'offline' })).toBe('Offline')
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
    })
    // The handlers read none of what Electron would hand over.
    for (const item of items) if (item.click !== undefined) Reflect.apply(item.click, undefined, [])
    expect(items.map((item) => item.label ?? '-')).toEqual(['Signed out', '-', 'Open Parley', '-', 'Quit Parley'])
    expect(done).toEqual(['open', 'quit'])
  })

  it('mutes the microphone while it is used', () => {
    const none = (): void => undefined
    const labelsWith = (microphone: 'open' | 'muted') =>
      trayTemplate({ words: mainWords('en'), session: { state: 'signed-out', problem: null }, microphone, open: none, quit: none, mute: none }).map(({ label }) => label)
    expect(labelsWith('open')).toContain('Mute microphone')
    expect(labelsWith('muted')).toContain('Unmute microphone')
  })
})
