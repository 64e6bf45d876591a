import { sql, type Kysely } from 'kysely'

/** The first name of the licences that a membership's account has seats of. */
const firstName = sql`(
  select min("licence"."name") from "seat" inner join "licence" on "licence"."id" = "seat"."licenceId"
  where "seat"."accountId" = "membership"."accountId")`

/** Triggers that keep e-mails and licences in `membership`, row by row. */
export async function keepMembershipsInSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger "membership_added" after insert on "membership" begin
    update "membership" set "foldedEmail" = (select "email" from "user" where "id" = new."accountId")
    where "accountId" = new."accountId";
  end`.execute(db)
  await sql`create trigger "user_email_changed" after update of "email" on "user" begin
    update "membership" set "foldedEmail" = new."email" where "accountId" = new."id";
  end`.execute(db)
  await sql`create trigger "seat_given" after insert on "seat" begin
    update "membership" set "heldLicences" = "heldLicences" || new."licenceId" || '|', "firstLicence" = ${firstName}
    where "accountId" = new."accountId";
  end`.execute(db)
  await sql`create trigger "seat_changed" after update of "licenceId" on "seat" begin
    update "membership" set
      "heldLicences" = replace("heldLicences", '|' || old."licenceId" || '|', '|' || new."licenceId" || '|'),
      "firstLicence" = ${firstName}
    where "accountId" = new."accountId";
  end`.execute(db)
  await sql`create trigger "seat_taken" after delete on "seat" begin
    update "membership" set "heldLicences" = replace("heldLicences", '|' || old."licenceId" || '|', '|'),
      "firstLicence" = ${firstName}
    where "accountId" = old."accountId";
  end`.execute(db)
  await sql`create trigger "licence_renamed" after update of "name" on "licence" begin
    update "membership" set "firstLicence" = ${firstName}
    where "accountId" in (select "accountId" from "seat" where "licenceId" = new."id");
  end`.execute(db)
}
