import type { Kysely, Migration } from 'kysely'

/** Requests to join stay for a while after they were accepted, with the account that was made, so that it can be taken back. */
export const acceptedRequests: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('joinRequest').addColumn('acceptedAt', 'bigint').execute()
    await db.schema
      .alterTable('joinRequest')
      .addColumn('accountId', 'text', (column) => column.references('user.id').onDelete('cascade'))
      .execute()
    // An account that is deleted takes its request along.
    await db.schema.createIndex('join_request_account_idx').on('joinRequest').column('accountId').execute()
  },
}
