import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const versions = '/usr/lib/postgresql'

/** The folder of the newest PostgreSQL's programs as Debian lays them out, or null where it is not installed. */
export function findPostgresql(): string | null {
  if (!existsSync(versions)) return null
  const newestFirst = readdirSync(versions).toSorted((a, b) => Number(b) - Number(a))
  const folders = newestFirst.map((version) => join(versions, version, 'bin'))
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}
