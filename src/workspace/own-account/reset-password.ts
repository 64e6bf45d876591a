import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type Author } from '../events/record-event'
import { hashPassword } from '../identity/password'
import { isGuessable } from '../identity/guessable-password'
import { dropLinks, makeLink, takeLink } from '../links/account-links'
import { changeUserIn } from '../users/change-user'
import { findActiveAccount } from '../users/find-account'

/** Finds the active account that has an e-mail. */
export async function findByEmail(db: WorkspaceDatabase, email: string): Promise<string | null> {
  const found = await db
    .selectFrom('user')
    .innerJoin('membership', 'membership.accountId', 'user.id')
    .where('user.email', '=', email.trim().toLowerCase())
    .where('membership.active', '=', 1)
    .select('user.id')
    .executeTakeFirst()
  return found?.id ?? null
}

/**
 * Makes a link by which an account chooses a new password.
 *
 * @param author Who asked for it: an administrator, or null for whoever typed the e-mail.
 * @param now Milliseconds since the epoch.
 * @returns The link's secret, or null when there is no such active account.
 */
export async function makeResetLink(
  db: WorkspaceDatabase,
  accountId: string,
  author: Author,
  now: number,
): Promise<{ token: string; email: string; language: string } | null> {
  const account = await findActiveAccount(db, accountId)
  if (account === null) return null
  const { email, language, companyId } = account
  const token = await inTransaction(db, async (transaction) => {
    const made = await makeLink(transaction, accountId, 'password', email, now)
    await recordEvents(transaction, [
      { companyId, name: 'PasswordLinkMade', at: now, author, affectedItem: email, details: {} },
    ])
    return made
  })
  return { token, email, language }
}

/**
 * Makes the link void by which an account would choose a new password.
 *
 * @param author Who takes it back.
 * @param now Milliseconds since the epoch.
 * @returns False when there is none that could still be used.
 */
export async function dropResetLink(
  db: WorkspaceDatabase,
  { id, email, companyId }: Readonly<Record<'id' | 'email' | 'companyId', string>>,
  author: Author,
  now: number,
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('accountLink')
      .where('accountId', '=', id)
      .where('purpose', '=', 'password')
      .where('usedAt', 'is', null)
      .where('endsAt', '>', now)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await recordEvents(transaction, [
      { companyId, name: 'PasswordLinkWithdrawn', at: now, author, affectedItem: email, details: {} },
    ])
    return true
  })
}

/**
 * Sets the password that somebody chose by a link, and ends everything that the account is signed in with.
 *
 * @param now Milliseconds since the epoch.
 */
export async function resetPassword(
  db: WorkspaceDatabase,
  token: string,
  password: string,
  now: number,
): Promise<'done' | 'not-found' | 'password-too-common'> {
  if (await isGuessable(password, [])) return 'password-too-common'
  const passwordHash = await hashPassword(password)
  return inTransaction(db, async (transaction) => {
    const link = await takeLink(transaction, token, ['password', 'first-password'], now)
    const account = link === null ? null : await findActiveAccount(transaction, link.accountId)
    // The link was for the e-mail that the account had then.
    if (account === null || account.email !== link?.email) return 'not-found'
    const { id: accountId, companyId, role, email } = account
    await dropLinks(transaction, accountId, ['password', 'first-password', 'email-old', 'email-new'])
    const actor = { accountId, email, role }
    const outcome = await changeUserIn(transaction, { companyId, accountId, actor, isOwn: true }, { passwordHash }, now)
    return outcome === 'done' ? 'done' : 'not-found'
  })
}
