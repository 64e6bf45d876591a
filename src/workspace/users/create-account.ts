import type { Role } from '../../contract/session'
import { orderedId } from '../database/ordered-id'
import type { WorkspaceDatabase } from '../database/sqlite'
import { foldName } from './folded-name'
import { forgetRemoved } from './keep-removed'

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
export function newAccountId(): string {
  return `u${orderedId().replaceAll('-', '')}`
}

/**
 * Makes an account in a company, inside the caller's transaction. An account that was removed from its company, and not
 * deleted, joins again under its old id; its old password is void.
 *
 * @param now Milliseconds since the epoch.
 * @returns The account's id, or `email-taken`.
 */
export async function createAccount(
  transaction: WorkspaceDatabase,
  account: NewAccount,
  now: number,
  newId: string = newAccountId(),
): Promise<{ id: string } | 'email-taken'> {
  const email = account.email.toLowerCase()
  const known = await transaction
    .selectFrom('user')
    .leftJoin('membership', 'membership.accountId', 'user.id')
    .where('user.email', '=', email)
    .select(['user.id', 'membership.companyId'])
    .executeTakeFirst()
  if (known !== undefined && known.companyId !== null) return 'email-taken'
  const id = known?.id ?? newId
  const moment = new Date(now).toISOString()
  if (known === undefined) {
    // Somebody may have taken the e-mail since it was looked for; then nothing is inserted.
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('user')
      .values({ id, name: account.name, email, emailVerified: 0, image: null, createdAt: moment, updatedAt: moment })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) return 'email-taken'
  } else {
    await transaction.updateTable('user').set({ name: account.name, updatedAt: moment }).where('id', '=', id).execute()
    await transaction.deleteFrom('account').where('userId', '=', id).execute()
    await forgetRemoved(transaction, id)
  }
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
      foldedEmail: email,
    })
    .execute()
  if (account.passwordHash !== null) {
    await transaction
      .insertInto('account')
      .values({
        id: orderedId(),
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
