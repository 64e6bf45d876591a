import { sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import type { OpenInvitationsPage, OpenInvitationsQuery } from '../../contract/invitations'
import type { WorkspaceDatabase } from '../database/sqlite'
import { readCursor, writeCursor } from '../http/cursor'
import type { WorkspaceContext } from '../http/request-context'
import { mailsOfInvitations } from '../mail/outbox'
import type { AccountInCompany } from '../users/find-account'
import { containsPattern } from '../users/folded-name'
import { rolesToGive } from './invite'
import { invitationLink } from './list-invitations'

/** Where a page ended: when its last invitation was made, and whom it is for. No two open ones have both alike. */
const cursorSchema = z.tuple([z.int(), z.string().regex(/^[^\0]*$/)])

/** The invitations that wait for an answer, as far as somebody may give their roles. What an index has is said outright, so that it is read. */
export function openInvitations(db: WorkspaceDatabase, by: AccountInCompany, search: string) {
  const open = db
    .selectFrom('invitation')
    .where('companyId', '=', by.companyId)
    .where('withdrawnAt', 'is', null)
    .where('email', 'is not', null)
    .where(sql<SqlBool>`"uses" = 0`)
    .where('role', 'in', rolesToGive(by))
  return search === '' ? open : open.where(sql<SqlBool>`"email" like ${containsPattern(search.toLowerCase())} escape '\\'`)
}

/** The newest first, those of one moment by e-mail. */
export function inOrder(open: ReturnType<typeof openInvitations>) {
  return open.orderBy('createdAt', 'desc').orderBy('email')
}

/**
 * Reads one page of the company's open invitations from where the page before ended
 * (key set, never by offset).
 *
 * @returns `no-such-page` where the query's cursor is none of ours.
 */
export async function listOpenInvitations(
  workspace: WorkspaceContext,
  by: AccountInCompany,
  { search, after, pageSize }: OpenInvitationsQuery,
): Promise<OpenInvitationsPage | 'no-such-page'> {
  const { db, now, address, sealing } = workspace
  const open = openInvitations(db, by, search)
  const cursor = after === undefined ? null : readCursor(after, cursorSchema)
  if (after !== undefined && cursor === null) return 'no-such-page'
  let query = open
  if (cursor !== null) {
    const [createdAt, email] = cursor
    query = query
      .where('createdAt', '<=', createdAt)
      .where((is) => is.or([is('createdAt', '<', createdAt), is('email', '>', email)]))
  }
  const found = await inOrder(query)
    .select(['id', 'email', 'role', 'sealedToken', 'createdAt', 'endsAt'])
    .limit(pageSize + 1)
    .execute()
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  const isLastPage = found.length <= pageSize || last === undefined
  const mails = await mailsOfInvitations(db, rows.map(({ id }) => id))
  const count = async () => Number((await open.select(sql<number | string>`count(*)`.as('total')).executeTakeFirstOrThrow()).total)
  return {
    invitations: rows.map(({ id, email, role, sealedToken, createdAt, endsAt }) => {
      const token = sealing.open(sealedToken)
      const link = token === null ? null : invitationLink(address, token)
      return { id, email: email ?? '', role, createdAt, endsAt, isOver: endsAt <= now(), link, mail: mails.get(id) ?? null }
    }),
    next: isLastPage ? null : writeCursor([last.createdAt, last.email ?? '']),
    total: cursor !== null ? null : isLastPage ? rows.length : await count(),
  }
}
