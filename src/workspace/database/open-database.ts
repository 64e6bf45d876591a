import { describeError, type Log } from '../log'
import { openSqlite, type WorkspaceDatabase } from './sqlite'

/**
 * Opens the workspace's database: the file beside its key, or the PostgreSQL that an operator named.
 *
 * @param address A `postgresql://` address, or null for the file.
 * @param path Absolute path of the file.
 */
export async function openDatabase(address: string | null, path: string, log: Log): Promise<WorkspaceDatabase> {
  if (address === null) return openSqlite(path)
  const { openPostgresql } = await import('./postgresql')
  return openPostgresql(address, (error) => {
    log('database-connection-lost', { problem: describeError(error) })
  })
}
