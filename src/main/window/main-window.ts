import { BrowserWindow, nativeTheme, screen } from 'electron'
import { appOrigin } from './app-origin'
import { placeWindow, smallestWindow, type Rectangle, type WindowPlace } from './bounds'
import { windowBackground } from './window-background'

interface MainWindowOptions {
  /** Absolute path of the preload script. */
  preload: string
  /** Path of the page to show first, such as `/settings/about`, or null for the page's own choice. */
  path: string | null
  title: string
}

/** Makes the one window, hidden, and starts to load the client's page in it. Nothing is awaited: see `showWhenPainted`. */
export function createMainWindow({ preload, path, title }: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    title,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    ...placeWindow(null, workAreas()),
    backgroundColor: background(false),
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The session's own switch decides: off until a person wants it.
      spellcheck: true,
      // The pages are small; V8 keeps the compiled code of all of them between runs.
      v8CacheOptions: 'bypassHeatCheck',
    },
  })
  // `watchPage` hears of one that fails to load.
  void window.loadURL(`${appOrigin}/${path === null ? '' : `#${path}`}`).catch(() => undefined)
  return window
}

/** Puts the window where it was left, on a screen that still exists. */
export function restorePlace(window: BrowserWindow, place: WindowPlace | null): void {
  if (place === null) return
  window.setBounds(placeWindow(place, workAreas()))
}

/** Where the window is now; its bounds are those that it has when it isn't maximized. */
export function currentPlace(window: BrowserWindow): WindowPlace {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
}

/** Brings the window to the front, from the task bar or another desktop too. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/**
 * Keeps the background in step with the theme.
 *
 * @param wantsContrast Whether a person chose more contrast here, whatever the system has.
 * @returns What looks again, once that choice changed.
 */
export function followTheme(window: BrowserWindow, wantsContrast: () => boolean): () => void {
  const apply = (): void => {
    if (!window.isDestroyed()) window.setBackgroundColor(background(wantsContrast()))
  }
  nativeTheme.on('updated', apply)
  return apply
}

function background(wantsContrast: boolean): string {
  return windowBackground({ isDark: nativeTheme.shouldUseDarkColors, hasMoreContrast: wantsContrast || nativeTheme.shouldUseHighContrastColors })
}

/** The screens' work areas, the primary one first. */
export function workAreas(): Rectangle[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  return [primary, ...others].map((display) => display.workArea)
}
