import { PostgresAdapter, type Kysely, type Migration } from 'kysely'

/** Pictures that administrators have given products. */
export const productPictureTable: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const bytes = db.getExecutor().adapter instanceof PostgresAdapter ? 'bytea' : 'blob'
    await db.schema
      .createTable('productPicture')
      .addColumn('productId', 'text', (column) =>
        column.primaryKey().notNull().references('productLink.id').onDelete('cascade'),
      )
      .addColumn('content', bytes, (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .execute()
  },
}
