import type { BulkAction, RefusalReason } from '../../contract/bulk-jobs'
import { endSessionsIn } from '../identity/end-sessions'
import { lockAccounts, lockHeldLicences } from '../licences/change-many-seats'
import { changeUserIn, type UserChange, type UserOutcome } from '../users/change-user'
import { lockAdministrators } from '../users/last-administrator'
import { mayManage } from '../users/may-manage'
import { isIn } from '../users/named-in-company'
import { removeUserIn } from '../users/remove-user'
import { restoreUserIn } from '../users/restore-user'
import type { Work } from './apply'
import { done, oppositeSchema, refused, unchanged, type ItemResult, type WorkItem } from './plan'

type UserAction = Exclude<BulkAction, { type: 'assign-licence' | 'change-licence' | 'take-back-licence' }>

interface Before {
  readonly role: 'administrator' | 'user-manager' | 'member'
  readonly active: number
  readonly lastSeenAt: number | null
}

/** Sets a role, switches on or off, signs out, or removes, one user after the other. */
export function applyToUsers(work: Work, action: UserAction): Promise<ItemResult[]> {
  return eachUser(work, async (item, before, accountId) => {
    switch (action.type) {
      case 'set-role':
        if (before.role === action.role) return unchanged(item.position)
        return change(work, item.position, accountId, { role: action.role }, { role: before.role })
      case 'activate':
      case 'deactivate': {
        const active = action.type === 'activate'
        if (before.active === Number(active)) return unchanged(item.position)
        return change(work, item.position, accountId, { active }, { active: !active })
      }
      case 'end-sessions':
        if (!mayManage(work.actor, before.role)) return refused(item.position, 'not-allowed')
        await endSessionsIn(work.transaction, accountId, work.now)
        return done(item.position, null)
      case 'remove':
        return removed(item.position, await remove(work, accountId, false), { restore: true })
    }
  })
}

/** Takes such a change, or an import, back, of users who have since been left as it made them. */
export function undoUsers(work: Work, action: UserAction | null): Promise<ItemResult[]> {
  return eachUser(work, async (item, before, accountId) => {
    const opposite = oppositeSchema.parse(JSON.parse(item.input ?? 'null'))
    const { position } = item
    if ('role' in opposite) {
      const isAsMade = action?.type === 'set-role' && before.role === action.role
      if (!isAsMade) return refused(position, 'changed-since')
      return change(work, position, accountId, { role: opposite.role }, null)
    }
    if ('active' in opposite) {
      if (before.active === Number(opposite.active)) return refused(position, 'changed-since')
      return change(work, position, accountId, { active: opposite.active }, null)
    }
    // Whoever has been here since has something to lose.
    if (!('remove' in opposite) || before.lastSeenAt !== null) return refused(position, 'changed-since')
    return removed(position, await remove(work, accountId, opposite.remove === 'for-good'), null)
  })
}

/** Takes removals from the company back, where they are not too long ago. */
export async function undoRemovals({ transaction, companyId, actor, items, now }: Work): Promise<ItemResult[]> {
  const results: ItemResult[] = []
  for (const { position, accountId } of items) {
    const outcome =
      accountId === null ? 'not-found' : await restoreUserIn(transaction, { companyId, accountId, actor }, now)
    results.push(outcome === 'done' ? done(position, null) : refused(position, outcome))
  }
  return results
}

async function eachUser(
  { transaction, companyId, actor, items }: Work,
  work: (item: WorkItem, before: Before, accountId: string) => Promise<ItemResult>,
): Promise<ItemResult[]> {
  const accountIds = items.flatMap(({ accountId }) => accountId ?? [])
  // All locks are taken before the first change, in the order that everyone locks in, so that nobody waits in a ring.
  await lockAdministrators(transaction, companyId)
  await lockAccounts(transaction, companyId, accountIds)
  await lockHeldLicences(transaction, accountIds)
  const rows = await transaction
    .selectFrom('membership')
    .where(isIn(companyId))
    .where('accountId', 'in', accountIds)
    .select(['accountId', 'role', 'active', 'lastSeenAt'])
    .execute()
  const users = new Map(rows.map((row) => [row.accountId, row]))
  const results: ItemResult[] = []
  for (const item of items) {
    const before = item.accountId === null ? undefined : users.get(item.accountId)
    if (before === undefined) results.push(refused(item.position, 'not-found'))
    // Whoever began it would be signed out before it ends, or could not end it.
    else if (before.accountId === actor.accountId) results.push(refused(item.position, 'yourself'))
    else results.push(await work(item, before, before.accountId))
  }
  return results
}

async function change(
  { transaction, companyId, actor, now }: Work,
  position: number,
  accountId: string,
  wanted: UserChange,
  opposite: { role: Before['role'] } | { active: boolean } | null,
): Promise<ItemResult> {
  const outcome = await changeUserIn(transaction, { companyId, accountId, actor }, wanted, now)
  return outcome === 'done' ? done(position, opposite) : refused(position, reasonFor(outcome))
}

function remove({ transaction, companyId, actor, now }: Work, accountId: string, isPermanent: boolean) {
  return removeUserIn(transaction, { companyId, accountId, actor }, isPermanent, now)
}

function removed(position: number, outcome: UserOutcome, opposite: { restore: true } | null): ItemResult {
  return outcome === 'done' ? done(position, opposite) : refused(position, reasonFor(outcome))
}

function reasonFor(outcome: Exclude<UserOutcome, 'done'>): RefusalReason {
  return outcome
}
