import type { WaitingMail } from '../database/mail-table'
import type { WorkspaceDatabase } from '../database/sqlite'
import { hashOfLink, linkAddress, linkTime, type LinkPurpose } from '../links/account-links'
import type { Sealing } from '../secrets/sealing'
import { findActiveAccount } from '../users/find-account'
import type { MailMessage } from './mail'
import { companyDeletionMail, invitationMail, newEmailMail, passwordResetMail } from './messages'

/** What a message is made from. */
export interface MessageSources {
  /** Where people reach the workspace. */
  readonly address: string
  /** Opens the links' secrets. */
  readonly sealing: Sealing
}

/** Writes a message in its reader's language. */
type Write = () => Promise<MailMessage>

/**
 * `void`: what it tells of was withdrawn, used or replaced. `not-here`: whom it is for can't use it at the moment, having been switched off or
 * removed, which can be taken back. `unreadable`: its secret was sealed with a key that is lost.
 */
type Found = Write | 'void' | 'not-here' | 'unreadable'

/**
 * Finds what a mail says, as things are at this moment. A link that is good for some time is so from now on: nobody has had it yet.
 *
 * @param now Milliseconds since the epoch.
 */
export async function findMessage(
  transaction: WorkspaceDatabase,
  sources: MessageSources,
  mail: WaitingMail,
  now: number,
): Promise<Found> {
  switch (mail.kind) {
    case 'invitation':
      return findInvitation(transaction, sources, mail)
    case 'company-deletion':
      return findDeletion(transaction, sources, mail)
    case 'forgotten':
      return 'void'
    default:
      return findLink(transaction, sources, mail, mail.kind, now)
  }
}

async function findInvitation(
  transaction: WorkspaceDatabase,
  { address, sealing }: MessageSources,
  { invitationId, byName }: WaitingMail,
): Promise<Found> {
  const found = await transaction
    .selectFrom('invitation')
    .innerJoin('company', 'company.id', 'invitation.companyId')
    .where('invitation.id', '=', invitationId)
    .where('invitation.withdrawnAt', 'is', null)
    .where('invitation.uses', '=', 0)
    .where('company.isEnding', '=', 0)
    .select(['invitation.email', 'invitation.language', 'invitation.sealedToken', 'company.name as companyName'])
    .executeTakeFirst()
  if (found === undefined || found.email === null) return 'void'
  const { email, language, sealedToken, companyName } = found
  const token = sealing.open(sealedToken)
  if (token === null) return 'unreadable'
  return () => invitationMail(email, language, linkAddress(address, '/invitation', token), { name: byName ?? companyName, companyName })
}

async function findLink(
  transaction: WorkspaceDatabase,
  { address, sealing }: MessageSources,
  { accountId, sealedToken, byName }: WaitingMail,
  purpose: LinkPurpose,
  now: number,
): Promise<Found> {
  const token = sealing.open(sealedToken ?? '')
  if (token === null) return 'unreadable'
  const tokenHash = hashOfLink(token)
  const link = await transaction
    .selectFrom('accountLink')
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .select(['accountId', 'email'])
    .executeTakeFirst()
  if (link === undefined || link.accountId !== accountId) return 'void'
  const account = await findActiveAccount(transaction, accountId)
  if (account === null) return 'not-here'
  // A link for a password was for the e-mail that the account had then.
  if ((purpose === 'password' || purpose === 'first-password') && link.email !== account.email) return 'void'
  const { email, language, companyName } = account
  const isOfEmail = purpose === 'email-old' || purpose === 'email-new'
  await transaction
    .updateTable('accountLink')
    .set({ endsAt: now + linkTime[purpose] })
    .where('accountId', '=', account.id)
    // What the other address has confirmed already counts as long.
    .where('purpose', 'in', isOfEmail ? ['email-old', 'email-new'] : [purpose])
    .execute()
  if (isOfEmail) {
    return () => newEmailMail(purpose, { before: email, after: link.email }, language, linkAddress(address, '/confirm-email', token))
  }
  const page = linkAddress(address, '/reset-password', token)
  if (purpose === 'password') return () => passwordResetMail(email, language, page)
  return () => invitationMail(email, language, page, { name: byName ?? companyName, companyName })
}

async function findDeletion(
  transaction: WorkspaceDatabase,
  { address }: MessageSources,
  { accountId, byName, endsAt }: WaitingMail,
): Promise<Found> {
  const account = await findActiveAccount(transaction, accountId ?? '')
  // Kept after all, or asked for anew, which has mails of its own.
  if (account?.role !== 'administrator' || account.companyDeletesAt !== endsAt) return 'void'
  const { email, language, companyName } = account
  return () => companyDeletionMail(email, language, { companyName, name: byName ?? companyName, deletesAt: endsAt, address })
}
