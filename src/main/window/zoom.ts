import type { BrowserWindow } from 'electron'

/**
 * Keeps the page at a size, from before its first paint on.
 *
 * @param percent The size to begin with.
 * @returns The function that changes it, in percent.
 */
export function keepZoom(window: BrowserWindow, percent: number): (percent: number) => void {
  let wanted = percent
  const apply = (): void => {
    if (!window.isDestroyed()) window.webContents.setZoomFactor(wanted / 100)
  }
  // Chromium keeps a size of its own for each address, and takes it up when the page is there.
  window.webContents.on('did-navigate', apply)
  apply()
  return (to) => {
    if (to === wanted) return
    wanted = to
    apply()
  }
}
