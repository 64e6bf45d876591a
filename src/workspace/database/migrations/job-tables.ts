import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'

/** Changes to many users: jobs, a row for each user or line of a file, and the files. */
export const jobTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const bytes = db.getExecutor().adapter instanceof PostgresAdapter ? 'bytea' : 'blob'
    await db.schema
      .createTable('job')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('companyId', 'text', (column) => column.notNull().references('company.id').onDelete('cascade'))
      .addColumn('kind', 'text', (column) => column.notNull().check(sql`"kind" in ('bulk', 'import', 'undo')`))
      .addColumn('state', 'text', (column) =>
        column
          .notNull()
          .check(sql`"state" in ('uploaded', 'checking', 'ready', 'running', 'stopped', 'failed', 'done')`),
      )
      .addColumn('plan', 'text', (column) => column.notNull())
      .addColumn('authorId', 'text', (column) => column.notNull())
      .addColumn('authorEmail', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('endedAt', 'bigint')
      .addColumn('total', 'integer', (column) => column.notNull())
      .addColumn('done', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('unchanged', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('refused', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('problem', 'text')
      .addColumn('wantsStop', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('keptLicenceId', 'text')
      .addColumn('keptSeats', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('leaseOwner', 'text')
      .addColumn('leaseEndsAt', 'bigint')
      // A job is undone once.
      .addColumn('undoes', 'text', (column) => column.unique().references('job.id').onDelete('cascade'))
      .execute()
    await db.schema.createIndex('job_company_idx').on('job').columns(['companyId', 'createdAt']).execute()
    await db.schema
      .createIndex('job_open_idx')
      .on('job')
      .column('createdAt')
      .where(sql.ref('state'), 'in', sql`('checking', 'running')`)
      .execute()

    await db.schema
      .createTable('jobItem')
      .addColumn('jobId', 'text', (column) => column.notNull().references('job.id').onDelete('cascade'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('accountId', 'text')
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`"state" in ('pending', 'done', 'unchanged', 'refused')`),
      )
      .addColumn('reasons', 'text', (column) => column.notNull().defaultTo(''))
      .addColumn('input', 'text')
      .addColumn('opposite', 'text')
      .addPrimaryKeyConstraint('jobItem_pk', ['jobId', 'position'])
      .execute()
    await db.schema.createIndex('jobItem_state_idx').on('jobItem').columns(['jobId', 'state', 'position']).execute()

    await db.schema
      .createTable('jobFilePart')
      .addColumn('jobId', 'text', (column) => column.notNull().references('job.id').onDelete('cascade'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('content', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('jobFilePart_pk', ['jobId', 'number'])
      .execute()
  },
}
