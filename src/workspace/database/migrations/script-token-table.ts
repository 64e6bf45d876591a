import type { Kysely, Migration } from 'kysely'

/** Tokens that people make for their scripts. */
export const scriptTokenTable: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('scriptToken')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      // Who leaves the company leaves no token behind.
      .addColumn('accountId', 'text', (column) =>
        column.notNull().references('membership.accountId').onDelete('cascade'),
      )
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
      .addColumn('scopes', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('endsAt', 'bigint', (column) => column.notNull())
      .addColumn('lastUsedAt', 'bigint')
      .execute()
    await db.schema.createIndex('scriptToken_account_idx').on('scriptToken').column('accountId').execute()
  },
}
