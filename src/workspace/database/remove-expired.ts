import { dayInMilliseconds } from '../clock'
import { removalTime } from '../users/keep-removed'
import type { WorkspaceDatabase } from './sqlite'

/** Days for which what came of a job can be looked up, and undone. */
const daysOfJobs = 30

/**
 * Removes jobs of long ago, and tokens, sessions and codes that ended more than a day ago. Until then an ended access token is still told
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
    // Their users and files go with them. What has not ended is an import that nobody began.
    await transaction
      .deleteFrom('job')
      .where('state', 'not in', ['checking', 'running'])
      .where('createdAt', '<', now - daysOfJobs * dayInMilliseconds)
      .execute()
    await transaction.deleteFrom('removedUser').where('removedAt', '<', now - removalTime).execute()
    await transaction.deleteFrom('joinRequest').where('acceptedAt', '<', now - removalTime).execute()
    // What can't be sent any more is told; after a while nobody needs to know.
    await transaction
      .updateTable('mail')
      .set({ state: 'failed', problem: 'no-server', sealedToken: null })
      .where('state', '=', 'waiting')
      .where('leaseOwner', 'is', null)
      .where('endsAt', '<', now)
      .execute()
    await transaction.deleteFrom('mail').where('kind', '=', 'forgotten').where('endsAt', '<', now).execute()
    await transaction.deleteFrom('mail').where('createdAt', '<', now - daysOfJobs * dayInMilliseconds).execute()
    await transaction.deleteFrom('accountLink').where('endsAt', '<', now).execute()
    await transaction.deleteFrom('idempotentRequest').where('endsAt', '<=', now).execute()
    await transaction.deleteFrom('rateLimit').where('endsAt', '<=', now).execute()
    await transaction.deleteFrom('verification').where('expiresAt', '<', before).execute()
  })
}
