import type { BrowserWindow, WebContents } from 'electron'
import { arrangementOf, placeMini, placeWindow, smallestMiniAt, smallestWindow, type Rectangle, type WindowPlace } from './bounds'
import type { MiniPlaces } from './window-places'

/** The parts of a window that are used here. */
type Resizable = Pick<
  BrowserWindow,
  | 'getBounds'
  | 'isDestroyed'
  | 'isFullScreen'
  | 'isMaximized'
  | 'maximize'
  | 'setAlwaysOnTop'
  | 'setBounds'
  | 'setFullScreen'
  | 'setFullScreenable'
  | 'setMaximizable'
  | 'setMinimumSize'
  | 'setVisibleOnAllWorkspaces'
  | 'unmaximize'
> & {
  webContents: Pick<WebContents, 'getZoomFactor'>
  once(event: 'leave-full-screen' | 'unmaximize', listener: () => void): unknown
  on(event: 'close', listener: () => void): unknown
}

interface MiniWindowOptions {
  window: Resizable
  platform: NodeJS.Platform
  places: MiniPlaces
  /** Where the window is now; see `currentPlace`. */
  currentPlace: () => WindowPlace
  /** The screens' work areas, the primary one first. */
  workAreas: () => Rectangle[]
  onChange: (isMini: boolean) => void
}

/** The window, small and above all others while somebody meets. */
export interface MiniWindow {
  isMini(): boolean
  /** Makes it small, or as it was. */
  set(isMini: boolean): void
}

/**
 * Makes the window small and back again. It stays the one window: what is captured and shown in it goes on, and no
 * second page has to be trusted. On Wayland, where no program may place its windows or put them above others, it only
 * becomes small.
 */
export function openMiniWindow({ window, platform, places, currentPlace, workAreas, onChange }: MiniWindowOptions): MiniWindow {
  let full: WindowPlace | null = null

  const keep = (): void => {
    if (full !== null && !window.isDestroyed()) places.keep(arrangementOf(workAreas()), window.getBounds())
  }
  const shrink = (from: WindowPlace): void => {
    // It grew again, or closed, while the system was busy with the one before.
    if (full !== from || window.isDestroyed()) return
    if (window.isFullScreen()) {
      window.once('leave-full-screen', () => shrink(from))
      return window.setFullScreen(false)
    }
    if (window.isMaximized()) {
      window.once('unmaximize', () => shrink(from))
      return window.unmaximize()
    }
    const areas = workAreas()
    const zoom = window.webContents.getZoomFactor()
    const smallest = smallestMiniAt(zoom)
    window.setMinimumSize(smallest.width, smallest.height)
    window.setBounds(placeMini(places.of(arrangementOf(areas)), from.bounds, areas, zoom))
    window.setMaximizable(false)
    window.setFullScreenable(false)
    window.setAlwaysOnTop(true, 'floating')
    if (platform !== 'win32') window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
  }
  const grow = (to: WindowPlace): void => {
    keep()
    full = null
    if (window.isDestroyed()) return
    window.setAlwaysOnTop(false)
    if (platform !== 'win32') window.setVisibleOnAllWorkspaces(false)
    window.setFullScreenable(true)
    window.setMaximizable(true)
    window.setMinimumSize(smallestWindow.width, smallestWindow.height)
    window.setBounds(placeWindow(to, workAreas()))
    if (to.maximized) window.maximize()
  }
  window.on('close', keep)
  return {
    isMini: () => full !== null,
    set: (isMini) => {
      if (isMini === (full !== null) || window.isDestroyed()) return
      if (full === null) shrink((full = currentPlace()))
      else grow(full)
      onChange(isMini)
    },
  }
}
