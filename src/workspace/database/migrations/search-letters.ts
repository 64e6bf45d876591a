import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'
import { fillSearchLetters } from '../search-index'

/** A membership's name and e-mail, as they are searched. */
const text = (row: string) => sql`${sql.id(row, 'foldedName')} || chr(10) || ${sql.id(row, 'foldedEmail')}`

/**
 * PostgreSQL's index for one or two letters is made from the text itself. Before, each membership's pairs of letters were written to the table
 * too, which took ten times the room of the text, and a good part of the time of an import.
 */
export const searchLetters: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
    for (const name of ['add_pairs', 'change_pairs', 'search_pairs']) await sql`drop function ${sql.id(name)} cascade`.execute(db)
    await sql`drop table "searchPair"`.execute(db)

    // Pairs from the first letter on and from the second one, cut by a letter that `searchCandidates` asks for nothing of. Its cost says
    // that looking into the index is always quicker than cutting the texts of many again.
    const cut = (part: string) => sql`regexp_replace(${sql.raw(part)}, '(..)', '\\1' || chr(1), 'g')`
    await sql`create function "search_letters"("text" text) returns text[] language plpgsql immutable parallel safe cost 1000 as $$ begin
      return string_to_array(${cut('"text"')} || chr(1) || ${cut('substr("text", 2)')}, chr(1)) || string_to_array("text", null);
    end $$`.execute(db)
    await sql`create table "searchLetter" (
      "accountId" text primary key references "membership" ("accountId") on delete cascade,
      "text" text collate "C" not null)`.execute(db)
    await sql`create index "searchLetter_idx" on "searchLetter" using gin ("search_letters"("text"))`.execute(db)
    await fillSearchLetters(db)

    await sql`create function "add_letters"() returns trigger language plpgsql as $$ begin
      insert into "searchLetter" ("accountId", "text") select "accountId", ${text('added')} from "added";
      return null;
    end $$`.execute(db)
    await sql`create trigger "membership_findable" after insert on "membership" referencing new table as "added"
      for each statement execute function "add_letters"()`.execute(db)
    await sql`create function "change_letters"() returns trigger language plpgsql as $$ begin
      update "searchLetter" set "text" = ${text('new')} where "accountId" = new."accountId";
      return null;
    end $$`.execute(db)
    await sql`create trigger "membership_found_otherwise" after update of "foldedName", "foldedEmail" on "membership" for each row
      when (old."foldedName" <> new."foldedName" or old."foldedEmail" <> new."foldedEmail")
      execute function "change_letters"()`.execute(db)
  },
}
