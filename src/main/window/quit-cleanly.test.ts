import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { quitCleanly } from './quit-cleanly'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Quits as Electron does: what promises wait for runs at the end of the event, and until then no other quit begins. */
function electronApp() {
  const listeners = new Map<string, (event: { preventDefault: () => void }) => void>()
  let isQuitting = false
  const app = {
    ended: false,
    on: (event: string, listener: (event: { preventDefault: () => void }) => void) => void listeners.set(event, listener),
    quit: () => void begin(),
  }
  async function begin(): Promise<void> {
    if (isQuitting) return
    isQuitting = true
    const prevent = vi.fn()
    listeners.get('will-quit')?.({ preventDefault: prevent })
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    if (prevent.mock.calls.length > 0) isQuitting = false
    else app.ended = true
  }
  return { app, closeWindow: () => listeners.get('window-all-closed')?.({ preventDefault: () => undefined }) }
}

it.each([
  ['work that is done at once', false, () => Promise.resolve()],
  ['work that takes a while', false, () => new Promise<void>((resolve) => setTimeout(resolve, 1_000))],
  ['work that fails', true, () => new Promise<void>((_resolve, reject) => setTimeout(() => reject(new Error('The disk is full')), 10))],
])('ends with its window, after %s', async (_, fails, work) => {
  const { app, closeWindow } = electronApp()
  const finish = vi.fn(work)
  const failures: unknown[] = []
  quitCleanly(app, finish, (_what, error) => failures.push(error))
  closeWindow()
  await vi.advanceTimersByTimeAsync(2_000)
  expect([app.ended, finish.mock.calls.length]).toEqual([true, 1])
  expect(failures).toEqual(fails ? [new Error('The disk is full')] : [])
})

it('finishes once, however often somebody quits meanwhile', async () => {
  const { app, closeWindow } = electronApp()
  const finish = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 1_000)))
  quitCleanly(app, finish, () => undefined)
  closeWindow()
  await vi.advanceTimersByTimeAsync(100)
  app.quit()
  await vi.advanceTimersByTimeAsync(100)
  expect([app.ended, finish.mock.calls.length]).toEqual([false, 1])
  await vi.advanceTimersByTimeAsync(2_000)
  expect([app.ended, finish.mock.calls.length]).toEqual([true, 1])
})
