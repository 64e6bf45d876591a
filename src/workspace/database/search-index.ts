import { PostgresAdapter, sql, type QueryExecutorProvider } from 'kysely'
import type { WorkspaceDatabase } from './sqlite'

/** The tables of the indexes for searches begin so: what is in them follows from the memberships. */
export const searchTables = 'search'

/** Fills the index for searches from the memberships, after these were written without their triggers. */
export async function fillSearchIndex(db: WorkspaceDatabase): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return fillSearchLetters(db)
  await sql`insert into "searchText" ("searchText") values ('delete-all')`.execute(db)
  await sql`delete from "searchKey"`.execute(db)
  await sql`insert into "searchKey" ("accountId") select "accountId" from "membership"`.execute(db)
  await sql`insert into "searchText" (rowid, "text")
    select "id", lower("foldedName" || char(10) || "foldedEmail") || char(10) || char(10)
    from "searchKey" inner join "membership" on "membership"."accountId" = "searchKey"."accountId"`.execute(db)
}

/** Fills PostgreSQL's index for one or two letters, which is empty yet. */
export async function fillSearchLetters(db: QueryExecutorProvider): Promise<void> {
  await sql`insert into "searchLetter" ("accountId", "text")
    select "accountId", "foldedName" || chr(10) || "foldedEmail" from "membership"`.execute(db)
}
