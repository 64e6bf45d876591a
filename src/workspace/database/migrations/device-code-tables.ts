import { PostgresAdapter, type Kysely, type Migration } from 'kysely'

/**
 * Sign-ins with a code (RFC 8628): better-auth 1.7's table for them, with its oauth-provider's columns, as its own
 * generator makes it; and the name of the computer that asks, which is Parley's.
 */
export const deviceCodeTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // As in `identity-tables.ts`: moments are ISO 8601 text, which a `date` of SQLite takes and one of PostgreSQL would not.
    const moment = db.getExecutor().adapter instanceof PostgresAdapter ? 'text' : 'date'
    await db.schema
      .createTable('deviceCode')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('deviceCode', 'text', (column) => column.notNull().unique())
      .addColumn('userCode', 'text', (column) => column.notNull().unique())
      .addColumn('userId', 'text')
      .addColumn('expiresAt', moment, (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('lastPolledAt', moment)
      .addColumn('pollingInterval', 'integer')
      .addColumn('clientId', 'text')
      .addColumn('scope', 'text')
      .addColumn('resources', 'text')
      .addColumn('oauthClientId', 'text')
      .addColumn('computerName', 'text')
      .execute()
    await db.schema.createIndex('deviceCode_userId_idx').on('deviceCode').column('userId').execute()
  },
}
