import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { dropLinks, makeLink, takeLink, type LinkPurpose } from '../links/account-links'
import { mailLink } from '../links/mail-link'
import type { Sealing } from '../secrets/sealing'
import { changeUserIn } from '../users/change-user'
import { findActiveAccount, type AccountInCompany } from '../users/find-account'

const both = ['email-old', 'email-new'] as const satisfies readonly LinkPurpose[]

/**
 * Makes the two links that an account's new e-mail is confirmed by, one for each address, and has them mailed.
 *
 * @param sealing Keeps the links' secrets until they are sent.
 * @param now Milliseconds since the epoch.
 */
export async function askNewEmail(
  db: WorkspaceDatabase,
  account: AccountInCompany,
  email: string,
  sealing: Sealing,
  now: number,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    for (const purpose of both) await mailConfirmation(transaction, account, { purpose, email: email.toLowerCase() }, sealing, now)
  })
}

/**
 * Makes those links anew whose mails could not be sent, and has them mailed again.
 *
 * @param now Milliseconds since the epoch.
 * @returns False where there is none.
 */
export async function askNewEmailAgain(db: WorkspaceDatabase, account: AccountInCompany, sealing: Sealing, now: number): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const failed = await transaction
      .selectFrom('mail')
      .where('accountId', '=', account.id)
      .where('kind', 'in', both)
      .where('state', '=', 'failed')
      .select('kind')
      .execute()
    const waiting = await findNewEmail(transaction, account.id, now)
    const again = both.filter((purpose) => failed.some(({ kind }) => kind === purpose))
    if (waiting === null) return false
    const { email } = waiting
    for (const purpose of again) await mailConfirmation(transaction, account, { purpose, email }, sealing, now)
    return again.length > 0
  })
}

async function mailConfirmation(
  transaction: WorkspaceDatabase,
  { id: accountId, companyId, email: before }: AccountInCompany,
  { purpose, email: after }: { readonly purpose: (typeof both)[number]; readonly email: string },
  sealing: Sealing,
  now: number,
): Promise<void> {
  const token = await makeLink(transaction, accountId, purpose, after, now)
  const email = purpose === 'email-old' ? before : after
  await mailLink(transaction, sealing, { companyId, accountId, purpose, email, token }, now)
}

/** Gives a new e-mail up: its links are void. */
export async function giveUpNewEmail(db: WorkspaceDatabase, accountId: string): Promise<void> {
  await db.transaction().execute((transaction) => dropLinks(transaction, accountId, both))
}

/** The e-mail that waits to be confirmed, or null. */
export async function findNewEmail(
  db: WorkspaceDatabase,
  accountId: string,
  now: number,
): Promise<{ email: string; isConfirmedAtOld: boolean; isConfirmedAtNew: boolean } | null> {
  const links = await db
    .selectFrom('accountLink')
    .where('accountId', '=', accountId)
    .where('purpose', 'in', both)
    .where('endsAt', '>', now)
    .select(['purpose', 'email', 'usedAt'])
    .execute()
  const email = links[0]?.email
  if (email === undefined) return null
  const isConfirmed = (purpose: LinkPurpose) =>
    links.some((link) => link.purpose === purpose && link.usedAt !== null)
  return { email, isConfirmedAtOld: isConfirmed('email-old'), isConfirmedAtNew: isConfirmed('email-new') }
}

/**
 * Confirms a new e-mail at one of the two addresses; with the second, the account has it.
 *
 * @param now Milliseconds since the epoch.
 */
export async function confirmNewEmail(
  db: WorkspaceDatabase,
  token: string,
  now: number,
): Promise<'changed' | 'confirmed' | 'not-found'> {
  return inTransaction(db, async (transaction) => {
    const link = await takeLink(transaction, token, both, now)
    const account = link === null ? null : await findActiveAccount(transaction, link.accountId)
    if (link === null || account === null) return 'not-found'
    const waiting = await findNewEmail(transaction, account.id, now)
    if (waiting?.isConfirmedAtOld !== true || !waiting.isConfirmedAtNew) return 'confirmed'
    const { id: accountId, companyId, role, email } = account
    const actor = { accountId, email, role }
    const change = { email: link.email }
    const outcome = await changeUserIn(transaction, { companyId, accountId, actor, isOwn: true }, change, now)
    await dropLinks(transaction, accountId, [...both, 'password'])
    // Taken by somebody else in the meantime: whoever confirms learns no more than that it is over.
    if (outcome !== 'done') return 'not-found'
    await transaction.updateTable('user').set({ emailVerified: 1 }).where('id', '=', accountId).execute()
    return 'changed'
  })
}
