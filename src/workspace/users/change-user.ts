import { randomUUID } from 'node:crypto'
import type { Role } from '../../contract/session'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type CompanyEvent } from '../events/record-event'
import { endSessionsIn } from '../identity/end-sessions'
import { foldName } from './folded-name'
import { isLastAdministrator, lockAdministrators } from './last-administrator'
import { mayManage, type Actor } from './may-manage'

/** What is to be changed of a user; what is left out stays. */
export interface UserChange {
  readonly name?: string
  readonly email?: string
  readonly role?: Role
  readonly active?: boolean
  /** BCP 47. */
  readonly language?: string
  /** From `hashPassword`. */
  readonly passwordHash?: string
  /** A browser session that another password leaves signed in. */
  readonly keptSessionId?: string
}

export type UserOutcome = 'done' | 'not-found' | 'not-allowed' | 'last-administrator' | 'email-taken'

/** Whose user is changed, and by whom. */
export interface UserInCompany {
  readonly companyId: string
  readonly accountId: string
  readonly actor: Actor
  /** Somebody's own account, whatever their role; that role is never changed this way. */
  readonly isOwn?: true
}

/**
 * Changes a user inside the caller's transaction: whole or not at all, with an event for each kind of change. An account
 * that is switched off, or gets another password, is signed out everywhere.
 *
 * @param now Milliseconds since the epoch.
 * @returns Nothing is written unless it is `done`.
 */
export async function changeUserIn(
  transaction: WorkspaceDatabase,
  { companyId, accountId, actor, isOwn }: UserInCompany,
  change: UserChange,
  now: number,
): Promise<UserOutcome> {
  await lockAdministrators(transaction, companyId)
  const before = await transaction
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.companyId', '=', companyId)
    .where('membership.accountId', '=', accountId)
    .select(['user.name', 'user.email', 'membership.role', 'membership.active', 'membership.language'])
    .executeTakeFirst()
  if (before === undefined) return 'not-found'
  const after = {
    name: change.name ?? before.name,
    email: change.email?.toLowerCase() ?? before.email,
    role: change.role ?? before.role,
    active: change.active === undefined ? before.active : Number(change.active),
    language: change.language ?? before.language,
  }
  const isOwnChange =
    isOwn === true && actor?.accountId === accountId && after.role === before.role && after.active === before.active
  if (!isOwnChange && !mayManage(actor, before.role, after.role)) return 'not-allowed'
  const administrates = after.role === 'administrator' && after.active === 1
  if (!administrates && (await isLastAdministrator(transaction, companyId, accountId))) return 'last-administrator'
  if (after.email !== before.email && (await isTaken(transaction, after.email))) return 'email-taken'

  const hasNewEmail = after.email !== before.email
  await transaction
    .updateTable('user')
    .set({
      name: after.name,
      email: after.email,
      ...(hasNewEmail ? { emailVerified: 0 } : {}),
      updatedAt: new Date(now).toISOString(),
    })
    .where('id', '=', accountId)
    .execute()
  await transaction
    .updateTable('membership')
    .set({ role: after.role, active: after.active, language: after.language, foldedName: foldName(after.name) })
    .where('accountId', '=', accountId)
    .execute()
  if (change.passwordHash !== undefined) await setPassword(transaction, accountId, change.passwordHash, now)
  const isSwitchedOff = before.active === 1 && after.active === 0
  if (isSwitchedOff || change.passwordHash !== undefined) {
    await endSessionsIn(transaction, accountId, now, change.keptSessionId ?? null)
  }

  const event = (name: CompanyEvent['name'], details: CompanyEvent['details']): CompanyEvent => {
    const author = actor === null ? null : { accountId: actor.accountId, email: actor.email }
    return { companyId, name, at: now, author, affectedItem: before.email, details }
  }
  const properties = {
    ...(after.name === before.name ? {} : { name: after.name, nameBefore: before.name }),
    ...(hasNewEmail ? { email: after.email, emailBefore: before.email } : {}),
    ...(after.language === before.language ? {} : { language: after.language, languageBefore: before.language }),
    ...(change.passwordHash === undefined ? {} : { passwordChanged: true }),
  }
  await recordEvents(transaction, [
    ...(Object.keys(properties).length === 0 ? [] : [event('EditUserProperties', properties)]),
    ...(after.role === before.role ? [] : [event('EditUserPermissions', { role: after.role, before: before.role })]),
    ...(after.active === before.active ? [] : [event(isSwitchedOff ? 'UserDeactivated' : 'UserActivated', {})]),
  ])
  return 'done'
}

async function isTaken(db: WorkspaceDatabase, email: string): Promise<boolean> {
  return (await db.selectFrom('user').where('email', '=', email).select('id').executeTakeFirst()) !== undefined
}

async function setPassword(
  transaction: WorkspaceDatabase,
  accountId: string,
  password: string,
  now: number,
): Promise<void> {
  const moment = new Date(now).toISOString()
  const { numUpdatedRows } = await transaction
    .updateTable('account')
    .set({ password, updatedAt: moment })
    .where('userId', '=', accountId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await transaction
    .insertInto('account')
    .values({
      id: randomUUID(),
      accountId,
      providerId: 'credential',
      userId: accountId,
      password,
      createdAt: moment,
      updatedAt: moment,
    })
    .execute()
}
