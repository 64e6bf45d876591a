import { sql, type Kysely, type Migration } from 'kysely'

/** Jobs that send mail: they are worked on beside those that change users, and wait where the mail server does not answer. */
export const jobLanes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // SQLite adds one column at a time.
    const job = db.schema.alterTable('job')
    await job
      .addColumn('lane', 'text', (column) => column.notNull().defaultTo('changes').check(sql`"lane" in ('changes', 'mails')`))
      .execute()
    await job.addColumn('notBefore', 'bigint').execute()
    await job.addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0)).execute()
  },
}
