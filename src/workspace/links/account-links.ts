import { createHash, randomBytes } from 'node:crypto'
import { dayInMilliseconds, hourInSeconds } from '../clock'
import type { WorkspaceDatabase } from '../database/sqlite'
import { dropLinkMails } from '../mail/outbox'

/** What a link is for: a new password, the first one of an account that was made for somebody, or an e-mail confirmed at the old or at the new address. */
export type LinkPurpose = 'password' | 'first-password' | 'email-old' | 'email-new'

/** How long a link is good, milliseconds. */
export const linkTime: Readonly<Record<LinkPurpose, number>> = {
  password: hourInSeconds * 1000,
  'first-password': 14 * dayInMilliseconds,
  'email-old': 24 * hourInSeconds * 1000,
  'email-new': 24 * hourInSeconds * 1000,
}

/** Databases limit the values of one statement. */
const mostInOneStatement = 100

/** 256 random bits need no slow hash. */
export function hashOfLink(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Draws a link's secret. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The address of a page with a link's secret, behind the `#`: there it gets into no log and no `Referer`. */
export function linkAddress(address: string, page: string, token: string): string {
  return `${address}${page}#${token}`
}

/**
 * Makes a link inside the caller's transaction; an earlier one of the same purpose is void from then on.
 *
 * @param now Milliseconds since the epoch.
 * @returns Its secret, which is kept nowhere.
 */
export async function makeLink(
  transaction: WorkspaceDatabase,
  accountId: string,
  purpose: LinkPurpose,
  email: string,
  now: number,
): Promise<string> {
  await dropLinks(transaction, accountId, [purpose])
  const token = newLinkToken()
  const row = { tokenHash: hashOfLink(token), accountId, purpose, email, endsAt: now + linkTime[purpose], usedAt: null }
  await transaction.insertInto('accountLink').values(row).execute()
  return token
}

/** Whom a link is for. */
export interface LinkHolder {
  readonly accountId: string
  readonly email: string
}

/** A link that was made just now. */
export interface MadeLink extends LinkHolder {
  readonly token: string
  /** Milliseconds since the epoch. */
  readonly endsAt: number
}

/** Makes a link for each of many accounts, as `makeLink` does for one; what else is known of them stays beside it. */
export async function makeLinks<Holder extends LinkHolder>(
  transaction: WorkspaceDatabase,
  holders: readonly Holder[],
  purpose: LinkPurpose,
  now: number,
): Promise<(Holder & MadeLink)[]> {
  const made = holders.map((holder) => ({ ...holder, token: newLinkToken(), endsAt: now + linkTime[purpose] }))
  for (let at = 0; at < made.length; at += mostInOneStatement) {
    const part = made.slice(at, at + mostInOneStatement)
    const ids = part.map(({ accountId }) => accountId)
    await transaction.deleteFrom('accountLink').where('accountId', 'in', ids).where('purpose', '=', purpose).execute()
    await dropLinkMails(transaction, ids, [purpose])
    const rows = part.map(({ accountId, email, token, endsAt }) => ({ tokenHash: hashOfLink(token), accountId, purpose, email, endsAt, usedAt: null }))
    await transaction.insertInto('accountLink').values(rows).execute()
  }
  return made
}

/** Makes an account's links void, and takes those back that are still to be mailed. */
export async function dropLinks(
  transaction: WorkspaceDatabase,
  accountId: string,
  purposes: readonly LinkPurpose[],
): Promise<void> {
  await transaction
    .deleteFrom('accountLink')
    .where('accountId', '=', accountId)
    .where('purpose', 'in', purposes)
    .execute()
  await dropLinkMails(transaction, [accountId], purposes)
}

/**
 * Uses a link up inside the caller's transaction, so that of two requests at once only one can.
 *
 * @param now Milliseconds since the epoch.
 * @returns Null when it is unknown, used or over.
 */
export async function takeLink(
  transaction: WorkspaceDatabase,
  token: string,
  purposes: readonly LinkPurpose[],
  now: number,
): Promise<{ accountId: string; purpose: LinkPurpose; email: string } | null> {
  const taken = await transaction
    .updateTable('accountLink')
    .set({ usedAt: now })
    .where('tokenHash', '=', hashOfLink(token))
    .where('purpose', 'in', purposes)
    .where('usedAt', 'is', null)
    .where('endsAt', '>', now)
    .returning(['accountId', 'purpose', 'email'])
    .executeTakeFirst()
  return taken ?? null
}
