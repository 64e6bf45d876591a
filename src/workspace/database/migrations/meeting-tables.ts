import type { Kysely, Migration } from 'kysely'

/** Meetings and whom they invite. */
export const meetingTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('meeting')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('companyId', 'text', (column) => column.notNull().references('company.id').onDelete('restrict'))
      // Who leaves the company leaves no meeting behind that nobody could change.
      .addColumn('organizerId', 'text', (column) =>
        column.notNull().references('membership.accountId').onDelete('cascade'),
      )
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('startsAt', 'bigint', (column) => column.notNull())
      .addColumn('endsAt', 'bigint', (column) => column.notNull())
      .addColumn('lastEndsAt', 'bigint')
      .addColumn('timeZone', 'text')
      .addColumn('recurrence', 'text')
      .addColumn('password', 'text')
      .addColumn('conferenceCall', 'text')
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('meeting_organizer_idx')
      .on('meeting')
      .columns(['organizerId', 'startsAt'])
      .execute()
    await db.schema.createIndex('meeting_company_idx').on('meeting').column('companyId').execute()

    await db.schema
      .createTable('meetingInvitee')
      .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id').onDelete('cascade'))
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('accountId', 'text', (column) => column.references('membership.accountId').onDelete('set null'))
      .addPrimaryKeyConstraint('meetingInvitee_pk', ['meetingId', 'email'])
      .execute()
    await db.schema.createIndex('meetingInvitee_account_idx').on('meetingInvitee').column('accountId').execute()
    await db.schema.createIndex('meetingInvitee_email_idx').on('meetingInvitee').column('email').execute()
  },
}
