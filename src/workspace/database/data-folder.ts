import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

export const databaseName = 'workspace.db'
export const keyName = 'workspace.key'
const keyPattern = /^[A-Za-z0-9_-]{43}$/

/** The folder's content is damaged in a way that only a person can decide about. */
export class DataFolderError extends Error {
  override name = 'DataFolderError'
}

export interface DataFolder {
  readonly databasePath: string
  /** Signs cookies and encrypts signing keys: 256 random bits, base64url. */
  readonly secret: string
  /** True when the key was made now: what an earlier key had signed or encrypted is void. */
  readonly secretIsNew: boolean
}

/**
 * Prepares the workspace's folder: open to its owner alone (0700), with the key that is made on the first run (0600).
 *
 * @param path Absolute path.
 * @throws {DataFolderError} When the key file is there but not a key. It is never replaced silently.
 */
export function prepareDataFolder(path: string): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const entries = readdirSync(path)
  // A folder that already serves something else keeps its mode.
  if (entries.length === 0 || entries.includes(databaseName)) chmodSync(path, 0o700)
  const keyPath = join(path, keyName)
  const secretIsNew = !existsSync(keyPath)
  if (secretIsNew) writeKey(keyPath, randomBytes(32).toString('base64url'))
  const secret = readFileSync(keyPath, 'utf8').trim()
  if (!keyPattern.test(secret))
    throw new DataFolderError(`${keyName} is damaged: put it back from a copy, or move it away`)
  return { databasePath: join(path, databaseName), secret, secretIsNew }
}

function writeKey(path: string, key: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, `${key}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
