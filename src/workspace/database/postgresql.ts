import { CompiledQuery, Kysely, PostgresDialect, PostgresQueryCompiler, type QueryCompiler } from 'kysely'
import { toBindable } from './bindable'
import type { WorkspaceDatabase } from './sqlite'
import type { Tables } from './tables'

/** Connections of one instance. */
const connections = 10

/** How long a request waits for a connection before it fails, milliseconds. */
const connectionTimeout = 10_000

/**
 * Opens a PostgreSQL database. Moments (`bigint`) come as numbers, as from SQLite; they and every count stay below 2^53.
 *
 * @param address A `postgresql://` address.
 * @param onProblem Called when a connection that nobody uses breaks; the next query takes another one.
 */
export async function openPostgresql(address: string, onProblem: (error: Error) => void): Promise<WorkspaceDatabase> {
  const { default: pg } = await import('pg')
  // PostgreSQL's client gives `int8` as text unless told otherwise.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    connectionTimeoutMillis: connectionTimeout,
  })
  pool.on('error', onProblem)
  const dialect = new WorkspacePostgresDialect({
    pool,
    // Starting workers takes longer than looking at 100,000 users, and keeps others from the server's cores.
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('set max_parallel_workers_per_gather = 0'))
    },
  })
  return new Kysely<Tables>({ dialect })
}

class WorkspacePostgresDialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new PortableValues()
  }
}

/** Every parameter is what SQLite would have been given: flags are 0 and 1 in both databases, and no text has a NUL. */
class PortableValues extends PostgresQueryCompiler {
  protected override appendValue(parameter: unknown): void {
    super.appendValue(toBindable(parameter))
  }
}
