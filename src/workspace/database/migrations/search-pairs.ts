import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'

/**
 * `pg_trgm` knows nothing shorter than three letters, so that PostgreSQL looked at everybody for one or two. Each
 * membership's letters and pairs of neighbouring letters stand in a table of their own with an inverted index
 * (https://www.postgresql.org/docs/current/gin.html), which changes of roles and licences leave alone.
 */
export const searchPairs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
    // Pairs from the first letter on and from the second one, cut by a letter that `searchCandidates` asks for nothing of.
    const cut = (text: string) => sql`regexp_replace(${sql.raw(text)}, '(..)', '\\1' || chr(1), 'g')`
    await sql`create function "search_pairs"("name" text, "email" text) returns text[] language sql immutable as $$
      select string_to_array(${cut('"text"')} || chr(1) || ${cut('substr("text", 2)')}, chr(1)) || string_to_array("text", null)
      from (select "name" || chr(10) || "email" as "text") as "both" $$`.execute(db)
    await sql`create table "searchPair" (
      "accountId" text primary key references "membership" ("accountId") on delete cascade,
      "pairs" text[] collate "C" not null)`.execute(db)
    await sql`create index "searchPair_pairs_idx" on "searchPair" using gin ("pairs")`.execute(db)
    await sql`insert into "searchPair" ("accountId", "pairs")
      select "accountId", "search_pairs"("foldedName", "foldedEmail") from "membership"`.execute(db)

    await sql`create function "add_pairs"() returns trigger language plpgsql as $$ begin
      insert into "searchPair" ("accountId", "pairs") select "accountId", "search_pairs"("foldedName", "foldedEmail") from "added";
      return null;
    end $$`.execute(db)
    await sql`create trigger "membership_findable" after insert on "membership" referencing new table as "added"
      for each statement execute function "add_pairs"()`.execute(db)
    await sql`create function "change_pairs"() returns trigger language plpgsql as $$ begin
      update "searchPair" set "pairs" = "search_pairs"(new."foldedName", new."foldedEmail") where "accountId" = new."accountId";
      return null;
    end $$`.execute(db)
    await sql`create trigger "membership_found_otherwise" after update of "foldedName", "foldedEmail" on "membership" for each row
      when (old."foldedName" <> new."foldedName" or old."foldedEmail" <> new."foldedEmail")
      execute function "change_pairs"()`.execute(db)
  },
}
