import type { UserPage } from '../../contract/console-users'
import type { OwnSession } from '../../contract/own-account'
import type { MailKind } from '../database/mail-table'
import type { WorkspaceDatabase } from '../database/sqlite'
import { eventsOfUser } from '../events/events-of-user'
import type { FoundEvent } from '../events/find-events'
import { passwordHashOf } from '../identity/password'
import { mailsToAccount } from '../mail/outbox'
import { listSessions } from '../own-account/own-sessions'
import type { AccountInCompany } from './find-account'
import { isLastAdministrator } from './last-administrator'
import { findUser, type LicensedUser } from './list-users'
import { mayManage } from './may-manage'

/** Entries of the event log on the page; the log itself has all. */
const shownEvents = 10

interface FoundUserPage {
  readonly user: LicensedUser
  readonly language: string
  readonly isYourself: boolean
  readonly mayManage: boolean
  readonly isLastAdministrator: boolean
  readonly sessions: readonly OwnSession[]
  readonly events: readonly FoundEvent[] | null
  readonly hasPassword: boolean
  readonly mails: UserPage['mails']
}

/**
 * Finds all that the page of a user shows.
 *
 * @param asker Who wants to see it: sessions are shown to whoever may end them.
 * @param about Whether it has what the event log says, and the session of the browser that asks.
 * @param now Milliseconds since the epoch.
 * @returns Null where the company has no such user.
 */
export async function findUserPage(
  db: WorkspaceDatabase,
  asker: AccountInCompany,
  accountId: string,
  about: { readonly hasEvents: boolean; readonly sessionId: string },
  now: number,
): Promise<FoundUserPage | null> {
  const { companyId, id, email, role } = asker
  const user = await findUser(db, companyId, accountId)
  if (user === null) return null
  const place = await db
    .selectFrom('membership')
    .where('accountId', '=', accountId)
    .select('language')
    .executeTakeFirst()
  if (place === undefined) return null
  const mayBeManaged = mayManage({ accountId: id, email, role }, user.role)
  return {
    user,
    language: place.language,
    isYourself: id === accountId,
    mayManage: mayBeManaged,
    isLastAdministrator: await isLastAdministrator(db, companyId, accountId),
    sessions: mayBeManaged ? await listSessions(db, accountId, about.sessionId, now) : [],
    hasPassword: !mayBeManaged || (await passwordHashOf(db, accountId)) !== null,
    mails: mayBeManaged ? (await mailsToAccount(db, accountId)).map(({ kind, ...mail }) => ({ kind: shownKind(kind), ...mail })) : [],
    events: about.hasEvents ? await eventsOfUser(db, companyId, user, shownEvents) : null,
  }
}

function shownKind(kind: MailKind): UserPage['mails'][number]['kind'] {
  if (kind === 'email-old' || kind === 'email-new') return 'new-email'
  return kind === 'company-deletion' ? kind : 'password-link'
}
