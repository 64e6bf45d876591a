import { createHash } from 'node:crypto'
import type { WorkspaceDatabase } from '../database/sqlite'
import { findActiveAccount, type AccountInCompany } from '../users/find-account'

export type BearerOutcome =
  | { readonly outcome: 'accepted'; readonly account: AccountInCompany }
  | { readonly outcome: 'invalid_token' | 'token_expired' }

/** How the identity library stores opaque tokens: SHA-256, base64url without padding. */
function storedToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/**
 * Reads the token of an `Authorization` header (RFC 6750 §2.1).
 *
 * @returns Null when there is none or its form is wrong.
 */
export function readBearer(header: string | undefined): string | null {
  return /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(header ?? '')?.[1] ?? null
}

/**
 * Looks an access token up. Tokens are opaque, so that one which is revoked, or whose browser session was ended by
 * signing out, is refused from that moment on.
 *
 * @param now Milliseconds since the epoch.
 */
export async function acceptBearer(db: WorkspaceDatabase, token: string, now: number): Promise<BearerOutcome> {
  const found = await db
    .selectFrom('oauthAccessToken')
    .where('token', '=', storedToken(token))
    .select(['userId', 'expiresAt', 'revoked'])
    .executeTakeFirst()
  if (found === undefined || found.userId === null || found.revoked !== null) return { outcome: 'invalid_token' }
  if (Date.parse(found.expiresAt) <= now) return { outcome: 'token_expired' }
  const account = await findActiveAccount(db, found.userId)
  return account === null ? { outcome: 'invalid_token' } : { outcome: 'accepted', account }
}
