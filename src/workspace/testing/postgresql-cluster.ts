import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../database/migrate'
import { openPostgresql } from '../database/postgresql'
import { findPostgresql } from './find-postgresql'
import { postgresqlAddress, template } from './postgresql-database'

/**
 * Starts a real PostgreSQL for one test run, in a temporary folder and on a socket there alone, with a database that has
 * all tables and that every test copies. Nothing is flushed to the disk: the cluster does not outlive the run.
 *
 * @returns What stops it and removes its folder.
 */
export default async function startCluster(project: TestProject): Promise<() => void> {
  const programs = findPostgresql()
  if (programs === null) throw new Error('PostgreSQL is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'parley-pg-'))
  // PostgreSQL refuses to run as root.
  const owner = process.getuid?.() === 0 ? userNamed('postgres') : {}
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid)
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(programs, program), args, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const data = join(folder, 'data')
  const stop = () => {
    try {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  run('initdb', '-D', data, '-U', 'parley', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=300`
  run('pg_ctl', '-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start')
  project.provide('postgresqlFolder', folder)
  try {
    execFileSync(join(programs, 'createdb'), ['-h', folder, '-U', 'parley', template])
    const made = await openPostgresql(postgresqlAddress(folder, template), () => undefined)
    await migrate(made)
    await made.destroy()
  } catch (error) {
    stop()
    throw error
  }
  return stop
}

function userNamed(name: string): { uid?: number; gid?: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined) throw new Error(`There is no user ${name}`)
  return { uid: Number(uid), gid: Number(gid) }
}
