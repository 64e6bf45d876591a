import { screen, type BrowserWindow } from 'electron'
import type { CommandLine } from '../command-line/command-line'
import type { LaterStarts } from './later-starts'
import { currentPlace, restorePlace, workAreas } from './main-window'
import { arrangementOf } from './bounds'
import { showOncePainted } from './first-show'
import type { WindowPlaces } from './window-places'

interface LifecycleOptions {
  window: BrowserWindow
  places: WindowPlaces
  /** Starts without showing the window, as at login. */
  hidden: boolean
  /** Whether it is the mini window now, which has places of its own. */
  isMini: () => boolean
  onFocused: () => void
}

/**
 * Shows the window once its page is painted, unless it starts hidden, where it was left, and remembers its place when it closes:
 * one for each arrangement of the screens, so that it is right again when a screen is plugged in or out.
 */
export function manageWindow({ window, places, hidden, isMini, onFocused }: LifecycleOptions): void {
  let arrangement = arrangementOf(workAreas())
  const place = places.of(arrangement) ?? places.last()
  restorePlace(window, place)
  let left = currentPlace(window)
  // The system itself may move the window as a screen goes: that is no place where a person has left it.
  const note = (): void => {
    if (!window.isDestroyed() && !isMini() && arrangementOf(workAreas()) === arrangement) left = currentPlace(window)
  }
  const follow = (): void => {
    const next = arrangementOf(workAreas())
    if (next === arrangement || window.isDestroyed()) return
    places.keep(arrangement, left)
    arrangement = next
    const known = places.of(next)
    if (known !== null && !isMini() && !window.isMaximized() && !window.isFullScreen()) restorePlace(window, known)
  }
  window.on('move', note)
  window.on('resize', note)
  screen.on('display-added', follow)
  screen.on('display-removed', follow)
  screen.on('display-metrics-changed', follow)
  const wasShown = showOncePainted(
    {
      whenPainted: (run) => window.once('ready-to-show', run),
      whenShown: (run) => window.once('show', run),
      show: () => window.show(),
      maximize: () => window.maximize(),
    },
    { hidden, maximized: place?.maximized === true },
  )
  window.on('focus', onFocused)
  window.on('close', () => {
    // Nobody has left it anywhere that was never seen.
    if (wasShown()) places.keep(arrangement, isMini() ? left : currentPlace(window))
  })
}

/** Follows this start's siblings. */
export function followStarts(window: BrowserWindow, starts: Pick<LaterStarts, 'follow'>, bringToFront: () => void, onStart: (line: CommandLine) => void): void {
  starts.follow((line) => {
    if (window.isDestroyed()) return
    // A start at login that comes late asks for no window.
    if (!line.hidden) bringToFront()
    onStart(line)
  })
}
