import type { TestProject } from 'vitest/node'
import { migrate } from '../database/migrate'
import { openPostgresql } from '../database/postgresql'
import { findPostgresql } from './find-postgresql'
import { template } from './postgresql-database'
import { postgresqlAddress, startPostgresql } from './start-postgresql'

/**
 * Starts a real PostgreSQL for one test run, with a database that has all tables and that every test copies.
 *
 * @returns What stops it and removes its folder.
 */
export default async function startCluster(project: TestProject): Promise<() => void> {
  const programs = findPostgresql()
  if (programs === null) throw new Error('PostgreSQL is not installed')
  const { folder, createDatabase, stop } = startPostgresql(programs)
  project.provide('postgresqlFolder', folder)
  try {
    createDatabase(template)
    const made = await openPostgresql(postgresqlAddress(folder, template), () => undefined)
    await migrate(made)
    await made.destroy()
  } catch (error) {
    stop()
    throw error
  }
  return stop
}
