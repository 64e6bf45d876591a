import type { BrowserWindow } from 'electron'

/** What of a window and its page this needs. */
type ZoomedWindow = Pick<BrowserWindow, 'isDestroyed'> & {
  readonly webContents: {
    on(event: 'did-navigate', listener: () => void): unknown
    getZoomFactor(): number
    setZoomFactor(factor: number): void
  }
}

/** Chromium keeps a size as a level, a power of 1.2: what it tells differs from what it was told by this at most. */
const rounding = 0.001

/**
 * Keeps the page at a size. Chromium keeps the last one for each address, and the page begins with it.
 *
 * @param percent The size to begin with.
 * @param painted Fulfilled once the first page is painted.
 * @returns The function that changes it, in percent.
 */
export function keepZoom(window: ZoomedWindow, percent: number, painted: Promise<void>): (percent: number) => void {
  let wanted = percent
  let isPainted = false
  const apply = (): void => {
    // A page that was never painted and is told a size, be it the one it has, may not be painted at all while its window is hidden.
    if (!isPainted || window.isDestroyed()) return
    const { webContents } = window
    if (Math.abs(webContents.getZoomFactor() - wanted / 100) > rounding) webContents.setZoomFactor(wanted / 100)
  }
  window.webContents.on('did-navigate', apply)
  void painted.then(() => {
    isPainted = true
    apply()
  })
  return (to) => {
    if (to === wanted) return
    wanted = to
    apply()
  }
}
