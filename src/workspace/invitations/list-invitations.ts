import { sql } from 'kysely'
import type { Invitations } from '../../contract/invitations'
import type { WorkspaceContext } from '../http/request-context'
import { linkAddress } from '../links/account-links'
import type { AccountInCompany } from '../users/find-account'

/** So many requests are listed at once. */
const mostListed = 1_000

/** Where an invitation's link leads. */
export function invitationLink(address: string, token: string): string {
  return linkAddress(address, '/invitation', token)
}

/**
 * The company's link, and who asks to join, the newest first. Open invitations are read page by page (`listOpenInvitations`).
 *
 * @param most How many requests at most.
 */
export async function listInvitations(
  { db, now, mail, address, sealing }: WorkspaceContext,
  by: AccountInCompany,
  most: number = mostListed,
): Promise<Invitations> {
  const link = await db
    .selectFrom('invitation')
    .where('companyId', '=', by.companyId)
    .where('email', 'is', null)
    .where('withdrawnAt', 'is', null)
    .select(['id', 'sealedToken', 'endsAt', 'uses', 'mostUses'])
    .executeTakeFirst()
  // Sealed with a lost key, nobody can make the link again; a new one takes its place.
  const token = link === undefined ? null : sealing.open(link.sealedToken)
  const asking = db
    .selectFrom('joinRequest')
    .where('companyId', '=', by.companyId)
    .where('refusedAt', 'is', null)
    .where('acceptedAt', 'is', null)
  const requests = await asking.orderBy('createdAt', 'desc').orderBy('id').select(['id', 'name', 'email', 'createdAt']).limit(most).execute()
  const total = sql<number | string>`count(*)`.as('total')
  return {
    sendsMail: mail !== null,
    companyLink:
      link === undefined || token === null
        ? null
        : {
            id: link.id,
            link: invitationLink(address, token),
            endsAt: link.endsAt,
            uses: link.uses,
            mostUses: link.mostUses,
            isOver: link.endsAt <= now() || link.uses >= link.mostUses,
          },
    requests,
    moreRequests: requests.length < most ? 0 : Number((await asking.select(total).executeTakeFirstOrThrow()).total) - requests.length,
  }
}
