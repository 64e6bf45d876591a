import type { Kysely, Migration } from 'kysely'

/** Requests that carry an `Idempotency-Key`, and how they were answered. */
export const idempotentRequestTable: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('idempotentRequest')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('claim', 'text', (column) => column.notNull())
      .addColumn('claimedUntil', 'bigint', (column) => column.notNull())
      .addColumn('answer', 'text')
      .addColumn('endsAt', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('idempotentRequest_end_idx').on('idempotentRequest').column('endsAt').execute()
  },
}
