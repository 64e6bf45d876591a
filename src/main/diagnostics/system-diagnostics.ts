import { app, dialog, shell, type BrowserWindow } from 'electron'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { AppInfo, AppState } from '../../contract/app-state'
import type { Log } from '../log/log'
import { logFolder, readSystemLog } from '../log/system-log'
import { collectDiagnostics } from './collect'
import { listCrashReports, removeCrashReports } from './crash-reports'
import { openDiagnostics, type DiagnosticsDesk } from './diagnostics'
import { writeWhole } from '../disk/write-whole'

interface SystemDiagnosticsOptions {
  /** The window that the system's dialogs belong to. */
  window: BrowserWindow
  info: () => AppInfo
  state: () => AppState
  /** Whether what crashes in this run is sent to where the policy says. */
  sendsCrashes: boolean
  log: Pick<Log, 'error'>
}

/** Diagnostics of this computer's client; see `openDiagnostics`. */
export function openSystemDiagnostics({ window, info, state, sendsCrashes, log }: SystemDiagnosticsOptions): DiagnosticsDesk {
  const now = () => new Date()
  const folder = (): string => app.getPath('crashDumps')
  return openDiagnostics({
    collect: () =>
      collectDiagnostics({
        now,
        home: homedir(),
        info,
        state,
        graphics: () => ({ ...app.getGPUFeatureStatus() }),
        logs: readSystemLog,
        crashReports: () => listCrashReports(folder()),
      }),
    askWhere: async (name) => {
      const answer = await dialog.showSaveDialog(window, { defaultPath: join(app.getPath('documents'), name) })
      return answer.canceled || answer.filePath === '' ? null : answer.filePath
    },
    writeFile: writeWhole,
    reveal: (path) => shell.showItemInFolder(path),
    crashFolder: folder,
    isSending: () => sendsCrashes,
    listCrashReports: () => listCrashReports(folder()),
    removeCrashReports: () => removeCrashReports(folder()),
    now,
    log: log.error,
  })
}

/** Opens the folder of the log files in the system's file manager. */
export async function showLogs(): Promise<void> {
  const problem = await shell.openPath(logFolder())
  if (problem !== '') throw new Error(problem)
}
