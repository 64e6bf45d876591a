import { sql, type Kysely, type Migration } from 'kysely'

/** Mails that wait to be sent, and those that could not be. A secret of a link is sealed, and gone once it is known what came of the mail. */
export const mailTable: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('mail')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('companyId', 'text', (column) => column.references('company.id').onDelete('cascade'))
      .addColumn('accountId', 'text', (column) => column.references('user.id').onDelete('cascade'))
      .addColumn('invitationId', 'text', (column) => column.references('invitation.id').onDelete('cascade'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('sealedToken', 'text')
      .addColumn('byName', 'text')
      .addColumn('address', 'text')
      .addColumn('state', 'text', (column) => column.notNull().check(sql`"state" in ('waiting', 'held', 'failed')`))
      .addColumn('problem', 'text')
      .addColumn('turn', 'integer', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('endsAt', 'bigint', (column) => column.notNull())
      .addColumn('notBefore', 'bigint')
      .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('begun', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('leaseOwner', 'text')
      .addColumn('leaseEndsAt', 'bigint')
      .execute()
    for (const column of ['companyId', 'accountId', 'invitationId'] as const) {
      await db.schema.createIndex(`mail_${column}_idx`).on('mail').column(column).execute()
    }
  },
}
