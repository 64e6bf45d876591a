import { afterAll, beforeAll } from 'vitest'
import { openPostgresql } from '../database/postgresql'
import type { WorkspaceDatabase } from '../database/sqlite'
import { postgresqlDatabase, type PostgresqlDatabase } from './postgresql-database'
import { buildWorkspaceProgram, type WorkspaceProcess, type WorkspaceProgram } from './workspace-process'

/** Instances of the service on one PostgreSQL, each a process of its own. */
interface Instances {
  readonly db: WorkspaceDatabase
  /** Starts one. It is ended after the file's tests, where it has not ended by then. */
  start(environment: Readonly<Record<string, string>>): Promise<WorkspaceProcess>
}

/** Gives a file of tests a PostgreSQL of its own and the program that is run on it. */
export function instancesOnPostgresql(): Instances {
  let made: PostgresqlDatabase
  let db: WorkspaceDatabase
  let program: WorkspaceProgram
  const started: WorkspaceProcess[] = []
  beforeAll(async () => {
    const database = await postgresqlDatabase()
    if (database === null) throw new Error('This test needs PostgreSQL')
    made = database
    db = await openPostgresql(made.address, () => undefined)
    program = await buildWorkspaceProgram()
  }, 60_000)
  afterAll(async () => {
    for (const instance of started) instance.signal('SIGTERM')
    await Promise.all(started.map(({ ended }) => ended))
    program.remove()
    await db.destroy()
    await made.remove()
  })
  return {
    get db() {
      return db
    },
    start: async (environment) => {
      const instance = await program.start({ DATABASE_URL: made.address, ...environment })
      started.push(instance)
      return instance
    },
  }
}
