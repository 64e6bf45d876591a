import { describe, expect, it, vi } from 'vitest'
import { createBridge, type PageSide } from './bridge'

/** An `ipcRenderer` that gives one answer, and keeps what was asked and who listens. */
function ipcWith(answer: unknown) {
  const asked: [string, unknown][] = []
  const listeners = new Map<string, (event: unknown, payload: never) => void>()
  const ipc: PageSide = {
    invoke: (name, payload) => {
      asked.push([name, payload])
      return Promise.resolve(answer as never)
    },
    on: (name, listener) => listeners.set(name, listener),
    removeListener: (name) => listeners.delete(name),
  }
  return { ipc, asked, listeners }
}

describe('invoke', () => {
  it('uses the name as the channel, passes the payload, and unwraps the value', async () => {
    const { ipc, asked } = ipcWith({ ok: true, value: { outcome: 'opened' } })
    const bridge = createBridge(ipc)
    await expect(bridge.invoke('console.open')).resolves.toEqual({ outcome: 'opened' })
    await bridge.invoke('help.open', 'licences')
    expect(asked).toEqual([
      ['console.open', undefined],
      ['help.open', 'licences'],
    ])
  })

  it.each(['invalid-request', 'foreign-frame', 'failed'])('rejects with an error named %s', async (error) => {
    const bridge = createBridge(ipcWith({ ok: false, error }).ipc)
    await expect(bridge.invoke('app.info')).rejects.toMatchObject({ name: error, message: error })
  })

  const strangers = ['', 'toString', '__proto__', 'state.changed', 'ELECTRON_BROWSER_REQUIRE', undefined]

  it.each([...strangers, { toString: () => 'app.info' }])(
    'refuses the unknown name %j without asking main',
    async (name) => {
      const { ipc, asked } = ipcWith({ ok: true, value: undefined })
      await expect(createBridge(ipc).invoke(name as never)).rejects.toMatchObject({ name: 'unknown-request' })
      expect(asked).toEqual([])
    },
  )
})

describe('on', () => {
  it('gives the payload, never the event, until it is stopped', () => {
    const { ipc, listeners } = ipcWith(null)
    const heard = vi.fn()
    const stop = createBridge(ipc).on('page.requested', heard)
    listeners.get('page.requested')?.({ sender: 'secret' }, 'home' as never)
    expect(heard.mock.calls).toEqual([['home']])
    stop()
    expect(listeners.size).toBe(0)
  })

  it('refuses unknown events', () => {
    const { ipc, listeners } = ipcWith(null)
    expect(() => createBridge(ipc).on('app.info' as never, () => {})).toThrow('unknown-event')
    expect(listeners.size).toBe(0)
  })
})
