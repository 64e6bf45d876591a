import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Clock } from '../clock'
import { databaseName, keyName } from '../database/data-folder'
import { openDatabase } from '../database/open-database'
import { openSqlite, type WorkspaceDatabase } from '../database/sqlite'
import type { Log } from '../log'
import { notUnderstood, OptionsError, parseOptions, type WorkspaceOptions } from '../options'
import { backUp, intoOneFile } from './backup'
import { checkData } from './check-data'
import type { Command } from './command-names'
import { changeLicence, readLicence } from './licence-command'
import { MaintenanceError } from './maintenance-error'
import { moveToPostgresql, restoreToFile, restoreToPostgresql } from './restore'

interface CommandEffects {
  readonly now: Clock
  readonly log: Log
  /** Says the outcome: one line of JSON on the standard output. */
  readonly say: (outcome: Readonly<Record<string, unknown>>) => void
}

/**
 * Does what an operator asks for beside a workspace: `backup FILE`, `restore FILE`, `check [FILE]`, `move`,
 * `licence [NAME …]`.
 *
 * @returns False when a check found something.
 * @throws {OptionsError} When it is asked for wrongly.
 * @throws {MaintenanceError} When it can't be done.
 */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { now, log, say }: CommandEffects,
): Promise<boolean> {
  const { file, licence, options } = readCommand(command, argv, environment)
  const databasePath = join(options.dataFolder, databaseName)
  const kind = options.databaseAddress === null ? 'sqlite' : 'postgresql'
  const onDatabase = async <Result>(work: (db: WorkspaceDatabase) => Promise<Result>): Promise<Result> => {
    if (kind === 'sqlite' && !existsSync(databasePath)) throw new MaintenanceError(`There is no ${databasePath}`)
    const db = await openDatabase(options.databaseAddress, databasePath, log)
    try {
      return await work(db)
    } finally {
      await db.destroy()
    }
  }

  switch (command) {
    case 'backup': {
      await onDatabase((db) => backUp(db, kind, needed(file)))
      say({ event: 'backed-up', file, keep: `${keyName} or PARLEY_SECRET, in another place` })
      return true
    }
    case 'restore': {
      mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
      if (kind === 'sqlite') await restoreToFile(needed(file), databasePath)
      else await onDatabase((db) => restoreToPostgresql(needed(file), db, options.dataFolder))
      say({ event: 'restored', file })
      return true
    }
    case 'check': {
      if (file !== null && !existsSync(file)) throw new MaintenanceError(`There is no ${file}`)
      const problems = file === null ? await onDatabase(checkData) : await checkFile(file)
      say({ event: 'checked', problems })
      return problems.length === 0
    }
    case 'move': {
      if (kind === 'sqlite') throw new OptionsError('DATABASE_URL: names the PostgreSQL to move to')
      requireSameKey(options)
      const rows = await onDatabase((db) => moveToPostgresql(databasePath, db))
      say({ event: 'moved', rows, kept: databasePath })
      return true
    }
    case 'licence': {
      const { outcome, licences } = await onDatabase((db) => changeLicence(db, licence, now()))
      say({ event: outcome === null ? 'licences' : `licence-${outcome}`, licences })
      return true
    }
  }
}

function readCommand(command: Command, argv: readonly string[], environment: Readonly<Record<string, string | undefined>>) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: true,
      options: { data: { type: 'string' }, product: { type: 'string' }, seats: { type: 'string' }, ends: { type: 'string' } },
    })
    const { data, ...ofLicence } = values
    const [word = null] = positionals
    const isFileNeeded = command === 'backup' || command === 'restore'
    const mostWords = command === 'move' ? 0 : 1
    const isForeign = command !== 'licence' && Object.keys(ofLicence).length > 0
    if (positionals.length > mostWords || (isFileNeeded && word === null) || isForeign) {
      throw new OptionsError('It is backup FILE, restore FILE, check [FILE], move, or licence [NAME]; --help tells more')
    }
    const options = parseOptions(data === undefined ? [] : [`--data=${data}`], environment, '.')
    if (command === 'licence') return { file: null, licence: readLicence(word, ofLicence), options }
    return { file: word === null ? null : resolve(word), licence: null, options }
  } catch (error) {
    throw error instanceof OptionsError ? error : notUnderstood(error)
  }
}

function needed(file: string | null): string {
  if (file === null) throw new OptionsError('A file is needed')
  return file
}

async function checkFile(file: string): Promise<readonly string[]> {
  const db = openSqlite(file)
  try {
    return await checkData(db)
  } finally {
    await intoOneFile(db)
    await db.destroy()
  }
}

/** Meetings' passwords and the keys that sign are sealed with the key of the folder: another one would lose them. */
function requireSameKey({ dataFolder, secret }: WorkspaceOptions): void {
  const keyPath = join(dataFolder, keyName)
  if (existsSync(keyPath) && readFileSync(keyPath, 'utf8').trim() !== secret) {
    throw new OptionsError(`PARLEY_SECRET: has to be what stands in ${keyPath}`)
  }
}
