import type { Kysely, Migration } from 'kysely'

/** The times that are left out of a series. */
export const meetingExceptions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('meeting')
      .addColumn('exceptions', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute()
  },
}
