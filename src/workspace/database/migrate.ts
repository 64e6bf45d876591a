import { Migrator, type Migration } from 'kysely'
import { acceptedRequests } from './migrations/accepted-requests'
import { accountLinkTable } from './migrations/account-link-table'
import { companyEndingLease } from './migrations/company-ending-lease'
import { companySettings } from './migrations/company-settings'
import { companyTables } from './migrations/company-tables'
import { deviceCodeTables } from './migrations/device-code-tables'
import { emailOnInsert } from './migrations/email-on-insert'
import { eventChain } from './migrations/event-chain'
import { invitationTables } from './migrations/invitation-tables'
import { idempotentRequestTable } from './migrations/idempotent-request-table'
import { identityTables } from './migrations/identity-tables'
import { jobLanes } from './migrations/job-lanes'
import { jobTables } from './migrations/job-tables'
import { mailTable } from './migrations/mail-table'
import { meetingExceptions } from './migrations/meeting-exceptions'
import { meetingTables } from './migrations/meeting-tables'
import { openInvitations } from './migrations/open-invitations'
import { portableOrder } from './migrations/portable-order'
import { productLinkTable } from './migrations/product-link-table'
import { productPictureTable } from './migrations/product-picture-table'
import { rateLimitTable } from './migrations/rate-limit-table'
import { removedUserTable } from './migrations/removed-user-table'
import { scriptTokenTable } from './migrations/script-token-table'
import { searchLetters } from './migrations/search-letters'
import { searchPairs } from './migrations/search-pairs'
import { severalLicences } from './migrations/several-licences'
import { shortSearches } from './migrations/short-searches'
import { usersAtScale } from './migrations/users-at-scale'
import { usersSearch } from './migrations/users-search'
import type { WorkspaceDatabase } from './sqlite'

/** Every migration in the order of its name. A published one is never changed; a new one is added. */
const migrations: Record<string, Migration> = {
  '0001-identity-tables': identityTables,
  '0002-company-tables': companyTables,
  '0003-several-licences': severalLicences,
  '0004-portable-order': portableOrder,
  '0020-meeting-tables': meetingTables,
  '0021-script-token-table': scriptTokenTable,
  '0022-meeting-exceptions': meetingExceptions,
  '0040-event-chain': eventChain,
  '0041-account-link-table': accountLinkTable,
  '0042-invitation-tables': invitationTables,
  '0070-device-code-tables': deviceCodeTables,
  '0080-users-at-scale': usersAtScale,
  '0090-job-tables': jobTables,
  '0110-rate-limit-table': rateLimitTable,
  '0111-idempotent-request-table': idempotentRequestTable,
  '0130-removed-user-table': removedUserTable,
  '0131-product-link-table': productLinkTable,
  '0140-company-settings': companySettings,
  '0141-email-on-insert': emailOnInsert,
  '0150-users-search': usersSearch,
  '0160-product-picture-table': productPictureTable,
  '0161-company-ending-lease': companyEndingLease,
  '0170-short-searches': shortSearches,
  '0171-search-pairs': searchPairs,
  '0180-accepted-requests': acceptedRequests,
  '0190-job-lanes': jobLanes,
  '0191-mail-table': mailTable,
  '0200-search-letters': searchLetters,
  '0210-open-invitations': openInvitations,
}

/**
 * Brings the database's tables up to date, all in one transaction.
 *
 * @returns The names of the migrations that were run now.
 * @throws When a migration fails (nothing has changed then), or when a newer version of Parley made this database.
 */
export async function migrate(db: WorkspaceDatabase): Promise<readonly string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    // Each area has a range of numbers of its own, so that a later one can come before an earlier one was made.
    allowUnorderedMigrations: true,
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw error instanceof Error ? error : new Error('A migration failed')
  return (results ?? []).map((result) => result.migrationName)
}
