import { sql, type SqlBool } from 'kysely'
import type { BulkAction, BulkPreview, BulkRequest, RefusalReason } from '../../contract/bulk-jobs'
import type { WorkspaceDatabase } from '../database/sqlite'
import { listLicences } from '../licences/list-licences'
import type { Actor } from '../users/may-manage'
import { givenLicenceOf, licencesOf } from './plan'
import { selectUsers } from './select-users'

export interface JobAuthor {
  readonly companyId: string
  readonly actor: NonNullable<Actor>
}

const has = (licenceId: string) => sql<SqlBool>`exists (
  select 1 from "seat" where "seat"."accountId" = "membership"."accountId" and "seat"."licenceId" = ${licenceId}
)`

/** Who is so already, and to whom nothing may be done, as conditions on a user. */
function conditions(action: BulkAction, { actor }: JobAuthor) {
  const never = sql<SqlBool>`1 = 0`
  const isAuthor = sql<SqlBool>`"membership"."accountId" = ${actor.accountId}`
  const managesMembersOnly = actor.role !== 'administrator'
  const isBeyond = managesMembersOnly ? sql<SqlBool>`"membership"."role" <> 'member'` : never
  switch (action.type) {
    case 'assign-licence':
      return { isSo: has(action.licenceId), isAuthor: never, isBeyond: never }
    case 'change-licence':
      return { isSo: sql<SqlBool>`not ${has(action.from)}`, isAuthor: never, isBeyond: never }
    case 'take-back-licence':
      return { isSo: sql<SqlBool>`not ${has(action.licenceId)}`, isAuthor: never, isBeyond: never }
    case 'set-role': {
      const isSo = sql<SqlBool>`"membership"."role" = ${action.role}`
      const isForbidden = managesMembersOnly && action.role !== 'member' ? sql<SqlBool>`1 = 1` : isBeyond
      return { isSo, isAuthor, isBeyond: isForbidden }
    }
    case 'activate':
    case 'deactivate': {
      const wanted = action.type === 'activate' ? 1 : 0
      return { isSo: sql<SqlBool>`"membership"."active" = ${wanted}`, isAuthor, isBeyond }
    }
    case 'end-sessions':
    case 'remove':
      return { isSo: never, isAuthor, isBeyond }
  }
}

/**
 * Tells what a bulk change would do now, without doing it.
 *
 * @param now Milliseconds since the epoch.
 * @returns `not-found` when the company has no such licence.
 */
export async function previewBulkJob(
  db: WorkspaceDatabase,
  author: JobAuthor,
  { action, selection, seats: rule }: BulkRequest,
  now: number,
): Promise<BulkPreview | 'not-found'> {
  const licences = await listLicences(db, author.companyId, now)
  if (licencesOf(action).some((id) => !licences.some((licence) => licence.id === id))) return 'not-found'
  const { isSo, isAuthor, isBeyond } = conditions(action, author)
  const givenId = givenLicenceOf(action)
  // Whoever has both already changes without needing another seat.
  const hasNoSeat = givenId === null ? sql<SqlBool>`1 = 0` : sql<SqlBool>`not ${has(givenId)}`
  const count = (condition: ReturnType<typeof has>) =>
    sql<number | string | null>`sum(case when ${condition} then 1 else 0 end)`
  const counted = await selectUsers(db, author.companyId, selection, now)
    .select([
      (is) => is.fn.countAll<number | string>().as('total'),
      count(sql<SqlBool>`${isSo}`).as('unchanged'),
      count(sql<SqlBool>`not (${isSo}) and ${isAuthor}`).as('yourself'),
      count(sql<SqlBool>`not (${isSo}) and not (${isAuthor}) and ${isBeyond}`).as('notAllowed'),
      count(sql<SqlBool>`not (${isSo}) and ${hasNoSeat}`).as('needed'),
    ])
    .executeTakeFirstOrThrow()
  const total = Number(counted.total)
  const unchanged = Number(counted.unchanged ?? 0)
  const needed = Number(counted.needed ?? 0)
  const licence = licences.find(({ id }) => id === givenId)
  const left = licence === undefined ? 0 : Math.max(0, licence.seats - licence.seatsUsed)
  const tooFew = licence === undefined || needed <= left ? 0 : rule === 'all-or-nothing' ? total - unchanged : needed - left
  const refused = byReason({
    yourself: Number(counted.yourself ?? 0),
    'not-allowed': Number(counted.notAllowed ?? 0),
    ...(licence?.active === false ? { 'licence-not-usable': total - unchanged } : { 'no-seats-left': tooFew }),
  })
  return {
    total,
    unchanged,
    changed: total - unchanged - refused.reduce((sum, each) => sum + each.count, 0),
    refused,
    seats: licence === undefined ? null : { needed, left, licence },
  }
}

function byReason(counts: Partial<Record<RefusalReason, number>>): BulkPreview['refused'] {
  const reasons: readonly RefusalReason[] = ['yourself', 'not-allowed', 'licence-not-usable', 'no-seats-left']
  return reasons.flatMap((reason) => {
    const count = counts[reason] ?? 0
    return count === 0 ? [] : [{ reason, count }]
  })
}
