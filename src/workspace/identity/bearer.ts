import { createHash } from 'node:crypto'
import type { Scope } from '../../contract/script-tokens'
import type { WorkspaceDatabase } from '../database/sqlite'
import { findActiveAccount, type AccountInCompany } from '../users/find-account'
import { findScriptToken, isScriptToken } from './script-tokens'

export type BearerOutcome =
  | {
      readonly outcome: 'accepted'
      readonly account: AccountInCompany
      /** What it is good for: all that the account may do (the app's), or these alone (a script's). */
      readonly scopes: 'all' | ReadonlySet<Scope>
    }
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
  if (isScriptToken(token)) {
    const script = await findScriptToken(db, token, now)
    return script.outcome === 'found' ? acceptFor(db, script.accountId, script.scopes) : script
  }
  const found = await db
    .selectFrom('oauthAccessToken')
    .where('token', '=', storedToken(token))
    .select(['userId', 'expiresAt', 'revoked'])
    .executeTakeFirst()
  if (found === undefined || found.userId === null || found.revoked !== null) return { outcome: 'invalid_token' }
  if (Date.parse(found.expiresAt) <= now) return { outcome: 'token_expired' }
  return acceptFor(db, found.userId, 'all')
}

async function acceptFor(
  db: WorkspaceDatabase,
  accountId: string,
  scopes: 'all' | ReadonlySet<Scope>,
): Promise<BearerOutcome> {
  const account = await findActiveAccount(db, accountId)
  return account === null ? { outcome: 'invalid_token' } : { outcome: 'accepted', account, scopes }
}
