import { isMeetingProduct } from '../../contract/licence'
import { insertMany } from '../database/insert-many'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type Author, type CompanyEvent } from '../events/record-event'
import { isIn } from '../users/named-in-company'
import { isUsable } from './list-licences'
import { planSeats, type PlannedLicence, type SeatPlan } from './plan-seats'

/** What one of many accounts is to gain and lose. */
interface AccountSeats {
  readonly accountId: string
  /** Ids of licences to give a seat of. A Meeting licence takes the place of the one that the account has. */
  readonly give: readonly string[]
  /** Ids of licences to take the seat back of; those that the account does not have are left alone. */
  readonly takeBack: readonly string[]
}

export interface ManySeatChanges {
  readonly companyId: string
  /** Each account once, as many as one statement of the database takes (500 do). */
  readonly changes: readonly AccountSeats[]
  readonly author: Author
}

/** `one-meeting-licence`: two Meeting licences were asked for at once. */
export type SeatOutcome = 'done' | 'not-found' | 'licence-not-usable' | 'no-seats-left' | 'one-meeting-licence'

export interface SeatResult {
  readonly accountId: string
  readonly outcome: SeatOutcome
  /** Ids of the licences that the account gained and lost: none unless it is `done`, and none where it was so already. */
  readonly given: readonly string[]
  readonly lost: readonly string[]
}

interface LockedLicence extends PlannedLicence {
  readonly active: number
  readonly endsOn: string | null
  readonly seats: number
  seatsUsed: number
}

interface Planned {
  readonly accountId: string
  readonly email: string
  readonly plan: SeatPlan<LockedLicence>
}

/**
 * Changes the seats of many accounts inside the caller's transaction, with a handful of statements however many they
 * are, and an event for each licence of each account. Each account is changed whole or not at all; where seats run out,
 * the first in the list have them.
 *
 * @param now Milliseconds since the epoch.
 * @returns A result for each change, in their order.
 */
export async function changeManySeatsIn(
  transaction: WorkspaceDatabase,
  { companyId, changes, author }: ManySeatChanges,
  now: number,
): Promise<SeatResult[]> {
  if (changes.length === 0) return []
  // First accounts, then licences, each in the order of their ids: everyone locks in this order, so nobody waits in a
  // ring.
  const accountIds = changes.map(({ accountId }) => accountId)
  const emails = await lockAccounts(transaction, companyId, accountIds)
  const held = await heldByMany(transaction, accountIds)
  const licences = await lockLicences(transaction, companyId, touchedBy(changes, held))

  const planned: Planned[] = []
  const results = changes.map((change): SeatResult => {
    const { accountId } = change
    const email = emails.get(accountId)
    const plan = email === undefined ? 'not-found' : planFor(change, held.get(accountId) ?? [], licences, now)
    if (email === undefined || typeof plan === 'string') {
      return { accountId, outcome: typeof plan === 'string' ? plan : 'not-found', given: [], lost: [] }
    }
    planned.push({ accountId, email, plan })
    const lost = lostBy(plan)
    for (const { licence } of plan.given) licence.seatsUsed += 1
    for (const { id } of lost) {
      const licence = licences.get(id)
      if (licence !== undefined) licence.seatsUsed -= 1
    }
    return {
      accountId,
      outcome: 'done',
      given: plan.given.map(({ licence }) => licence.id),
      lost: lost.map(({ id }) => id),
    }
  })
  await write(transaction, planned, now)
  await recordEvents(
    transaction,
    planned.flatMap((each) => eventsOf(each, companyId, author, now)),
  )
  return results
}

/** What each of many accounts has seats of, by name. */
export async function heldByMany(
  db: WorkspaceDatabase,
  accountIds: readonly string[],
): Promise<Map<string, PlannedLicence[]>> {
  const rows = await db
    .selectFrom('seat')
    .innerJoin('licence', 'licence.id', 'seat.licenceId')
    .where('seat.accountId', 'in', accountIds)
    .select(['seat.accountId', 'licence.id', 'licence.name', 'licence.product'])
    .orderBy('licence.name')
    .orderBy('licence.id')
    .execute()
  const held = new Map<string, PlannedLicence[]>()
  for (const { accountId, ...licence } of rows) {
    const others = held.get(accountId)
    if (others === undefined) held.set(accountId, [licence])
    else others.push(licence)
  }
  return held
}

/**
 * Locks accounts of a company until the transaction ends, in the order that everyone locks in.
 *
 * @returns The e-mail of each one that is in the company.
 */
export async function lockAccounts(
  transaction: WorkspaceDatabase,
  companyId: string,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await transaction
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.accountId', 'in', accountIds)
    .where(isIn(companyId))
    .select(['user.id', 'user.email'])
    .orderBy('membership.accountId')
    .forNoKeyUpdate('membership')
    .execute()
  return new Map(rows.map(({ id, email }) => [id, email]))
}

/** Locks the licences that accounts have, in the order that everyone locks in. */
export async function lockHeldLicences(
  transaction: WorkspaceDatabase,
  accountIds: readonly string[],
): Promise<void> {
  const held = transaction.selectFrom('seat').where('accountId', 'in', accountIds).select('licenceId')
  await transaction.selectFrom('licence').where('id', 'in', held).select('id').orderBy('id').forNoKeyUpdate().execute()
}

/** Licences whose seats may change: what is given, and what accounts have that can be taken back or replaced. */
function touchedBy(changes: readonly AccountSeats[], held: ReadonlyMap<string, readonly PlannedLicence[]>): string[] {
  const touched = new Set<string>()
  for (const { accountId, give, takeBack } of changes) {
    for (const id of give) touched.add(id)
    for (const { id, product } of held.get(accountId) ?? []) {
      if (isMeetingProduct(product) || takeBack.includes(id)) touched.add(id)
    }
  }
  return [...touched]
}

async function lockLicences(
  transaction: WorkspaceDatabase,
  companyId: string,
  ids: readonly string[],
): Promise<Map<string, LockedLicence>> {
  if (ids.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('licence')
    .where('id', 'in', ids)
    .where('companyId', '=', companyId)
    .select(['id', 'name', 'product', 'active', 'endsOn', 'seats', 'seatsUsed'])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, { ...row }]))
}

function planFor(
  { give, takeBack }: AccountSeats,
  held: readonly PlannedLicence[],
  licences: ReadonlyMap<string, LockedLicence>,
  now: number,
): SeatPlan<LockedLicence> | Exclude<SeatOutcome, 'done'> {
  const wanted = [...new Set(give)].flatMap((id) => licences.get(id) ?? [])
  if (wanted.length < new Set(give).size) return 'not-found'
  const plan = planSeats(held, wanted, takeBack)
  if (plan === 'one-meeting-licence') return plan
  for (const { licence } of plan.given) {
    if (!isUsable(licence, now)) return 'licence-not-usable'
    if (licence.seatsUsed >= licence.seats) return 'no-seats-left'
  }
  return plan
}

function lostBy({ given, takenBack }: SeatPlan<LockedLicence>): PlannedLicence[] {
  return [...takenBack, ...given.flatMap(({ instead }) => instead ?? [])]
}

/** Licences were locked when their seats were counted; the table's check stands behind that all the same. */
async function write(transaction: WorkspaceDatabase, planned: readonly Planned[], now: number): Promise<void> {
  const losers = new Map<string, string[]>()
  const more = new Map<string, number>()
  for (const { accountId, plan } of planned) {
    for (const { id } of lostBy(plan)) {
      losers.set(id, [...(losers.get(id) ?? []), accountId])
      more.set(id, (more.get(id) ?? 0) - 1)
    }
    for (const { licence } of plan.given) more.set(licence.id, (more.get(licence.id) ?? 0) + 1)
  }
  for (const [id, accountIds] of losers) {
    await transaction.deleteFrom('seat').where('licenceId', '=', id).where('accountId', 'in', accountIds).execute()
  }
  for (const [id, difference] of more) {
    if (difference === 0) continue
    await transaction
      .updateTable('licence')
      .set((is) => ({ seatsUsed: is('seatsUsed', '+', difference) }))
      .where('id', '=', id)
      .execute()
  }
  const seats = planned.flatMap(({ accountId, plan }) =>
    plan.given.map(({ licence: { id, product } }) => {
      const family = isMeetingProduct(product) ? ('meeting' as const) : ('other' as const)
      return { accountId, licenceId: id, family, assignedAt: now }
    }),
  )
  if (seats.length > 0) await insertMany(transaction, 'seat', seats).execute()
}

function eventsOf({ email, plan }: Planned, companyId: string, author: Author, now: number): CompanyEvent[] {
  const event = (licence: string | null, before: string | null): CompanyEvent => ({
    companyId,
    name: licence === null ? 'LicenseRemoved' : 'LicenseAssigned',
    at: now,
    author,
    affectedItem: email,
    details: { licence, before },
  })
  return [
    ...plan.takenBack.map(({ name }) => event(null, name)),
    ...plan.given.map(({ licence, instead }) => event(licence.name, instead?.name ?? null)),
  ]
}
