import type { Kysely, Migration } from 'kysely'

/** Links that are good once: for a new password, and for confirming an e-mail. Only the hash of the secret is kept. */
export const accountLinkTable: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('accountLink')
      .addColumn('tokenHash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('accountId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
      .addColumn('purpose', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('endsAt', 'bigint', (column) => column.notNull())
      .addColumn('usedAt', 'bigint')
      .execute()
    await db.schema.createIndex('account_link_account_idx').on('accountLink').column('accountId').execute()
  },
}
