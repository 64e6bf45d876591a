import type { Kysely, Migration } from 'kysely'

/** Other products, and where they are reached. */
export const productLinkTable: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('productLink')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('companyId', 'text', (column) => column.notNull().references('company.id').onDelete('cascade'))
      .addColumn('licenceId', 'text', (column) => column.unique().references('licence.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('icon', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('product_link_company_idx').on('productLink').column('companyId').execute()
  },
}
