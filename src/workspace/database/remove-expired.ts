import { dayInMilliseconds } from '../clock'
import type { WorkspaceDatabase } from './sqlite'

/**
 * Removes tokens, sessions and codes that ended more than a day ago. Until then an ended access token is still told
 * apart from an unknown one (`token_expired`), and a rotated refresh token stays until its own end so that reuse is
 * noticed.
 *
 * @param now Milliseconds since the epoch.
 */
export async function removeExpired(db: WorkspaceDatabase, now: number): Promise<void> {
  const before = new Date(now - dayInMilliseconds).toISOString()
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('oauthAccessToken').where('expiresAt', '<', before).execute()
    await transaction.deleteFrom('oauthRefreshToken').where('expiresAt', '<', before).execute()
    await transaction.deleteFrom('session').where('expiresAt', '<', before).execute()
    await transaction.deleteFrom('scriptToken').where('endsAt', '<', now - 30 * dayInMilliseconds).execute()
    await transaction.deleteFrom('deviceCode').where('expiresAt', '<', before).execute()
    await transaction.deleteFrom('verification').where('expiresAt', '<', before).execute()
  })
}
