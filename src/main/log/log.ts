import type { Writable } from 'node:stream'
import { redact } from './redact'

/** What stands beside a log line's words. Never a payload, an answer or a token. */
type LogDetails = Readonly<Record<string, string | number | boolean | null>>

/** The client's log. */
export interface Log {
  /** Notes something that happened as it should. */
  note(what: string, details?: LogDetails): void
  /**
   * Notes a failure. Only the error's name and message are written: a payload or an answer could hold a secret.
   *
   * @param what What was being done.
   */
  error(what: string, error: unknown): void
  /** Notes a whole line that another process of Parley wrote. */
  line(source: string, line: string): void
  /**
   * Opens the file, once; what was noted before is written then. Belongs after the first paint.
   *
   * @returns Whether there is a file now. A disk that refuses leaves the standard error alone.
   */
  open(): Promise<boolean>
  /** Writes what is left and closes the file. */
  close(): Promise<void>
}

interface LogOptions {
  /** Opens the file to append to; it rotates by itself. */
  openFile: () => Promise<Writable>
  /** The standard error, for whoever started Parley from a terminal. */
  writeError: (line: string) => void
  now: () => Date
  /** Absolute path of the home folder, which is written as `~`. */
  home: string
}

/** Lines kept until the file is open. */
const mostWaiting = 1_000

/**
 * Makes the log: one JSON object a line, with secrets and personal data taken out.
 */
export function makeLog({ openFile, writeError, now, home }: LogOptions): Log {
  let file: Writable | null = null
  let opening: Promise<boolean> | null = null
  let closed = false
  const waiting: string[] = []

  const put = (level: 'info' | 'error', what: string, details: LogDetails): string => {
    const clean = Object.fromEntries(
      Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? redact(value, home) : value]),
    )
    const line = `${JSON.stringify({ time: now().toISOString(), level, what: redact(what, home), ...clean })}\n`
    if (file !== null) file.write(line)
    else if (!closed && waiting.length < mostWaiting) waiting.push(line)
    return line
  }

  const open = async (): Promise<boolean> => {
    try {
      const opened = await openFile()
      opened.on('error', (error: Error) => {
        file = null
        closed = true
        writeError(`log: ${error.name}: ${error.message}\n`)
      })
      file = opened
      for (const line of waiting.splice(0)) opened.write(line)
      return true
    } catch (error) {
      writeError(`log: ${error instanceof Error ? error.message : 'unknown error'}\n`)
      return false
    }
  }

  return {
    note: (what, details = {}) => void put('info', what, details),
    error: (what, error) => {
      const problem = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error'
      writeError(put('error', what, { problem }))
    },
    line: (source, line) => void put('info', line, { source }),
    open: () => (opening ??= open()),
    close: () =>
      new Promise((resolve) => {
        closed = true
        const ending = file
        file = null
        if (ending === null) return resolve()
        ending.once('error', () => resolve())
        ending.end(() => resolve())
      }),
  }
}
