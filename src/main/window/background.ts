import { app, type BrowserWindow } from 'electron'
import type { HidingPlace } from '../../contract/app-state'
import { hideWindow } from './hide-window'

interface BackgroundOptions {
  window: BrowserWindow
  platform: NodeJS.Platform
  /** What closing the window is to do. */
  onClose: () => 'quit' | 'hide'
  bringToFront: () => void
  /** Looks for a place now: a desktop's tray can go while Parley runs. */
  findPlace: () => Promise<HidingPlace>
  /** Runs after the window was hidden by closing it. */
  onHidden: () => void
}

/**
 * Closing the window hides it where the person wants that, or on macOS, where people expect it; it never hides into
 * nowhere: without a place to come back from, Parley quits.
 */
export function hideOnClose({ window, platform, onClose, bringToFront, findPlace, onHidden }: BackgroundOptions): void {
  let quitting = false
  const quit = (): void => {
    quitting = true
  }
  app.on('before-quit', quit)
  // Windows shuts down without asking the application to quit.
  window.on('query-session-end', quit)
  window.on('close', (event) => {
    if (quitting || (platform !== 'darwin' && onClose() === 'quit')) return
    event.preventDefault()
    void hideOrQuit()
  })
  if (platform === 'darwin') app.on('activate', bringToFront)

  const hideOrQuit = async (): Promise<void> => {
    if ((await findPlace()) === 'nowhere') return app.quit()
    if (!window.isDestroyed()) hideWindow(window, platform, onHidden)
  }
}
