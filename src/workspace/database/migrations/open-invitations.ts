import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'

/** Open invitations are read in the order in which they are shown, and no others. PostgreSQL compares e-mails as SQLite does. */
export const openInvitations: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    if (db.getExecutor().adapter instanceof PostgresAdapter) {
      await sql`alter table "invitation" alter column "email" type text collate "C"`.execute(db)
    }
    await sql`create index "invitation_open_idx" on "invitation" ("companyId", "createdAt" desc, "email", "role")
      where "withdrawnAt" is null and "email" is not null and "uses" = 0`.execute(db)
  },
}
