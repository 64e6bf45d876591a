import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface PostgresqlCluster {
  /** Where its socket is. */
  readonly folder: string
  createDatabase(name: string): void
  stop(): void
}

/**
 * Starts a real PostgreSQL in a temporary folder and on a socket there alone. Nothing is flushed to the disk: the cluster
 * does not outlive the run.
 *
 * @param programs From `findPostgresql`.
 */
export function startPostgresql(programs: string): PostgresqlCluster {
  const folder = mkdtempSync(join(tmpdir(), 'parley-pg-'))
  // PostgreSQL refuses to run as root.
  const owner = process.getuid?.() === 0 ? userNamed('postgres') : {}
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid)
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(programs, program), args, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-U', 'parley', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_wal_size=128MB -c max_connections=300`
  run('pg_ctl', '-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start')
  return {
    folder,
    createDatabase: (name) => void run('createdb', '-h', folder, '-U', 'parley', name),
    stop: () => {
      try {
        run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** @param folder The folder of the cluster's socket. */
export function postgresqlAddress(folder: string, database: string): string {
  return `postgresql://parley@localhost/${database}?host=${encodeURIComponent(folder)}`
}

function userNamed(name: string): { uid?: number; gid?: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined) throw new Error(`There is no user ${name}`)
  return { uid: Number(uid), gid: Number(gid) }
}
