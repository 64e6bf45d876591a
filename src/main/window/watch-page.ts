import { app, dialog, type BrowserWindow, type MessageBoxOptions } from 'electron'
import type { MainWords } from '../i18n/words'
import { mendPages } from './mend-page'

interface WatchPageOptions {
  window: BrowserWindow
  words: () => Pick<MainWords, 'broken' | 'menu'>
  now: () => number
  setTimer: (run: () => void, milliseconds: number) => () => void
  log: (what: string, error: unknown) => void
}

/** Chromium's number for a load that another one took the place of. */
const aborted = -3

/** Brings the window's page back when its process ends, when it hangs, or when it could not be loaded; see `mendPages`. */
export function watchPage({ window, words, now, setTimer, log }: WatchPageOptions): void {
  const contents = window.webContents
  const mender = mendPages({
    load: () => {
      // Within the event, Electron still lets go of the process that has ended.
      setTimer(() => {
        if (!window.isDestroyed()) contents.reload()
      }, 0)
    },
    end: () => {
      if (!window.isDestroyed()) contents.forcefullyCrashRenderer()
    },
    quit: () => app.quit(),
    ask: async () => {
      const { broken, menu } = words()
      const question: MessageBoxOptions = {
        type: 'error',
        title: app.name,
        message: broken.title,
        detail: broken.text,
        buttons: [broken.reload, menu.quit],
        defaultId: 0,
        cancelId: 0,
      }
      // Over the empty window, where it can be seen; one in the tray has no place for it.
      const isSeen = window.isVisible() && !window.isMinimized()
      const { response } = await (isSeen ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))
      return response === 0 ? 'reload' : 'quit'
    },
    now,
    setTimer,
    log: (why) => log('page', new Error(why)),
  })
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) mender.gone(`${reason} (${String(exitCode)})`)
  })
  contents.on('did-fail-load', (_event, code, description, _address, isMainFrame) => {
    if (isMainFrame && code !== aborted) mender.gone(`not loaded: ${description} (${String(code)})`)
  })
  contents.on('unresponsive', mender.hangs)
  contents.on('responsive', mender.answers)
}
