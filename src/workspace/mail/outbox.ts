import { randomUUID } from 'node:crypto'
import type { MailState } from '../../contract/mail-states'
import { insertMany } from '../database/insert-many'
import type { MailKind, WaitingMail } from '../database/mail-table'
import type { WorkspaceDatabase } from '../database/sqlite'

/** A mail to be sent, as far as it can't be found out when its turn comes. */
export interface NewMail {
  readonly kind: MailKind
  readonly email: string
  readonly companyId: string | null
  readonly accountId?: string
  readonly invitationId?: string
  readonly sealedToken?: string
  readonly byName?: string
  readonly address?: string | null
  /** When what it tells of is over, milliseconds since the epoch. */
  readonly endsAt: number
}

/** Rows of one statement: databases take a limited number of parameters. */
const batch = 500

/** Whoever sits and waits for a mail does not wait for those to two hundred others. */
const turnOf = (kind: MailKind) => (kind === 'invitation' || kind === 'company-deletion' ? 1 : 0)

/**
 * Has mails sent, inside of the transaction that makes what they tell of: they are sent if it is done, whatever dies when.
 *
 * @param now Milliseconds since the epoch.
 */
export async function queueMails(transaction: WorkspaceDatabase, mails: readonly NewMail[], now: number): Promise<void> {
  const rows = mails.map(({ kind, email, companyId, accountId, invitationId, sealedToken, byName, address, endsAt }) => ({
    id: randomUUID(),
    companyId,
    accountId: accountId ?? null,
    invitationId: invitationId ?? null,
    kind,
    email: email.toLowerCase(),
    sealedToken: sealedToken ?? null,
    byName: byName ?? null,
    address: address ?? null,
    state: 'waiting' as const,
    problem: null,
    turn: turnOf(kind),
    createdAt: now,
    endsAt,
  }))
  for (let at = 0; at < rows.length; at += batch) await insertMany(transaction, 'mail', rows.slice(at, at + batch)).execute()
}

/** Takes the mails of an account's links back: they are void, or used, or others take their place. */
export async function dropLinkMails(
  transaction: WorkspaceDatabase,
  accountIds: readonly string[],
  kinds: readonly MailKind[],
): Promise<void> {
  await transaction.deleteFrom('mail').where('accountId', 'in', accountIds).where('kind', 'in', kinds).execute()
}

/** Keeps the mail of a withdrawn invitation back, or lets it go as before. */
export async function holdInvitationMail(transaction: WorkspaceDatabase, invitationId: string, isHeld: boolean): Promise<void> {
  await transaction
    .updateTable('mail')
    .set({ state: isHeld ? 'held' : 'waiting' })
    .where('invitationId', '=', invitationId)
    .where('state', '=', isHeld ? 'waiting' : 'held')
    .execute()
}

/** A mail to an account that is not sent. */
interface AccountMail extends MailState {
  readonly kind: MailKind
}

/** The mails to an account that are not sent, the newest first. */
export async function mailsToAccount(db: WorkspaceDatabase, accountId: string): Promise<readonly AccountMail[]> {
  const rows = await unsent(db).where('accountId', '=', accountId).orderBy('createdAt', 'desc').orderBy('id').select('kind').execute()
  return rows.map((row) => ({ ...toState(row), kind: row.kind }))
}

/** The mails of invitations that are not sent, by the invitation's id. */
export async function mailsOfInvitations(db: WorkspaceDatabase, invitationIds: readonly string[]): Promise<ReadonlyMap<string, MailState>> {
  if (invitationIds.length === 0) return new Map()
  const rows = await unsent(db).where('invitationId', 'in', invitationIds).where('kind', '=', 'invitation').select('invitationId').execute()
  return new Map(rows.map((row) => [row.invitationId ?? '', toState(row)]))
}

function unsent(db: WorkspaceDatabase) {
  return db
    .selectFrom('mail')
    .where('state', '!=', 'held')
    .select(['email', 'state', 'problem', 'createdAt', 'notBefore'])
}

function toState({ state, problem, email, createdAt, notBefore }: Pick<WaitingMail, 'state' | 'problem' | 'email' | 'createdAt' | 'notBefore'>): MailState {
  const isFailed = state === 'failed'
  return { state: isFailed ? 'failed' : 'waiting', problem, email, createdAt, nextTryAt: isFailed ? null : notBefore }
}
