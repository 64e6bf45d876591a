import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'

/** Counts of requests that several instances share. */
export const rateLimitTable: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const table = db.schema
      .createTable('rateLimit')
      .addColumn('key', 'text', (column) => column.primaryKey().notNull())
      .addColumn('used', 'integer', (column) => column.notNull())
      .addColumn('endsAt', 'bigint', (column) => column.notNull())
    // What is counted here may be lost with the server: nothing waits for the disk.
    await (db.getExecutor().adapter instanceof PostgresAdapter ? table.modifyFront(sql`unlogged`) : table).execute()
    await db.schema.createIndex('rateLimit_end_idx').on('rateLimit').column('endsAt').execute()
  },
}
