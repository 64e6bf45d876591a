import { sql, type Kysely, type Migration } from 'kysely'

/** Several licences for one account, of the Meeting family one at most. SQLite changes no primary key in place. */
export const severalLicences: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('seatOfLicence')
      .addColumn('accountId', 'text', (column) =>
        column.notNull().references('membership.accountId').onDelete('restrict'),
      )
      .addColumn('licenceId', 'text', (column) => column.notNull().references('licence.id').onDelete('restrict'))
      .addColumn('family', 'text', (column) => column.notNull().check(sql`"family" in ('meeting', 'other')`))
      .addColumn('assignedAt', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('seat_licence_pk', ['accountId', 'licenceId'])
      .execute()
    await sql`
      insert into "seatOfLicence" ("accountId", "licenceId", "family", "assignedAt")
      select "seat"."accountId", "seat"."licenceId",
        case when "licence"."product" in ('free', 'meeting-50', 'meeting-100', 'enterprise') then 'meeting' else 'other' end,
        "seat"."assignedAt"
      from "seat" inner join "licence" on "licence"."id" = "seat"."licenceId"
    `.execute(db)
    await db.schema.dropTable('seat').execute()
    await db.schema.alterTable('seatOfLicence').renameTo('seat').execute()
    await db.schema.createIndex('seat_licence_idx').on('seat').columns(['licenceId', 'accountId']).execute()
    await db.schema
      .createIndex('seat_one_meeting_licence_uidx')
      .on('seat')
      .column('accountId')
      .unique()
      .where(sql.ref('family'), '=', sql.lit('meeting'))
      .execute()
  },
}
