import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'

/**
 * A membership that comes with its e-mail is written once. Before, the database looked the e-mail up and wrote the row
 * with all its indexes a second time; it still does so where nobody says it.
 */
export const emailOnInsert: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    if (db.getExecutor().adapter instanceof PostgresAdapter) {
      await sql`drop trigger "membership_added" on "membership"`.execute(db)
      await sql`create trigger "membership_added" before insert on "membership"
        for each row when (new."foldedEmail" = '') execute function "add_email"()`.execute(db)
      return
    }
    await sql`drop trigger "membership_added"`.execute(db)
    await sql`create trigger "membership_added" after insert on "membership" when new."foldedEmail" = '' begin
      update "membership" set "foldedEmail" = (select "email" from "user" where "id" = new."accountId")
      where "accountId" = new."accountId";
    end`.execute(db)
  },
}
