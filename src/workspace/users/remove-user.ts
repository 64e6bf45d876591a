import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents } from '../events/record-event'
import { endSessionsIn } from '../identity/end-sessions'
import { changeSeatsIn, heldLicences } from '../licences/change-seats'
import type { UserInCompany, UserOutcome } from './change-user'
import { keepRemoved } from './keep-removed'
import { isLastAdministrator, lockAdministrators } from './last-administrator'
import { mayManage } from './may-manage'

/**
 * Removes a user from the company inside the caller's transaction: signed out everywhere, seats given back, its meetings
 * deleted, with events.
 *
 * @param isPermanent Deletes the account as well; else it stays, can't sign in, and can be added again by its e-mail, or put
 *   back as it was (`restoreUserIn`) for a day.
 * @param now Milliseconds since the epoch.
 * @returns Nothing is written unless it is `done`.
 */
export async function removeUserIn(
  transaction: WorkspaceDatabase,
  { companyId, accountId, actor }: UserInCompany,
  isPermanent: boolean,
  now: number,
): Promise<UserOutcome> {
  await lockAdministrators(transaction, companyId)
  const user = await transaction
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.companyId', '=', companyId)
    .where('membership.accountId', '=', accountId)
    .select(['user.email', 'membership.role'])
    .executeTakeFirst()
  if (user === undefined) return 'not-found'
  if (!mayManage(actor, user.role)) return 'not-allowed'
  if (await isLastAdministrator(transaction, companyId, accountId)) return 'last-administrator'

  const author = actor === null ? null : { accountId: actor.accountId, email: actor.email }
  const takeBack = (await heldLicences(transaction, accountId)).map(({ id }) => id)
  if (!isPermanent) await keepRemoved(transaction, accountId, takeBack, now)
  const givenBack = await changeSeatsIn(transaction, { companyId, accountId, takeBack, author }, now)
  if (givenBack !== 'done') throw new Error(`Seats could not be given back: ${givenBack}`)
  await endSessionsIn(transaction, accountId, now)
  await transaction.deleteFrom('membership').where('accountId', '=', accountId).execute()
  // Sessions, tokens and credentials go with the account.
  if (isPermanent) await transaction.deleteFrom('user').where('id', '=', accountId).execute()
  const name = isPermanent ? 'UserDeleted' : 'UserRemovedFromCompany'
  await recordEvents(transaction, [
    { companyId, name, at: now, author, affectedItem: user.email, details: { role: user.role } },
  ])
  return 'done'
}
