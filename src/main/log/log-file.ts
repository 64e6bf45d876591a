import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'

const logName = 'parley.log'

/** Each file's size at most, and how many old ones are kept beside it. */
const largest = '1M'
const kept = 4

/**
 * Opens the log file, readable by its owner alone. At one megabyte it becomes `parley.log.1`, and so on up to 4; the
 * oldest goes.
 *
 * @param folder Absolute path; it is made when missing.
 * @throws When the folder can't be written to.
 */
export async function openLogFile(folder: string): Promise<Writable> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { createStream } = await import('rotating-file-stream')
  const stream = createStream(logName, { path: folder, size: largest, rotate: kept, mode: 0o600 })
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve())
    stream.once('error', reject)
  })
  return stream
}

/** The log files of a folder, newest first, with their whole text; none when there is no folder. */
export function readLogFiles(folder: string): { name: string; text: string }[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    // Nothing was logged yet.
    return []
  }
  return names
    .filter((name) => name === logName || /^parley\.log\.\d+$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}
