import type { Role } from '../../contract/session'
import type { WorkspaceDatabase } from '../database/sqlite'

/** An account with its company, as most requests need it. */
export interface AccountInCompany {
  readonly id: string
  readonly name: string
  readonly email: string
  /** Whether its holder has shown that mail to it arrives. */
  readonly isEmailConfirmed: boolean
  readonly image: string | null
  readonly language: string
  readonly role: Role
  readonly companyId: string
  readonly companyName: string
  readonly companyIsSample: boolean
  /** Milliseconds since the epoch. */
  readonly companyCreatedAt: number
  /** When the company is to be deleted, milliseconds since the epoch, or null. */
  readonly companyDeletesAt: number | null
  /** Milliseconds since the epoch, or null for never. */
  readonly lastSeenAt: number | null
}

/**
 * Finds an account that may use the workspace.
 *
 * @returns Null when it does not exist, belongs to no company, was switched off, or its company is being deleted.
 */
export async function findActiveAccount(db: WorkspaceDatabase, accountId: string): Promise<AccountInCompany | null> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .innerJoin('company', 'company.id', 'membership.companyId')
    .where('membership.accountId', '=', accountId)
    .where('membership.active', '=', 1)
    .where('company.isEnding', '=', 0)
    .select([
      'user.id',
      'user.name',
      'user.email',
      'user.emailVerified',
      'user.image',
      'membership.language',
      'membership.role',
      'membership.lastSeenAt',
      'membership.companyId',
      'company.name as companyName',
      'company.isSample',
      'company.createdAt as companyCreatedAt',
      'company.deletesAt as companyDeletesAt',
    ])
    .executeTakeFirst()
  if (row === undefined) return null
  const { isSample, emailVerified, ...account } = row
  return { ...account, isEmailConfirmed: emailVerified === 1, companyIsSample: isSample === 1 }
}

/** Notes that an account was seen now, at most once a minute so that reading does not become writing. */
export async function markSeen(db: WorkspaceDatabase, accountId: string, now: number): Promise<void> {
  await db
    .updateTable('membership')
    .set({ lastSeenAt: now })
    .where('accountId', '=', accountId)
    .where((is) => is.or([is('lastSeenAt', 'is', null), is('lastSeenAt', '<', now - 60_000)]))
    .execute()
}

/** The company's active administrators, by name. Members write to them. */
export async function listAdministrators(
  db: WorkspaceDatabase,
  companyId: string,
): Promise<{ name: string; email: string }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.companyId', '=', companyId)
    .where('membership.role', '=', 'administrator')
    .where('membership.active', '=', 1)
    .orderBy('membership.foldedName')
    .orderBy('user.id')
    .select(['user.name', 'user.email'])
    .limit(20)
    .execute()
}
