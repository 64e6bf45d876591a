import { randomUUID } from 'node:crypto'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents } from '../events/record-event'
import { hashOfLink } from '../links/account-links'
import { createAccount } from '../users/create-account'

/** Somebody who joins: an account to be. */
export interface Joining {
  readonly name: string
  readonly passwordHash: string
  /** BCP 47. */
  readonly language: string
}

interface Offer {
  readonly companyId: string
  readonly companyName: string
  /** Null for the company's link. */
  readonly email: string | null
}

/**
 * Finds what a link offers.
 *
 * @param now Milliseconds since the epoch.
 * @returns Null when the link is unknown, used up, withdrawn or over.
 */
export async function findOffer(db: WorkspaceDatabase, token: string, now: number): Promise<Offer | null> {
  const found = await db
    .selectFrom('invitation')
    .innerJoin('company', 'company.id', 'invitation.companyId')
    .where('invitation.tokenHash', '=', hashOfLink(token))
    .where('invitation.withdrawnAt', 'is', null)
    .where('invitation.endsAt', '>', now)
    .whereRef('invitation.uses', '<', 'invitation.mostUses')
    .select(['invitation.companyId', 'invitation.email', 'company.name as companyName'])
    .executeTakeFirst()
  return found ?? null
}

/** Uses a link once, so that it is never used more often than it may be. */
async function takeOffer(transaction: WorkspaceDatabase, token: string, now: number) {
  return transaction
    .updateTable('invitation')
    .set((is) => ({ uses: is('uses', '+', 1) }))
    .where('tokenHash', '=', hashOfLink(token))
    .where('withdrawnAt', 'is', null)
    .where('endsAt', '>', now)
    .whereRef('uses', '<', 'mostUses')
    .returning(['companyId', 'email', 'role'])
    .executeTakeFirst()
}

/**
 * Makes the account that somebody was invited to, with the role that the invitation gives.
 *
 * @param now Milliseconds since the epoch.
 * @returns The account's e-mail, or null when the link is no good (any more).
 */
export async function acceptInvitation(
  db: WorkspaceDatabase,
  token: string,
  joining: Joining,
  now: number,
): Promise<string | null> {
  class Refused extends Error {}
  try {
    return await inTransaction(db, async (transaction) => {
      const offer = await takeOffer(transaction, token, now)
      if (offer === undefined || offer.email === null) throw new Refused()
      const { companyId, email, role } = offer
      const account = await createAccount(transaction, { companyId, email, role, ...joining }, now)
      if (account === 'email-taken') throw new Refused()
      const author = { accountId: account.id, email }
      await recordEvents(transaction, [
        { companyId, name: 'JoinCompany', at: now, author, affectedItem: email, details: { role } },
      ])
      return email
    })
  } catch (error) {
    // Thrown, so that a link that led to nothing is not used up.
    if (error instanceof Refused) return null
    throw error
  }
}

/**
 * Keeps somebody's wish to join by the company's link. An e-mail that has an account, or asked already, is passed over
 * in silence: the answer must not tell who is here.
 *
 * @param now Milliseconds since the epoch.
 * @returns False when the link is no good (any more).
 */
export async function askToJoin(
  db: WorkspaceDatabase,
  token: string,
  joining: Joining & { readonly email: string },
  now: number,
): Promise<boolean> {
  const email = joining.email.toLowerCase()
  return inTransaction(db, async (transaction) => {
    const offer = await takeOffer(transaction, token, now)
    if (offer === undefined || offer.email !== null) return false
    const member = await transaction
      .selectFrom('user')
      .innerJoin('membership', 'membership.accountId', 'user.id')
      .where('user.email', '=', email)
      .select('user.id')
      .executeTakeFirst()
    if (member !== undefined) return true
    const { name, passwordHash, language } = joining
    const { companyId } = offer
    // Whoever was accepted, and is no member any more, asks anew.
    await transaction
      .deleteFrom('joinRequest')
      .where('companyId', '=', companyId)
      .where('email', '=', email)
      .where('acceptedAt', 'is not', null)
      .execute()
    await transaction
      .insertInto('joinRequest')
      .values({ id: randomUUID(), companyId, name, email, language, passwordHash, createdAt: now, refusedAt: null })
      .onConflict((conflict) => conflict.columns(['companyId', 'email']).doNothing())
      .execute()
    return true
  })
}
