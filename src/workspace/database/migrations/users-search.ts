import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'

/**
 * Names and e-mails are found by the three-letter pieces in them, so that a search reads those who may match and not
 * everybody in the company. Those who are switched off, few as a rule, have an index of their own.
 */
export const usersSearch: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const isPostgresql = db.getExecutor().adapter instanceof PostgresAdapter
    const more = isPostgresql ? sql`` : sql`, "foldedEmail", "role", "active", "lastSeenAt", "heldLicences"`
    await sql`create index "membership_inactive_idx" on "membership" ("companyId", "foldedName", "accountId"${more})
      where "active" = 0`.execute(db)
    await (isPostgresql ? indexInPostgresql(db) : indexInSqlite(db))
  },
}

/**
 * Its own `pg_trgm` (PostgreSQL 13 and later let a database's owner have it); where it is not installed, searching works
 * as before. Counting everybody in a company reads the smallest of indexes.
 */
async function indexInPostgresql(db: Kysely<unknown>): Promise<void> {
  await sql`create index "membership_company_idx" on "membership" ("companyId")`.execute(db)
  await sql`do $$ begin
    create extension if not exists pg_trgm;
    create index "membership_search_idx" on "membership"
      using gin ("foldedName" gin_trgm_ops, "foldedEmail" gin_trgm_ops);
  exception when insufficient_privilege or feature_not_supported or undefined_file or undefined_object then
    raise notice 'searches of users go without pg_trgm';
  end $$`.execute(db)
}

/**
 * A full-text index of pieces (https://sqlite.org/fts5.html#the_trigram_tokenizer), which is told of every change by
 * triggers. Its rows have keys of their own: SQLite may number a table's rows anew when it is made smaller.
 */
async function indexInSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create table "searchKey" ("id" integer primary key not null, "accountId" text not null unique)`.execute(db)
  await sql`create virtual table "searchText" using
    fts5("text", content = '', contentless_delete = 1, tokenize = 'trigram', detail = none)`.execute(db)
  await sql`insert into "searchKey" ("accountId") select "accountId" from "membership"`.execute(db)
  await sql`insert into "searchText" (rowid, "text")
    select "id", "foldedName" || char(10) || "foldedEmail"
    from "searchKey" inner join "membership" on "membership"."accountId" = "searchKey"."accountId"`.execute(db)

  const idOf = (row: 'old' | 'new') => sql`(select "id" from "searchKey" where "accountId" = ${sql.raw(row)}."accountId")`
  const add = sql`
    insert into "searchText" (rowid, "text") values (${idOf('new')}, new."foldedName" || char(10) || new."foldedEmail");`
  // One that comes without its e-mail is changed at once by the trigger that looks it up.
  await sql`create trigger "membership_findable" after insert on "membership" begin
    insert into "searchKey" ("accountId") values (new."accountId");${add}
  end`.execute(db)
  await sql`create trigger "membership_found_otherwise" after update of "foldedName", "foldedEmail" on "membership"
    when old."foldedName" <> new."foldedName" or old."foldedEmail" <> new."foldedEmail" begin
    delete from "searchText" where rowid = ${idOf('new')};${add}
  end`.execute(db)
  await sql`create trigger "membership_unfindable" after delete on "membership" begin
    delete from "searchText" where rowid = ${idOf('old')};
    delete from "searchKey" where "accountId" = old."accountId";
  end`.execute(db)
}
