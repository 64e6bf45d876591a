import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents } from '../events/record-event'
import { changeSeatsIn } from '../licences/change-seats'
import type { UserInCompany, UserOutcome } from './change-user'
import { findRemoved, forgetRemoved, putBack, removalTime } from './keep-removed'
import { lockAdministrators } from './last-administrator'
import { mayManage } from './may-manage'

/**
 * Takes the removal of a user from the company back, inside the caller's transaction, within `removalTime`: with the password,
 * meetings and tokens as they were, and with the licences that can still be given.
 *
 * @param now Milliseconds since the epoch.
 */
export async function restoreUserIn(
  transaction: WorkspaceDatabase,
  { companyId, accountId, actor }: UserInCompany,
  now: number,
): Promise<Extract<UserOutcome, 'done' | 'not-found' | 'not-allowed'>> {
  await lockAdministrators(transaction, companyId)
  const kept = await findRemoved(transaction, companyId, accountId, now - removalTime)
  const user = await transaction.selectFrom('user').where('id', '=', accountId).select('email').executeTakeFirst()
  if (kept === null || user === undefined) return 'not-found'
  if (!mayManage(actor, kept.role)) return 'not-allowed'
  await putBack(transaction, { companyId, accountId, email: user.email }, kept)
  await forgetRemoved(transaction, accountId)
  const author = actor === null ? null : { accountId: actor.accountId, email: actor.email }
  await recordEvents(transaction, [
    { companyId, name: 'JoinCompany', at: now, author, affectedItem: user.email, details: { role: kept.role } },
  ])
  // In the order that everyone locks in, however many users are put back in one transaction.
  await transaction
    .selectFrom('licence')
    .where('companyId', '=', companyId)
    .select('id')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  // A seat that somebody else has by now must not keep the user out.
  for (const id of kept.licenceIds) {
    await changeSeatsIn(transaction, { companyId, accountId, give: [id], author }, now)
  }
  return 'done'
}
