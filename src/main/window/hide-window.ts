/** What of a window this needs. */
interface HidableWindow {
  isDestroyed(): boolean
  isFullScreen(): boolean
  setFullScreen(isFull: boolean): void
  once(event: 'leave-full-screen', listener: () => void): unknown
  hide(): void
}

/**
 * Hides a window. On macOS, one that fills a space of its own leaves that first: the space would stay, black and empty.
 *
 * @param onHidden Runs once it is hidden.
 */
export function hideWindow(window: HidableWindow, platform: NodeJS.Platform, onHidden: () => void): void {
  const hide = (): void => {
    if (window.isDestroyed()) return
    window.hide()
    onHidden()
  }
  if (platform !== 'darwin' || !window.isFullScreen()) return hide()
  window.once('leave-full-screen', hide)
  window.setFullScreen(false)
}
