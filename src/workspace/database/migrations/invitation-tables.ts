import type { Kysely, Migration } from 'kysely'

/** Invitations of people, a company's link, and those who ask to join by it. */
export const invitationTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('invitation')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('companyId', 'text', (column) => column.notNull().references('company.id').onDelete('restrict'))
      .addColumn('email', 'text')
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
      .addColumn('sealedToken', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('endsAt', 'bigint', (column) => column.notNull())
      .addColumn('uses', 'integer', (column) => column.notNull())
      .addColumn('mostUses', 'integer', (column) => column.notNull())
      .addColumn('withdrawnAt', 'bigint')
      .execute()
    await db.schema.createIndex('invitation_company_idx').on('invitation').columns(['companyId', 'email']).execute()
    await db.schema
      .createTable('joinRequest')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('companyId', 'text', (column) => column.notNull().references('company.id').onDelete('restrict'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('passwordHash', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('refusedAt', 'bigint')
      .addUniqueConstraint('join_request_email_unique', ['companyId', 'email'])
      .execute()
  },
}
