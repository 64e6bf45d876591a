import { app } from 'electron'
import { homedir, release } from 'node:os'
import { makeLog, type Log } from './log'
import { openLogFile, readLogFiles } from './log-file'
import { noteUncaught } from './uncaught'

/** Folder of the log files. */
export function logFolder(): string {
  return app.getPath('logs')
}

/** The log of this computer's client, with what was started as its first line. */
export function openSystemLog(): Log {
  const log = makeLog({
    openFile: () => openLogFile(logFolder()),
    writeError: (line) => process.stderr.write(line),
    now: () => new Date(),
    home: homedir(),
  })
  noteUncaught(process, log)
  log.note('started', {
    version: app.getVersion(),
    electron: process.versions.electron,
    system: `${process.platform} ${release()} ${process.arch}`,
  })
  return log
}

/** The log's files as they are now; see `readLogFiles`. */
export function readSystemLog(): { name: string; text: string }[] {
  return readLogFiles(logFolder())
}
