import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'

/**
 * A search for one or two letters reads those who may match as well. SQLite's index of three-letter pieces lists its
 * pieces in order (https://sqlite.org/fts5.html#the_fts5vocab_virtual_table_module), so that whoever has two letters is
 * found under the pieces that begin with them: two line ends after each text make a piece begin with its last letters
 * too. Letters are kept as they were folded, for that order to be theirs.
 */
export const shortSearches: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    if (db.getExecutor().adapter instanceof PostgresAdapter) return
    await sql`drop trigger "membership_findable"`.execute(db)
    await sql`drop trigger "membership_found_otherwise"`.execute(db)
    await sql`drop table "searchText"`.execute(db)
    await sql`create virtual table "searchText" using
      fts5("text", content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1', detail = none)`.execute(db)
    await sql`create virtual table "searchPiece" using fts5vocab("searchText", 'instance')`.execute(db)

    const textOf = (row: 'new' | 'membership') => {
      const column = (name: string) => sql`${sql.raw(row)}.${sql.id(name)}`
      return sql`lower(${column('foldedName')} || char(10) || ${column('foldedEmail')}) || char(10) || char(10)`
    }
    await sql`insert into "searchText" (rowid, "text") select "id", ${textOf('membership')}
      from "searchKey" inner join "membership" on "membership"."accountId" = "searchKey"."accountId"`.execute(db)

    const id = sql`(select "id" from "searchKey" where "accountId" = new."accountId")`
    const add = sql`insert into "searchText" (rowid, "text") values (${id}, ${textOf('new')});`
    await sql`create trigger "membership_findable" after insert on "membership" begin
      insert into "searchKey" ("accountId") values (new."accountId");${add}
    end`.execute(db)
    await sql`create trigger "membership_found_otherwise" after update of "foldedName", "foldedEmail" on "membership"
      when old."foldedName" <> new."foldedName" or old."foldedEmail" <> new."foldedEmail" begin
      delete from "searchText" where rowid = ${id};${add}
    end`.execute(db)
  },
}
