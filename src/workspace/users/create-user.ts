import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents } from '../events/record-event'
import { createAccount, type NewAccount } from './create-account'
import { mayManage, type Actor } from './may-manage'

/**
 * Adds a user to a company inside the caller's transaction, with an event.
 *
 * @param now Milliseconds since the epoch.
 */
export async function createUserIn(
  transaction: WorkspaceDatabase,
  actor: Actor,
  account: NewAccount,
  now: number,
): Promise<{ readonly id: string } | 'not-allowed' | 'email-taken'> {
  const { companyId, role } = account
  if (!mayManage(actor, role)) return 'not-allowed'
  const made = await createAccount(transaction, account, now)
  if (made === 'email-taken') return made
  const author = actor === null ? null : { accountId: actor.accountId, email: actor.email }
  const affectedItem = account.email.toLowerCase()
  await recordEvents(transaction, [
    { companyId, name: 'UserCreated', at: now, author, affectedItem, details: { role } },
  ])
  return made
}
