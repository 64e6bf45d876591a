import { sql } from 'kysely'
import type { Invitations } from '../../contract/invitations'
import type { WorkspaceContext } from '../http/request-context'
import { linkAddress } from '../links/account-links'
import { mailsOfInvitations } from '../mail/outbox'
import type { AccountInCompany } from '../users/find-account'
import { rolesToGive } from './invite'

/** Where an invitation's link leads. */
function invitationLink(address: string, token: string): string {
  return linkAddress(address, '/invitation', token)
}

/** So many are listed at once, of invitations and of requests. */
const mostListed = 1_000

/**
 * The company's open invitations, as far as somebody may give their roles, newest first, its link, and who asks to join.
 *
 * @param most How many of each at most.
 */
export async function listInvitations(
  { db, now, mail, address, sealing }: WorkspaceContext,
  by: AccountInCompany,
  most: number = mostListed,
): Promise<Invitations> {
  const open = db
    .selectFrom('invitation')
    .where('companyId', '=', by.companyId)
    .where('role', 'in', rolesToGive(by))
    .where('withdrawnAt', 'is', null)
  const columns = ['id', 'email', 'role', 'sealedToken', 'createdAt', 'endsAt', 'uses', 'mostUses'] as const
  const sent = open.where('email', 'is not', null).where('uses', '=', 0)
  const link = await open.where('email', 'is', null).select(columns).execute()
  const listed = await sent.orderBy('createdAt', 'desc').orderBy('id').select(columns).limit(most).execute()
  const rows = [...link, ...listed]
  const asking = db
    .selectFrom('joinRequest')
    .where('companyId', '=', by.companyId)
    .where('refusedAt', 'is', null)
    .where('acceptedAt', 'is', null)
  const requests = await asking.orderBy('createdAt', 'desc').select(['id', 'name', 'email', 'createdAt']).limit(most).execute()
  const total = sql<number | string>`count(*)`.as('total')
  const more = {
    invitations: listed.length < most ? 0 : Number((await sent.select(total).executeTakeFirstOrThrow()).total) - listed.length,
    requests: requests.length < most ? 0 : Number((await asking.select(total).executeTakeFirstOrThrow()).total) - requests.length,
  }
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
    more,
  }
}
