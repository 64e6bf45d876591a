import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administrationOf, type Administration } from '../administration'
import { databaseName } from '../database/data-folder'
import { openDatabase } from '../database/open-database'
import { startWorkspace, type RunningWorkspace, type WorkspaceEffects } from '../start-workspace'
import type { WorkspaceOptions } from '../options'
import { postgresqlDatabase, type PostgresqlDatabase } from './postgresql-database'

/**
 * A real workspace on an ephemeral port with its data in a temporary folder, or in a database of PostgreSQL's where the run is
 * for that.
 */
export interface TemporaryWorkspace {
  readonly folder: string
  readonly logLines: readonly string[]
  start(options?: Partial<WorkspaceOptions>, effects?: Partial<WorkspaceEffects>): Promise<RunningWorkspace>
  /** What an operator does beside it, once it has been started. */
  administration(): Promise<Administration>
  remove(): Promise<void>
}

export function temporaryWorkspace(now: () => number = Date.now): TemporaryWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'parley-workspace-'))
  const consoleFolder = join(folder, 'console')
  mkdirSync(join(consoleFolder, 'assets'), { recursive: true })
  writeFileSync(
    join(consoleFolder, 'index.html'),
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><title>Console</title>',
  )
  writeFileSync(join(consoleFolder, 'assets', 'index-D3adB33f.js'), 'export {}\n')
  const logLines: string[] = []
  let made: Promise<PostgresqlDatabase | null> | null = null
  const postgresqlAddress = async () => {
    made ??= postgresqlDatabase()
    return (await made)?.address ?? null
  }
  return {
    folder,
    logLines,
    start: async (options = {}, effects = {}) =>
      startWorkspace(
        {
          dataFolder: join(folder, 'data'),
          databaseAddress: await postgresqlAddress(),
          secret: null,
          consoleFolder,
          host: '127.0.0.1',
          port: 0,
          publicAddress: null,
          mail: null,
          trustedProxies: [],
          grace: 2,
          logLevel: 'info',
          metricsPort: null,
          metricsToken: null,
          sample: false,
          ...options,
        },
        { now, log: (event, fields = {}) => logLines.push(JSON.stringify({ event, ...fields })), ...effects },
      ),
    administration: async () =>
      administrationOf(await openDatabase(await postgresqlAddress(), join(folder, 'data', databaseName), () => undefined)),
    remove: async () => {
      await (await made)?.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
