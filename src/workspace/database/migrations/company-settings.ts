import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'

/** The company's language and picture, and its deletion. */
export const companySettings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const bytes = db.getExecutor().adapter instanceof PostgresAdapter ? 'bytea' : 'blob'
    // SQLite adds one column at a time.
    const company = db.schema.alterTable('company')
    await company.addColumn('language', 'text', (column) => column.notNull().defaultTo('en')).execute()
    await company.addColumn('deletesAt', 'bigint').execute()
    await company
      .addColumn('isEnding', 'integer', (column) => column.notNull().defaultTo(0).check(sql`"isEnding" in (0, 1)`))
      .execute()
    // Until now there was one language only that an administrator had chosen: their own.
    await sql`
      update "company" set "language" = coalesce((
        select min("language") from "membership"
        where "membership"."companyId" = "company"."id" and "role" = 'administrator'), 'en')
    `.execute(db)
    await db.schema
      .createTable('companyPicture')
      .addColumn('companyId', 'text', (column) =>
        column.primaryKey().notNull().references('company.id').onDelete('cascade'),
      )
      .addColumn('content', bytes, (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .execute()
  },
}
