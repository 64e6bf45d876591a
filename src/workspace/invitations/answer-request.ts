import { inTransaction } from '../database/in-transaction'
import { recordEvents } from '../events/record-event'
import { passwordHashOf } from '../identity/password'
import { createAccount } from '../users/create-account'
import { removalTime } from '../users/keep-removed'
import { removeUserIn } from '../users/remove-user'
import { invitationEvent, type Inviting } from './invite'

/** Makes a member of somebody who asked to join. */
export async function acceptRequest(inviting: Inviting, id: string): Promise<'done' | 'not-found' | 'email-taken'> {
  const { db, by, now } = inviting
  return inTransaction(db, async (transaction) => {
    const asked = await transaction
      .updateTable('joinRequest')
      .set({ acceptedAt: now })
      .where('id', '=', id)
      .where('companyId', '=', by.companyId)
      .where('refusedAt', 'is', null)
      .where('acceptedAt', 'is', null)
      .returning(['name', 'email', 'language', 'passwordHash'])
      .executeTakeFirst()
    if (asked === undefined) return 'not-found'
    const account = await createAccount(transaction, { companyId: by.companyId, role: 'member', ...asked }, now)
    if (account === 'email-taken') {
      // There is nothing to answer any more.
      await transaction.deleteFrom('joinRequest').where('id', '=', id).execute()
      return 'email-taken'
    }
    // The password is the account's from now on.
    await transaction.updateTable('joinRequest').set({ accountId: account.id, passwordHash: '' }).where('id', '=', id).execute()
    await recordEvents(transaction, [invitationEvent(inviting, 'JoinCompany', asked.email, { role: 'member' })])
    return 'done'
  })
}

/**
 * Takes the acceptance of a request back, for a day: the account goes, its seats are free, and the request is open again.
 *
 * @returns `wrong-state` when the account has been used: what somebody has made by then must not go by the way.
 */
export async function reopenRequest(
  inviting: Inviting,
  id: string,
): Promise<'done' | 'not-found' | 'not-allowed' | 'wrong-state'> {
  const { db, by, now } = inviting
  const { companyId } = by
  return inTransaction(db, async (transaction) => {
    const asked = await transaction
      .selectFrom('joinRequest')
      .innerJoin('membership', 'membership.accountId', 'joinRequest.accountId')
      .innerJoin('user', 'user.id', 'joinRequest.accountId')
      .where('joinRequest.id', '=', id)
      .where('joinRequest.companyId', '=', companyId)
      .where('membership.companyId', '=', companyId)
      .where('joinRequest.acceptedAt', '>=', now - removalTime)
      .select(['user.id', 'user.email', 'user.createdAt', 'joinRequest.acceptedAt', 'membership.lastSeenAt'])
      .forUpdate()
      .executeTakeFirst()
    if (asked === undefined || asked.acceptedAt === null) return 'not-found'
    if (asked.lastSeenAt !== null) return 'wrong-state'
    const passwordHash = await passwordHashOf(transaction, asked.id)
    // Without a password nobody could sign in after the next acceptance.
    if (passwordHash === null) return 'wrong-state'
    const actor = { accountId: by.id, email: by.email, role: by.role }
    await transaction
      .updateTable('joinRequest')
      .set({ acceptedAt: null, accountId: null, passwordHash })
      .where('id', '=', id)
      .execute()
    // An account that was there before, and had been removed from the company, is that again.
    const isNew = Date.parse(asked.createdAt) >= asked.acceptedAt
    const outcome = await removeUserIn(transaction, { companyId, accountId: asked.id, actor }, isNew, now)
    if (outcome !== 'done') throw new NotReopened(outcome === 'not-found' || outcome === 'not-allowed' ? outcome : 'wrong-state')
    await recordEvents(transaction, [invitationEvent(inviting, 'JoinReopened', asked.email)])
    return 'done' as const
  }).catch((error: unknown) => {
    if (error instanceof NotReopened) return error.outcome
    throw error
  })
}

/** Thrown, so that nothing of it is written. */
class NotReopened extends Error {
  constructor(readonly outcome: 'not-found' | 'not-allowed' | 'wrong-state') {
    super(outcome)
  }
}

/** Refuses somebody who asked to join, or takes that back. False when there is nobody in that state. */
export async function setRefused(inviting: Inviting, id: string, isRefused: boolean): Promise<boolean> {
  const { db, by, now } = inviting
  return inTransaction(db, async (transaction) => {
    const changed = await transaction
      .updateTable('joinRequest')
      .set({ refusedAt: isRefused ? now : null })
      .where('id', '=', id)
      .where('companyId', '=', by.companyId)
      .where('refusedAt', isRefused ? 'is' : 'is not', null)
      .where('acceptedAt', 'is', null)
      .returning('email')
      .executeTakeFirst()
    if (changed === undefined) return false
    await recordEvents(transaction, [invitationEvent(inviting, isRefused ? 'JoinRefused' : 'JoinReopened', changed.email)])
    return true
  })
}
