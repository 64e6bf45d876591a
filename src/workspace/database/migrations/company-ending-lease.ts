import type { Kysely, Migration } from 'kysely'

/** Which instance deletes a company, and until when it is believed to. */
export const companyEndingLease: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // SQLite adds one column at a time.
    const company = db.schema.alterTable('company')
    await company.addColumn('leaseOwner', 'text').execute()
    await company.addColumn('leaseEndsAt', 'bigint').execute()
  },
}
