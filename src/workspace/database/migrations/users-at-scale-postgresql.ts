import { sql, type Kysely } from 'kysely'

/** The first name of the licences that a membership's account has seats of. */
const firstName = sql`(
  select min("licence"."name") from "seat" inner join "licence" on "licence"."id" = "seat"."licenceId"
  where "seat"."accountId" = "membership"."accountId")`

/** Triggers that keep e-mails and licences in `membership`; seats are many at once, so that those run per statement. */
export async function keepMembershipsInPostgresql(db: Kysely<unknown>): Promise<void> {
  await sql`create function "add_email"() returns trigger language plpgsql as $$ begin
    new."foldedEmail" := (select "email" from "user" where "id" = new."accountId");
    return new;
  end $$`.execute(db)
  await sql`create trigger "membership_added" before insert on "membership"
    for each row execute function "add_email"()`.execute(db)

  await sql`create function "change_email"() returns trigger language plpgsql as $$ begin
    update "membership" set "foldedEmail" = new."email" where "accountId" = new."id";
    return null;
  end $$`.execute(db)
  await sql`create trigger "user_email_changed" after update of "email" on "user"
    for each row when (old."email" is distinct from new."email") execute function "change_email"()`.execute(db)

  // The rows are locked first and in one order; the update then sees the seats that whoever held them left behind.
  await sql`create function "keep_licences"() returns trigger language plpgsql as $$ begin
    perform 1 from "membership" where "accountId" in (select "accountId" from "changed")
      order by "accountId" for no key update;
    update "membership" set
      "heldLicences" = '|' || coalesce((
        select string_agg("licenceId", '|' order by "licenceId") || '|'
        from "seat" where "seat"."accountId" = "membership"."accountId"), ''),
      "firstLicence" = ${firstName}
    where "accountId" in (select "accountId" from "changed");
    return null;
  end $$`.execute(db)
  for (const [name, event] of [
    ['seat_given', sql`insert on "seat" referencing new`],
    ['seat_changed', sql`update on "seat" referencing new`],
    ['seat_taken', sql`delete on "seat" referencing old`],
  ] as const) {
    await sql`create trigger ${sql.id(name)} after ${event} table as "changed"
      for each statement execute function "keep_licences"()`.execute(db)
  }

  await sql`create function "rename_licence"() returns trigger language plpgsql as $$ begin
    update "membership" set "firstLicence" = ${firstName}
    where "accountId" in (select "accountId" from "seat" where "licenceId" = new."id");
    return null;
  end $$`.execute(db)
  await sql`create trigger "licence_renamed" after update of "name" on "licence"
    for each row when (old."name" is distinct from new."name") execute function "rename_licence"()`.execute(db)
}
