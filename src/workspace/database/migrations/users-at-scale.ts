import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'
import { keepMembershipsInPostgresql } from './users-at-scale-postgresql'
import { keepMembershipsInSqlite } from './users-at-scale-sqlite'

/**
 * Everything that the users' table is searched, filtered and sorted by stands in `membership`, and the database itself
 * keeps it there whoever changes an e-mail, a seat or a licence's name. Without that, every search of 100,000 users
 * would look 100,000 accounts and seats up.
 */
export const usersAtScale: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const isPostgresql = db.getExecutor().adapter instanceof PostgresAdapter
    const collation = isPostgresql ? sql`collate "C"` : sql``
    for (const column of [
      sql`"foldedEmail" text ${collation} not null default ''`,
      sql`"heldLicences" text not null default '|'`,
      sql`"firstLicence" text ${collation}`,
    ]) {
      await sql`alter table "membership" add column ${column}`.execute(db)
    }
    const list = isPostgresql
      ? sql`string_agg("licenceId", '|' order by "licenceId")`
      : sql`group_concat("licenceId", '|')`
    await sql`
      update "membership" set
        "foldedEmail" = (select "email" from "user" where "user"."id" = "membership"."accountId"),
        "heldLicences" = '|' || coalesce(
          (select ${list} || '|' from "seat" where "seat"."accountId" = "membership"."accountId"), ''),
        "firstLicence" = (
          select min("licence"."name") from "seat" inner join "licence" on "licence"."id" = "seat"."licenceId"
          where "seat"."accountId" = "membership"."accountId")
    `.execute(db)
    await (isPostgresql ? keepMembershipsInPostgresql(db) : keepMembershipsInSqlite(db))

    await sql`drop index "membership_company_idx"`.execute(db)
    // SQLite answers every filter from this one index, without looking a single row up; PostgreSQL, whose index rows
    // have an end, reads the table.
    const more = isPostgresql ? sql`` : sql`, "foldedEmail", "role", "active", "lastSeenAt", "heldLicences"`
    await sql`create index "membership_name_idx" on "membership" ("companyId", "foldedName", "accountId"${more})`.execute(db)
    for (const [name, columns] of [
      ['email', ['foldedEmail']],
      ['role', ['role', 'foldedName']],
      ['licence', ['firstLicence', 'foldedName']],
      ['seen', ['lastSeenAt', 'foldedName']],
    ] as const) {
      await db.schema
        .createIndex(`membership_${name}_idx`)
        .on('membership')
        .columns(['companyId', ...columns, 'accountId'])
        .execute()
    }
  },
}
