import type { WorkspaceDatabase } from '../database/sqlite'

/**
 * Ends everything an account is signed in with: browser sessions, access tokens and refresh tokens.
 *
 * @param now Milliseconds since the epoch.
 */
export async function endSessions(db: WorkspaceDatabase, accountId: string, now: number): Promise<void> {
  await db.transaction().execute((transaction) => endSessionsIn(transaction, accountId, now))
}

/**
 * As `endSessions`, inside the caller's transaction.
 *
 * @param keptId The browser session that stays, or null for none.
 */
export async function endSessionsIn(
  transaction: WorkspaceDatabase,
  accountId: string,
  now: number,
  keptId: string | null = null,
): Promise<void> {
  const revoked = new Date(now).toISOString()
  await transaction
    .updateTable('oauthAccessToken')
    .set({ revoked })
    .where('userId', '=', accountId)
    .where('revoked', 'is', null)
    .execute()
  await transaction
    .updateTable('oauthRefreshToken')
    .set({ revoked })
    .where('userId', '=', accountId)
    .where('revoked', 'is', null)
    .execute()
  // A sign-in with a code that was allowed a moment ago would bring a new one.
  await transaction.deleteFrom('deviceCode').where('userId', '=', accountId).execute()
  let sessions = transaction.deleteFrom('session').where('userId', '=', accountId)
  if (keptId !== null) sessions = sessions.where('id', '!=', keptId)
  await sessions.execute()
}

/**
 * Lets an account's access tokens run out now; its refresh tokens stay good.
 *
 * @param now Milliseconds since the epoch.
 */
export async function expireAccessTokens(db: WorkspaceDatabase, accountId: string, now: number): Promise<void> {
  const expiresAt = new Date(now - 1).toISOString()
  await db.updateTable('oauthAccessToken').set({ expiresAt }).where('userId', '=', accountId).execute()
}

/** Makes what was signed or encrypted with a lost key void, so that a new one can take its place. */
export async function forgetLostKey(db: WorkspaceDatabase): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('jwks').execute()
    await transaction.deleteFrom('session').execute()
  })
}
