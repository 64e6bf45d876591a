import { randomUUID } from 'node:crypto'
import type { Role } from '../../contract/session'
import type { WorkspaceDatabase } from '../database/sqlite'
import { foldName } from './folded-name'

export interface NewAccount {
  readonly companyId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** BCP 47. */
  readonly language: string
  /** From `hashPassword`, or null for an account that can't sign in by password yet. */
  readonly passwordHash: string | null
  readonly active?: boolean
  readonly lastSeenAt?: number | null
}

/** Ids of users begin with `u`, as in the Web API. */
function newAccountId(): string {
  return `u${randomUUID().replaceAll('-', '')}`
}

/**
 * Makes an account in a company, inside the caller's transaction.
 *
 * @param now Milliseconds since the epoch.
 * @returns The account's id, or `email-taken`.
 */
export async function createAccount(
  transaction: WorkspaceDatabase,
  account: NewAccount,
  now: number,
  id: string = newAccountId(),
): Promise<{ id: string } | 'email-taken'> {
  const email = account.email.toLowerCase()
  const taken = await transaction.selectFrom('user').where('email', '=', email).select('id').executeTakeFirst()
  if (taken !== undefined) return 'email-taken'
  const moment = new Date(now).toISOString()
  await transaction
    .insertInto('user')
    .values({ id, name: account.name, email, emailVerified: 0, image: null, createdAt: moment, updatedAt: moment })
    .execute()
  await transaction
    .insertInto('membership')
    .values({
      accountId: id,
      companyId: account.companyId,
      role: account.role,
      active: account.active === false ? 0 : 1,
      language: account.language,
      lastSeenAt: account.lastSeenAt ?? null,
      foldedName: foldName(account.name),
    })
    .execute()
  if (account.passwordHash !== null) {
    await transaction
      .insertInto('account')
      .values({
        id: randomUUID(),
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: account.passwordHash,
        createdAt: moment,
        updatedAt: moment,
      })
      .execute()
  }
  return { id }
}
