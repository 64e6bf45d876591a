import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { Rectangle } from './bounds'
import { openMiniWindow } from './mini-window'

const screen: Rectangle = { x: 0, y: 0, width: 1440, height: 900 }
const usual: Rectangle = { x: 100, y: 60, width: 1100, height: 720 }
const corner: Rectangle = { x: 1104, y: 644, width: 320, height: 240 }

/** A window whose system does what it is asked to only when `settle` is called, as desktops do. */
class TestWindow extends EventEmitter {
  bounds = usual
  onTop = false
  smallest: readonly [number, number] = [480, 480]
  maximized = false
  fullScreen = false
  destroyed = false
  zoom = 1
  webContents = { getZoomFactor: () => this.zoom }
  isDestroyed = () => this.destroyed
  isMaximized = () => this.maximized
  isFullScreen = () => this.fullScreen
  getBounds = () => this.bounds
  setBounds = (bounds: Partial<Rectangle>) => void (this.bounds = { ...this.bounds, ...bounds })
  setAlwaysOnTop = (onTop: boolean) => void (this.onTop = onTop)
  setMinimumSize = (width: number, height: number) => void (this.smallest = [width, height])
  setMaximizable = () => undefined
  setFullScreenable = () => undefined
  setVisibleOnAllWorkspaces = () => undefined
  maximize = () => void (this.maximized = true)
  unmaximize = () => undefined
  setFullScreen = () => undefined
  settle(event: 'unmaximize' | 'leave-full-screen') {
    if (event === 'unmaximize') this.maximized = false
    else this.fullScreen = false
    this.emit(event)
  }
}

function world(setUp: (window: TestWindow) => void = () => undefined) {
  const window = new TestWindow()
  setUp(window)
  const kept: Rectangle[] = []
  const told: boolean[] = []
  const mini = openMiniWindow({
    window,
    platform: 'linux',
    places: { of: () => kept.at(-1) ?? null, keep: (_arrangement, bounds) => kept.push(bounds) },
    currentPlace: () => ({ bounds: usual, maximized: window.maximized }),
    workAreas: () => [screen],
    onChange: (isMini) => told.push(isMini),
  })
  return { window, mini, kept, told }
}

describe('openMiniWindow', () => {
  it('makes the window small and above others, and as it was', () => {
    const { window, mini, told } = world()
    mini.set(true)
    mini.set(true)
    expect(window).toMatchObject({ bounds: corner, onTop: true, smallest: [240, 180] })
    mini.set(false)
    expect(window).toMatchObject({ bounds: usual, onTop: false, smallest: [480, 480] })
    expect(told).toEqual([true, false])
  })

  it('has room for letters that are larger', () => {
    const { window, mini } = world((it) => (it.zoom = 2))
    mini.set(true)
    expect(window).toMatchObject({ bounds: { width: 640, height: 480 }, smallest: [480, 360] })
  })

  it('comes back small where it was left', () => {
    const { window, mini } = world()
    mini.set(true)
    const left = { x: 20, y: 20, width: 400, height: 300 }
    window.bounds = left
    mini.set(false)
    mini.set(true)
    expect(window.bounds).toEqual(left)
  })

  it('keeps its place when it is closed while it is small', () => {
    const { window, mini, kept } = world()
    window.emit('close')
    expect(kept).toEqual([])
    mini.set(true)
    window.emit('close')
    expect(kept).toEqual([corner])
  })

  it('waits until a maximized window is no longer, and is maximized again', () => {
    const { window, mini } = world((it) => (it.maximized = true))
    mini.set(true)
    expect(window.bounds).toEqual(usual)
    window.settle('unmaximize')
    expect(window).toMatchObject({ bounds: corner, onTop: true })
    mini.set(false)
    expect(window).toMatchObject({ bounds: usual, onTop: false, maximized: true })
  })

  it('leaves full screen first', () => {
    const { window, mini } = world((it) => (it.fullScreen = true))
    mini.set(true)
    expect(window.onTop).toBe(false)
    window.settle('leave-full-screen')
    expect(window).toMatchObject({ bounds: corner, onTop: true })
  })

  it('stays as it was where it was given up before the system was ready', () => {
    const { window, mini } = world((it) => (it.maximized = true))
    mini.set(true)
    mini.set(false)
    window.settle('unmaximize')
    expect(window).toMatchObject({ onTop: false, smallest: [480, 480] })
  })

  it('leaves a window alone that is gone', () => {
    const { window, mini, told } = world((it) => (it.destroyed = true))
    mini.set(true)
    expect(window.onTop).toBe(false)
    expect(told).toEqual([])
  })
})
