import { app, type BrowserWindow } from 'electron'
import { linkFromArguments, readLink, type LinkRequest } from './deep-links'
import { bringToFront, currentPlace, restorePlace } from './main-window'
import type { WindowPlace } from './bounds'

interface LifecycleOptions {
  window: BrowserWindow
  place: WindowPlace | null
  /** Starts without showing the window, as at login. */
  hidden: boolean
  /** Keeps the window's place for the next start. */
  savePlace: (place: WindowPlace) => void
  onFocused: () => void
}

/** Shows the window once its page is painted, unless it starts hidden, where it was left, and remembers its place when it closes. */
export function manageWindow({ window, place, hidden, savePlace, onFocused }: LifecycleOptions): void {
  restorePlace(window, place)
  window.once('ready-to-show', () => {
    if (place?.maximized === true) window.maximize()
    if (!hidden) window.show()
  })
  window.on('focus', onFocused)
  window.on('close', () => savePlace(currentPlace(window)))
}

/** Follows deep links of this start's siblings: a second start hands its command line over, macOS sends an event. */
export function followLinks(window: BrowserWindow, onLink: (link: LinkRequest) => void): void {
  const follow = (link: LinkRequest): void => {
    if (window.isDestroyed()) return
    bringToFront(window)
    onLink(link)
  }
  app.on('second-instance', (_event, args) => follow(linkFromArguments(args.slice(1))))
  app.on('open-url', (event, address) => {
    event.preventDefault()
    follow(readLink(address))
  })
}

/**
 * Ends the application with its window, after what is still to be done.
 *
 * @param finish Work that must end before the process does: stopping the workspace. Its own time limit is its business.
 */
export function quitCleanly(finish: () => Promise<void>): void {
  let finished = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (finished) return
    event.preventDefault()
    void finish().finally(() => {
      finished = true
      app.quit()
    })
  })
}
