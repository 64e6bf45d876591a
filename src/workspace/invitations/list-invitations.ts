import type { Invitations } from '../../contract/invitations'
import type { WorkspaceContext } from '../http/request-context'
import { linkAddress } from '../links/account-links'
import { mailsOfInvitations } from '../mail/outbox'
import type { AccountInCompany } from '../users/find-account'
import { rolesToGive } from './invite'

/** Where an invitation's link leads. */
export function invitationLink(address: string, token: string): string {
  return linkAddress(address, '/invitation', token)
}

/** The company's open invitations, as far as somebody may give their roles, newest first, its link, and who asks to join. */
export async function listInvitations(
  { db, now, mail, address, sealing }: WorkspaceContext,
  by: AccountInCompany,
): Promise<Invitations> {
  const rows = await db
    .selectFrom('invitation')
    .where('companyId', '=', by.companyId)
    .where('role', 'in', rolesToGive(by))
    .where('withdrawnAt', 'is', null)
    .where((is) => is.or([is('email', 'is', null), is('uses', '=', 0)]))
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .select(['id', 'email', 'role', 'sealedToken', 'createdAt', 'endsAt', 'uses', 'mostUses'])
    .limit(1000)
    .execute()
  const requests = await db
    .selectFrom('joinRequest')
    .where('companyId', '=', by.companyId)
    .where('refusedAt', 'is', null)
    .where('acceptedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .select(['id', 'name', 'email', 'createdAt'])
    .limit(1000)
    .execute()
  const mails = await mailsOfInvitations(db, by.companyId)
  const shown = rows.flatMap(({ sealedToken, ...row }) => {
    // Sealed with a lost key, nobody can make the link again; a new invitation takes its place.
    const token = sealing.open(sealedToken)
    const isOver = row.endsAt <= now() || row.uses >= row.mostUses
    return token === null ? [] : [{ ...row, isOver, link: invitationLink(address, token) }]
  })
  const companyLink = shown.find(({ email }) => email === null)
  return {
    sendsMail: mail !== null,
    invitations: shown.flatMap(({ id, email, role, createdAt, endsAt, isOver, link }) =>
      email === null ? [] : [{ id, email, role, createdAt, endsAt, isOver, link, mail: mails.get(id) ?? null }],
    ),
    companyLink:
      companyLink === undefined
        ? null
        : {
            id: companyLink.id,
            link: companyLink.link,
            endsAt: companyLink.endsAt,
            uses: companyLink.uses,
            mostUses: companyLink.mostUses,
            isOver: companyLink.isOver,
          },
    requests,
  }
}
