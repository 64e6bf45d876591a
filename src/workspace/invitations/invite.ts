import { randomUUID } from 'node:crypto'
import { roleSchema, type Role } from '../../contract/session'
import { dayInMilliseconds } from '../clock'
import { inTransaction } from '../database/in-transaction'
import { lockTable } from '../database/lock-table'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type CompanyEvent } from '../events/record-event'
import { hashOfLink, newLinkToken } from '../links/account-links'
import { holdInvitationMail, queueMails } from '../mail/outbox'
import type { Sealing } from '../secrets/sealing'
import type { AccountInCompany } from '../users/find-account'
import { mayManage } from '../users/may-manage'

/** How long one person's invitation is good, milliseconds. */
const invitationTime = 14 * dayInMilliseconds

/** Who invites, and how secrets are kept. */
export interface Inviting {
  readonly db: WorkspaceDatabase
  readonly sealing: Sealing
  /** Whether invitations are mailed. */
  readonly sendsMail: boolean
  readonly by: AccountInCompany
  /** Milliseconds since the epoch. */
  readonly now: number
}

export function invitationEvent(
  { by, now }: Inviting,
  name: CompanyEvent['name'],
  affectedItem: string,
  details: CompanyEvent['details'] = {},
): CompanyEvent {
  return { companyId: by.companyId, name, at: now, author: { accountId: by.id, email: by.email }, affectedItem, details }
}

/** The roles that somebody may give: who could see or renew the link of a higher one could take that role. */
export function rolesToGive({ id, email, role }: AccountInCompany): Role[] {
  return roleSchema.options.filter((given) => mayManage({ accountId: id, email, role }, given))
}

function newToken(sealing: Sealing) {
  const token = newLinkToken()
  return { tokenHash: hashOfLink(token), sealedToken: sealing.seal(token) }
}

/** Has invitations mailed, where mail is sent. */
async function mailInvitations(
  transaction: WorkspaceDatabase,
  { by, sendsMail, now }: Inviting,
  invitations: readonly { readonly id: string; readonly email: string }[],
): Promise<void> {
  if (!sendsMail) return
  const about = { kind: 'invitation', companyId: by.companyId, byName: by.name, endsAt: now + invitationTime } as const
  await queueMails(transaction, invitations.map(({ id, email }) => ({ ...about, invitationId: id, email })), now)
}

/**
 * Invites people by their e-mails. Whoever has an account or an open invitation already is left out.
 *
 * @returns The invitations that were made, or `not-allowed` when the one who invites may not give that role.
 */
export async function invite(
  inviting: Inviting,
  emails: readonly string[],
  role: Role,
  language: string,
): Promise<readonly { readonly id: string; readonly email: string }[] | 'not-allowed'> {
  const { db, sealing, by, now } = inviting
  if (!rolesToGive(by).includes(role)) return 'not-allowed'
  const wanted = [...new Set(emails.map((email) => email.toLowerCase()))]
  return inTransaction(db, async (transaction) => {
    await lockTable(transaction, 'invitation')
    const members = await transaction
      .selectFrom('user')
      .innerJoin('membership', 'membership.accountId', 'user.id')
      .where('user.email', 'in', wanted)
      .select('user.email')
      .execute()
    const open = await transaction
      .selectFrom('invitation')
      .where('companyId', '=', by.companyId)
      .where('email', 'in', wanted)
      .where('withdrawnAt', 'is', null)
      .where('uses', '=', 0)
      .where('endsAt', '>', now)
      .select('email')
      .execute()
    const known = new Set([...members, ...open].map((row) => row.email))
    const made = wanted.filter((email) => !known.has(email)).map((email) => ({ id: randomUUID(), email, ...newToken(sealing) }))
    if (made.length === 0) return []
    // One that is over gives way to the new one.
    const emailsOfMade = made.map(({ email }) => email)
    await transaction
      .deleteFrom('invitation')
      .where('companyId', '=', by.companyId)
      .where('email', 'in', emailsOfMade)
      .execute()
    await transaction
      .insertInto('invitation')
      .values(
        made.map(({ id, email, tokenHash, sealedToken }) => ({
          id,
          companyId: by.companyId,
          email,
          role,
          language,
          tokenHash,
          sealedToken,
          createdAt: now,
          endsAt: now + invitationTime,
          uses: 0,
          mostUses: 1,
          withdrawnAt: null,
        })),
      )
      .execute()
    await recordEvents(
      transaction,
      made.map(({ email }) => invitationEvent(inviting, 'UserInvited', email, { role })),
    )
    await mailInvitations(transaction, inviting, made)
    return made.map(({ id, email }) => ({ id, email }))
  })
}

/** Sends an invitation once more, good for as long as a new one; its former link is void. False when there is none. */
export async function renew(inviting: Inviting, id: string): Promise<boolean> {
  const { db, sealing, by, now } = inviting
  return inTransaction(db, async (transaction) => {
    const renewed = await transaction
      .updateTable('invitation')
      .set({ ...newToken(sealing), endsAt: now + invitationTime })
      .where('id', '=', id)
      .where('companyId', '=', by.companyId)
      .where('role', 'in', rolesToGive(by))
      .where('email', 'is not', null)
      .where('uses', '=', 0)
      .where('withdrawnAt', 'is', null)
      .returning(['email', 'role'])
      .executeTakeFirst()
    if (renewed === undefined || renewed.email === null) return false
    await recordEvents(transaction, [invitationEvent(inviting, 'UserInvited', renewed.email, { role: renewed.role })])
    // The former mail, where it still waits, would have the former link.
    await transaction.deleteFrom('mail').where('invitationId', '=', id).execute()
    await mailInvitations(transaction, inviting, [{ id, email: renewed.email }])
    return true
  })
}

/**
 * Withdraws an invitation or the company's link, or takes that back.
 *
 * @returns False when there is none in that state.
 */
export async function setWithdrawn(inviting: Inviting, id: string, isWithdrawn: boolean): Promise<boolean> {
  const { db, by, now } = inviting
  return inTransaction(db, async (transaction) => {
    const changed = await transaction
      .updateTable('invitation')
      .set({ withdrawnAt: isWithdrawn ? now : null })
      .where('id', '=', id)
      .where('companyId', '=', by.companyId)
      .where('role', 'in', rolesToGive(by))
      .where('withdrawnAt', isWithdrawn ? 'is' : 'is not', null)
      .returning(['email', 'role'])
      .executeTakeFirst()
    if (changed === undefined) return false
    await holdInvitationMail(transaction, id, isWithdrawn)
    const { email, role } = changed
    await recordEvents(transaction, [
      email === null
        ? invitationEvent(inviting, isWithdrawn ? 'CompanyLinkWithdrawn' : 'CompanyLinkMade', by.companyName)
        : isWithdrawn
          ? invitationEvent(inviting, 'InvitationWithdrawn', email)
          : invitationEvent(inviting, 'UserInvited', email, { role }),
    ])
    return true
  })
}

/** Makes the company's link, in place of the one before. */
export async function makeCompanyLink(
  inviting: Inviting,
  { days, mostUses }: { readonly days: number; readonly mostUses: number },
): Promise<void> {
  const { db, sealing, by, now } = inviting
  const { tokenHash, sealedToken } = newToken(sealing)
  await inTransaction(db, async (transaction) => {
    await lockTable(transaction, 'invitation')
    await transaction
      .deleteFrom('invitation')
      .where('companyId', '=', by.companyId)
      .where('email', 'is', null)
      .execute()
    await transaction
      .insertInto('invitation')
      .values({
        id: randomUUID(),
        companyId: by.companyId,
        email: null,
        role: 'member',
        language: by.language,
        tokenHash,
        sealedToken,
        createdAt: now,
        endsAt: now + days * dayInMilliseconds,
        uses: 0,
        mostUses,
        withdrawnAt: null,
      })
      .execute()
    await recordEvents(transaction, [invitationEvent(inviting, 'CompanyLinkMade', by.companyName, { days, mostUses })])
  })
}
