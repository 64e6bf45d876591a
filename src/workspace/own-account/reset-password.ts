import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type Author } from '../events/record-event'
import { hashPassword } from '../identity/password'
import { isGuessable } from '../identity/guessable-password'
import { dropLinks, makeLink, takeLink, type LinkPurpose } from '../links/account-links'
import { mailLink } from '../links/mail-link'
import { dropLinkMails } from '../mail/outbox'
import type { Sealing } from '../secrets/sealing'
import { changeUserIn } from '../users/change-user'
import { findActiveAccount } from '../users/find-account'

/** By each of these somebody chooses a password. */
const resetPurposes = ['password', 'first-password'] as const satisfies readonly LinkPurpose[]

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

/** Who has a link made, and whether it is mailed. */
interface LinkOrder {
  /** An administrator, or null for whoever typed the e-mail. */
  readonly author: Author
  /** For an account that has no password yet it is an invitation, good for as long as one. */
  readonly purpose: 'password' | 'first-password'
  /** Mails it: with what its secret is sealed meanwhile, and the name of whoever invites. */
  readonly mailing: { readonly sealing: Sealing; readonly byName?: string } | null
}

/**
 * Makes a link by which an account chooses a new password, and has it mailed where that is wanted.
 *
 * @param now Milliseconds since the epoch.
 * @returns The link's secret, or null when there is no such active account.
 */
export async function makeResetLink(
  db: WorkspaceDatabase,
  accountId: string,
  { author, purpose, mailing }: LinkOrder,
  now: number,
): Promise<string | null> {
  return inTransaction(db, async (transaction) => {
    const account = await findActiveAccount(transaction, accountId)
    if (account === null) return null
    const { email, companyId } = account
    const token = await makeLink(transaction, accountId, purpose, email, now)
    await recordEvents(transaction, [
      { companyId, name: 'PasswordLinkMade', at: now, author, affectedItem: email, details: {} },
    ])
    if (mailing !== null) {
      const { sealing, ...by } = mailing
      await mailLink(transaction, sealing, { companyId, accountId, purpose, email, token, ...by }, now)
    }
    return token
  })
}

/**
 * Makes the links void by which an account would choose a new password.
 *
 * @param author Who takes them back.
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
      .where('purpose', 'in', resetPurposes)
      .where('usedAt', 'is', null)
      .where('endsAt', '>', now)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await dropLinkMails(transaction, [id], resetPurposes)
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
    const link = await takeLink(transaction, token, resetPurposes, now)
    const account = link === null ? null : await findActiveAccount(transaction, link.accountId)
    // The link was for the e-mail that the account had then.
    if (account === null || account.email !== link?.email) return 'not-found'
    const { id: accountId, companyId, role, email } = account
    await dropLinks(transaction, accountId, [...resetPurposes, 'email-old', 'email-new'])
    const actor = { accountId, email, role }
    const outcome = await changeUserIn(transaction, { companyId, accountId, actor, isOwn: true }, { passwordHash }, now)
    return outcome === 'done' ? 'done' : 'not-found'
  })
}
