import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { scopeSchema, type CreateScriptToken, type Scope, type ScriptToken } from '../../contract/script-tokens'
import { dayInMilliseconds } from '../clock'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type CompanyEvent } from '../events/record-event'

/** Marks the token for its readers, such as programs that look for secrets in source code. */
const prefix = 'parley_'

/** More than anybody has scripts; it keeps the list readable and the table small. */
const mostTokens = 50

const scopesSchema = z.array(scopeSchema)

/** 256 random bits need no slow hash. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Whose token it is. */
export interface TokenOwner {
  readonly accountId: string
  readonly email: string
  readonly companyId: string
}

function event(owner: TokenOwner, name: CompanyEvent['name'], token: { name: string }, now: number): CompanyEvent {
  const author = { accountId: owner.accountId, email: owner.email }
  return { companyId: owner.companyId, name, at: now, author, affectedItem: token.name, details: {} }
}

/**
 * Makes a token. The token itself is given back and kept nowhere.
 *
 * @param now Milliseconds since the epoch.
 * @returns `too-many` when the account has fifty already.
 */
export async function createScriptToken(
  db: WorkspaceDatabase,
  owner: TokenOwner,
  wanted: CreateScriptToken,
  now: number,
): Promise<{ token: string; made: ScriptToken } | 'too-many'> {
  const token = prefix + randomBytes(32).toString('base64url')
  const made = {
    id: randomUUID(),
    name: wanted.name,
    scopes: [...new Set(wanted.scopes)],
    createdAt: now,
    endsAt: now + wanted.days * dayInMilliseconds,
    lastUsedAt: null,
  }
  return db.transaction().execute(async (transaction) => {
    const { count } = await transaction
      .selectFrom('scriptToken')
      .where('accountId', '=', owner.accountId)
      .select((is) => is.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostTokens) return 'too-many'
    await transaction
      .insertInto('scriptToken')
      .values({ ...made, scopes: JSON.stringify(made.scopes), accountId: owner.accountId, tokenHash: hashOf(token) })
      .execute()
    await recordEvents(transaction, [event(owner, 'ScriptTokenAdded', made, now)])
    return { token, made }
  })
}

/** The account's tokens, newest first. */
export async function listScriptTokens(db: WorkspaceDatabase, accountId: string): Promise<ScriptToken[]> {
  const rows = await db
    .selectFrom('scriptToken')
    .where('accountId', '=', accountId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .select(['id', 'name', 'scopes', 'createdAt', 'endsAt', 'lastUsedAt'])
    .execute()
  return rows.map((row) => ({ ...row, scopes: scopesSchema.parse(JSON.parse(row.scopes)) }))
}

/**
 * Revokes a token of the account's own, from this moment on.
 *
 * @returns False when the account has no such token.
 */
export async function revokeScriptToken(
  db: WorkspaceDatabase,
  owner: TokenOwner,
  id: string,
  now: number,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const token = await transaction
      .deleteFrom('scriptToken')
      .where('id', '=', id)
      .where('accountId', '=', owner.accountId)
      .returning('name')
      .executeTakeFirst()
    if (token === undefined) return false
    await recordEvents(transaction, [event(owner, 'ScriptTokenDeleted', token, now)])
    return true
  })
}

/** What a script's token stands for. */
export type ScriptTokenFound =
  | { readonly outcome: 'found'; readonly accountId: string; readonly scopes: ReadonlySet<Scope> }
  | { readonly outcome: 'invalid_token' | 'token_expired' }

/** Tells a script's token from one of the app's. */
export function isScriptToken(token: string): boolean {
  return token.startsWith(prefix)
}

/**
 * Looks a script's token up, and notes its use once a minute at most.
 *
 * @param now Milliseconds since the epoch.
 */
export async function findScriptToken(db: WorkspaceDatabase, token: string, now: number): Promise<ScriptTokenFound> {
  const found = await db
    .selectFrom('scriptToken')
    .where('tokenHash', '=', hashOf(token))
    .select(['id', 'accountId', 'scopes', 'endsAt', 'lastUsedAt'])
    .executeTakeFirst()
  if (found === undefined) return { outcome: 'invalid_token' }
  if (found.endsAt <= now) return { outcome: 'token_expired' }
  if (found.lastUsedAt === null || found.lastUsedAt < now - 60_000) {
    await db.updateTable('scriptToken').set({ lastUsedAt: now }).where('id', '=', found.id).execute()
  }
  const scopes = new Set(scopesSchema.parse(JSON.parse(found.scopes)))
  return { outcome: 'found', accountId: found.accountId, scopes }
}
