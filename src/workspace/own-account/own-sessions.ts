import type { OwnSession } from '../../contract/own-account'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type Author } from '../events/record-event'
import { endSessionsIn } from '../identity/end-sessions'

/** Whose sessions are ended. */
type Holder = Readonly<Record<'id' | 'email' | 'companyId', string>>

/**
 * Lists what an account is signed in with: browsers, and the app on its computers.
 *
 * @param currentId The session of the browser that asks.
 * @param now Milliseconds since the epoch.
 */
export async function listSessions(
  db: WorkspaceDatabase,
  accountId: string,
  currentId: string,
  now: number,
): Promise<OwnSession[]> {
  const moment = new Date(now).toISOString()
  const browsers = await db
    .selectFrom('session')
    .where('userId', '=', accountId)
    .where('expiresAt', '>', moment)
    .orderBy('createdAt', 'desc')
    .select(['id', 'userAgent', 'ipAddress', 'createdAt'])
    .limit(100)
    .execute()
  const apps = await db
    .selectFrom('oauthRefreshToken')
    .leftJoin('session', 'session.id', 'oauthRefreshToken.sessionId')
    .where('oauthRefreshToken.userId', '=', accountId)
    .where('oauthRefreshToken.revoked', 'is', null)
    .where('oauthRefreshToken.expiresAt', '>', moment)
    .orderBy('oauthRefreshToken.createdAt', 'desc')
    .select([
      'oauthRefreshToken.id',
      'oauthRefreshToken.authTime',
      'oauthRefreshToken.createdAt',
      'session.ipAddress',
    ])
    .limit(100)
    .execute()
  return [
    ...browsers.map(
      ({ id, userAgent, ipAddress, createdAt }): OwnSession => ({
        id,
        kind: 'browser',
        isCurrent: id === currentId,
        userAgent: filled(userAgent),
        address: filled(ipAddress),
        startedAt: Date.parse(createdAt),
      }),
    ),
    ...apps.map(
      ({ id, authTime, createdAt, ipAddress }): OwnSession => ({
        id,
        kind: 'app',
        isCurrent: false,
        userAgent: null,
        address: filled(ipAddress),
        startedAt: Date.parse(authTime ?? createdAt),
      }),
    ),
  ].sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent) || other.startedAt - one.startedAt)
}

const filled = (text: string | null) => (text === null || text === '' ? null : text)

/**
 * Ends one of the account's sessions: a browser's, or the app's on one computer.
 *
 * @param author Who ends it: the account itself, or whoever manages it.
 * @param now Milliseconds since the epoch.
 * @returns False when the account has no such session.
 */
export async function endSession(
  db: WorkspaceDatabase,
  account: Holder,
  sessionId: string,
  author: Author,
  now: number,
): Promise<boolean> {
  const revoked = new Date(now).toISOString()
  return db.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('session')
      .where('id', '=', sessionId)
      .where('userId', '=', account.id)
      .executeTakeFirst()
    const { numUpdatedRows } = await transaction
      .updateTable('oauthRefreshToken')
      .set({ revoked })
      .where('id', '=', sessionId)
      .where('userId', '=', account.id)
      .where('revoked', 'is', null)
      .executeTakeFirst()
    if (numDeletedRows + numUpdatedRows === 0n) return false
    await transaction
      .updateTable('oauthAccessToken')
      .set({ revoked })
      .where('refreshId', '=', sessionId)
      .where('userId', '=', account.id)
      .execute()
    await recordEnd(transaction, account, author, now)
    return true
  })
}

/**
 * Ends all of the account's sessions but one.
 *
 * @param keptId The browser's session that asks: another account's is no session of this one, so that all end.
 * @param author Who ends them: the account itself, or whoever manages it.
 * @param now Milliseconds since the epoch.
 */
export async function endOtherSessions(
  db: WorkspaceDatabase,
  account: Holder,
  keptId: string,
  author: Author,
  now: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await endSessionsIn(transaction, account.id, now, keptId)
    await recordEnd(transaction, account, author, now)
  })
}

async function recordEnd(
  transaction: WorkspaceDatabase,
  { email, companyId }: Holder,
  author: Author,
  now: number,
): Promise<void> {
  await recordEvents(transaction, [
    { companyId, name: 'SessionsEnded', at: now, author, affectedItem: email, details: {} },
  ])
}
