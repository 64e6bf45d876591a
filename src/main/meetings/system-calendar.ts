import { app, dialog, shell, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { runCommand } from '../secrets/run-command'
import { openCalendarProgram, type CalendarProgram } from './calendar-program'

/** Milliseconds that the system's desktop is given to tell. */
const limit = 3_000

/** On Linux, opening a file tells nothing of its success, so that the desktop is asked first whether a program is there. */
async function hasProgram(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const answer = await runCommand('xdg-mime', ['query', 'default', 'text/calendar'], limit)
  return answer.outcome === 'ended' && answer.status === 0 && answer.output.trim() !== ''
}

/** The way to this computer's calendar program. */
export function openSystemCalendar(options: {
  window: BrowserWindow
  now: () => number
  log: (what: string, error: unknown) => void
}): CalendarProgram {
  return openCalendarProgram({
    temporaryFolder: app.getPath('temp'),
    hasProgram,
    openFile: (path) => shell.openPath(path),
    choosePath: async (name) => {
      const { canceled, filePath } = await dialog.showSaveDialog(options.window, {
        defaultPath: join(app.getPath('downloads'), name),
        filters: [{ name: 'iCalendar', extensions: ['ics'] }],
      })
      return canceled || filePath === '' ? null : filePath
    },
    now: options.now,
    log: options.log,
  })
}
