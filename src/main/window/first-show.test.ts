import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { showOncePainted } from './first-show'

/** A window that, as Electron's, is shown when it is maximized. */
function world(options: { hidden: boolean; maximized: boolean }) {
  const events = new EventEmitter()
  const state = { isShown: false, isMaximized: false }
  const show = (): void => {
    if (state.isShown) return
    state.isShown = true
    events.emit('show')
  }
  const window = {
    whenPainted: (run: () => void) => void events.once('ready-to-show', run),
    whenShown: (run: () => void) => void events.once('show', run),
    show,
    maximize: () => {
      state.isMaximized = true
      show()
    },
  }
  const wasShown = showOncePainted(window, options)
  return { events, state, show, wasShown }
}

describe('the first window', () => {
  it.each([true, false])('is shown once it is painted, maximized: %s', (maximized) => {
    const { events, state, wasShown } = world({ hidden: false, maximized })
    expect(state.isShown).toBe(false)
    events.emit('ready-to-show')
    expect(state).toEqual({ isShown: true, isMaximized: maximized })
    expect(wasShown()).toBe(true)
  })

  it.each([true, false])('is not shown where Parley starts hidden, until somebody wants it, maximized: %s', (maximized) => {
    const { events, state, show, wasShown } = world({ hidden: true, maximized })
    events.emit('ready-to-show')
    expect(state).toEqual({ isShown: false, isMaximized: false })
    expect(wasShown()).toBe(false)
    show()
    expect(state).toEqual({ isShown: true, isMaximized: maximized })
    expect(wasShown()).toBe(true)
  })
})
