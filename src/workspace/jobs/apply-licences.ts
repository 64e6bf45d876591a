import type { BulkAction, RefusalReason } from '../../contract/bulk-jobs'
import { isMeetingProduct } from '../../contract/licence'
import { changeManySeatsIn, heldByMany, lockAccounts } from '../licences/change-many-seats'
import type { PlannedLicence } from '../licences/plan-seats'
import type { Work } from './apply'
import { done, oppositeSchema, refused, unchanged, type ItemResult, type WorkItem } from './plan'

interface Seats {
  readonly give: readonly string[]
  readonly takeBack: readonly string[]
}

type LicenceAction = Extract<BulkAction, { type: 'assign-licence' | 'change-licence' | 'take-back-licence' }>

/** Gives, changes or takes back a licence. */
export function applyLicences(work: Work, action: LicenceAction): Promise<ItemResult[]> {
  return changeSeatsOf(work, (_item, held) => {
    const has = (id: string) => held.some((licence) => licence.id === id)
    switch (action.type) {
      case 'assign-licence':
        return has(action.licenceId) ? 'unchanged' : { give: [action.licenceId], takeBack: [] }
      case 'change-licence':
        return has(action.from) ? { give: [action.to], takeBack: [action.from] } : 'unchanged'
      case 'take-back-licence':
        return has(action.licenceId) ? { give: [], takeBack: [action.licenceId] } : 'unchanged'
    }
  })
}

/** Takes such a change back, of users who have since been left as it made them. */
export function undoLicences(work: Work): Promise<ItemResult[]> {
  return changeSeatsOf(work, (item, held) => {
    const opposite = oppositeSchema.parse(JSON.parse(item.input ?? 'null'))
    if (!('give' in opposite)) return 'changed-since'
    const { give, takeBack } = opposite
    if (takeBack.some((id) => !held.some((licence) => licence.id === id))) return 'changed-since'
    const hasAnother = held.some(({ id, product }) => isMeetingProduct(product) && !takeBack.includes(id))
    if (give.length > 0 && hasAnother) return 'changed-since'
    return { give, takeBack }
  })
}

async function changeSeatsOf(
  { transaction, companyId, actor, items, now }: Work,
  wanted: (item: WorkItem, held: readonly PlannedLicence[]) => Seats | 'unchanged' | RefusalReason,
): Promise<ItemResult[]> {
  const accountIds = items.flatMap(({ accountId }) => accountId ?? [])
  const inCompany = await lockAccounts(transaction, companyId, accountIds)
  const held = await heldByMany(transaction, accountIds)
  const changes = new Map<string, Seats>()
  const decided: ItemResult[] = []
  for (const item of items) {
    const { position, accountId } = item
    if (accountId === null || !inCompany.has(accountId)) decided.push(refused(position, 'not-found'))
    else {
      const change = wanted(item, held.get(accountId) ?? [])
      if (change === 'unchanged') decided.push(unchanged(position))
      else if (typeof change === 'string') decided.push(refused(position, change))
      else changes.set(accountId, change)
    }
  }
  const author = { accountId: actor.accountId, email: actor.email }
  const list = [...changes].map(([accountId, seats]) => ({ accountId, ...seats }))
  const outcomes = await changeManySeatsIn(transaction, { companyId, changes: list, author }, now)
  const positions = new Map(items.map(({ accountId, position }) => [accountId, position]))
  const changed = outcomes.flatMap(({ accountId, outcome, given, lost }): ItemResult[] => {
    const position = positions.get(accountId)
    if (position === undefined) return []
    if (outcome !== 'done') return [refused(position, outcome)]
    if (given.length + lost.length === 0) return [unchanged(position)]
    return [done(position, { give: [...lost], takeBack: [...given] })]
  })
  return [...decided, ...changed]
}
