import { sql, type Kysely, type Migration } from 'kysely'

/** Companies, their members, licences, seats and events. */
export const companyTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('company')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('isSample', 'integer', (column) => column.notNull().check(sql`"isSample" in (0, 1)`))
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('membership')
      .addColumn('accountId', 'text', (column) =>
        column.primaryKey().notNull().references('user.id').onDelete('restrict'),
      )
      .addColumn('companyId', 'text', (column) => column.notNull().references('company.id').onDelete('restrict'))
      .addColumn('role', 'text', (column) =>
        column.notNull().check(sql`"role" in ('administrator', 'user-manager', 'member')`),
      )
      .addColumn('active', 'integer', (column) => column.notNull().check(sql`"active" in (0, 1)`))
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('lastSeenAt', 'bigint')
      .addColumn('foldedName', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('membership_company_idx')
      .on('membership')
      .columns(['companyId', 'foldedName'])
      .execute()

    await db.schema
      .createTable('licence')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('companyId', 'text', (column) => column.notNull().references('company.id').onDelete('restrict'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('seats', 'integer', (column) => column.notNull())
      .addColumn('seatsUsed', 'integer', (column) => column.notNull())
      .addColumn('endsOn', 'text')
      .addColumn('active', 'integer', (column) => column.notNull().check(sql`"active" in (0, 1)`))
      // Seats can't be oversold, whatever the code above does.
      .addCheckConstraint('licence_seats_check', sql`"seatsUsed" >= 0 and "seatsUsed" <= "seats"`)
      .execute()
    await db.schema.createIndex('licence_company_idx').on('licence').column('companyId').execute()

    await db.schema
      .createTable('seat')
      .addColumn('accountId', 'text', (column) =>
        column.primaryKey().notNull().references('membership.accountId').onDelete('restrict'),
      )
      .addColumn('licenceId', 'text', (column) => column.notNull().references('licence.id').onDelete('restrict'))
      .addColumn('assignedAt', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('seat_licence_idx').on('seat').column('licenceId').execute()

    await db.schema
      .createTable('event')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('companyId', 'text', (column) => column.notNull().references('company.id').onDelete('restrict'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('authorId', 'text')
      .addColumn('authorEmail', 'text')
      .addColumn('affectedItem', 'text', (column) => column.notNull())
      .addColumn('details', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('event_company_idx').on('event').columns(['companyId', 'at']).execute()
  },
}
