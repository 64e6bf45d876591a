import type { Kysely, Migration } from 'kysely'

/** Users who were removed from their company a short while ago, with what went with them. */
export const removedUserTable: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('removedUser')
      .addColumn('accountId', 'text', (column) => column.primaryKey().notNull().references('user.id').onDelete('cascade'))
      .addColumn('companyId', 'text', (column) => column.notNull().references('company.id').onDelete('cascade'))
      .addColumn('removedAt', 'bigint', (column) => column.notNull())
      .addColumn('kept', 'text', (column) => column.notNull())
      .execute()
    // The page of a user looks for what the user did and what was done to it.
    await db.schema
      .createIndex('event_affected_idx')
      .on('event')
      .columns(['companyId', 'affectedItem', 'number'])
      .execute()
    await db.schema.createIndex('event_author_idx').on('event').columns(['companyId', 'authorId', 'number']).execute()
  },
}
