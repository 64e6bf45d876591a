import { mostPasswordLinks, type PasswordLinksOf } from '../../contract/password-links'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents } from '../events/record-event'
import { rolesToGive } from '../invitations/invite'
import { selectUsers } from '../jobs/select-users'
import type { NewMailing } from '../jobs/start-mailing'
import { makeLinks, type MadeLink } from '../links/account-links'
import type { AccountInCompany } from '../users/find-account'
import { isIn } from '../users/named-in-company'

/** Somebody's link for the first password. */
export interface FirstLink extends MadeLink {
  readonly name: string
}

/** Links that are made in one transaction, so that others have their turn. */
const atOnce = 500

/** Users of a selection, or those whom an import has made. */
function usersOf(db: WorkspaceDatabase, companyId: string, of: PasswordLinksOf, now: number) {
  if (of.kind !== 'import') return selectUsers(db, companyId, of, now)
  const made = db
    .selectFrom('jobItem')
    .innerJoin('job', 'job.id', 'jobItem.jobId')
    .where('job.id', '=', of.jobId)
    .where('job.companyId', '=', companyId)
    .where('job.kind', '=', 'import')
    .where('jobItem.state', '=', 'done')
    .select('jobItem.accountId')
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.accountId', 'in', made)
    .where(isIn(companyId))
}

/**
 * Makes links by which users who have never signed in choose their first password; earlier ones of theirs are void. Whom `by` may
 * not manage is left out, and who is switched off.
 *
 * @param now Milliseconds since the epoch.
 * @param more How many at most, and the job that is to mail them.
 * @returns The links, whose secrets are kept nowhere but, sealed, in that job, and how many users got none; `too-many` where nothing was made.
 */
export async function makeFirstLinks(
  db: WorkspaceDatabase,
  by: AccountInCompany,
  of: PasswordLinksOf,
  now: number,
  { most = mostPasswordLinks, mailing }: { readonly most?: number; readonly mailing?: NewMailing } = {},
): Promise<{ links: readonly FirstLink[]; leftOut: number } | 'too-many'> {
  const { companyId } = by
  const roles = rolesToGive(by)
  const waiting = (from: WorkspaceDatabase) =>
    usersOf(from, companyId, of, now)
      .where('membership.lastSeenAt', 'is', null)
      .where('membership.active', '=', 1)
      .where('membership.role', 'in', roles)
  const count = await countOf(waiting(db))
  if (count > most) return 'too-many'
  const total = await countOf(usersOf(db, companyId, of, now))
  const author = { accountId: by.id, email: by.email }
  const links: FirstLink[] = []
  for (let after = ''; ; ) {
    const page = await inTransaction(db, async (transaction) => {
      const users = await waiting(transaction)
        .where('membership.accountId', '>', after)
        .select(['user.id as accountId', 'user.email', 'user.name'])
        .orderBy('membership.accountId')
        .limit(atOnce)
        .forNoKeyUpdate()
        .execute()
      const made = await makeLinks(transaction, users, 'first-password', now)
      await recordEvents(
        transaction,
        users.map(({ email }) => ({ companyId, name: 'PasswordLinkMade', at: now, author, affectedItem: email, details: {} })),
      )
      await mailing?.add(transaction, made)
      return made
    })
    links.push(...page)
    const last = page.at(-1)
    if (last === undefined || page.length < atOnce || links.length >= most) break
    after = last.accountId
  }
  return { links, leftOut: Math.max(0, total - links.length) }
}

async function countOf(users: ReturnType<typeof usersOf>): Promise<number> {
  const { total } = await users.select((is) => is.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow()
  return Number(total)
}
