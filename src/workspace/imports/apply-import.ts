import { insertMany } from '../database/insert-many'
import { recordEvents } from '../events/record-event'
import type { Work } from '../jobs/apply'
import { done, refused, type ItemResult, type WorkItem } from '../jobs/plan'
import { changeManySeatsIn } from '../licences/change-many-seats'
import { isUsable } from '../licences/list-licences'
import { createAccount } from '../users/create-account'
import { foldName } from '../users/folded-name'
import { mayManage } from '../users/may-manage'
import { importInputSchema } from './import-plan'
import type { ImportedUser } from './read-user'

interface Row {
  readonly item: WorkItem
  readonly user: ImportedUser
  readonly accountId: string
}

/**
 * Makes accounts out of checked rows, with their licences; what has changed since the check is looked at again. They
 * have no password until they choose one.
 */
export async function applyImport(work: Work): Promise<ItemResult[]> {
  const { transaction, companyId, actor, items, now } = work
  const rows = items.map((item): Row => {
    const user = importInputSchema.parse(JSON.parse(item.input ?? 'null'))
    if (item.accountId === null) throw new Error('A checked row has an account’s id')
    return { item, user, accountId: item.accountId }
  })
  const known = await knownEmails(work)
  const seats = await seatsLeft(work, rows)
  const results: ItemResult[] = []
  const fresh: Row[] = []
  const rejoining: Row[] = []
  for (const row of rows) {
    const { item, user } = row
    const isIn = known.get(item.email)
    if (isIn === true) results.push(refused(item.position, 'email-taken'))
    else if (!mayManage(actor, user.role)) results.push(refused(item.position, 'not-allowed'))
    else {
      const left = user.licenceId === null ? 1 : (seats.get(user.licenceId) ?? 'licence-unknown')
      if (typeof left === 'string') results.push(refused(item.position, left))
      else if (left === 0) results.push(refused(item.position, 'no-seats-left'))
      else {
        if (user.licenceId !== null) seats.set(user.licenceId, left - 1)
        ;(isIn === false ? rejoining : fresh).push(row)
      }
    }
  }
  const made = await makeAccounts(work, fresh)
  const joined: Row[] = []
  for (const row of rejoining) {
    const { name, email } = row.item
    const account = { companyId, name, email, ...row.user, passwordHash: null }
    const added = await createAccount(transaction, account, now)
    if (added !== 'email-taken') {
      joined.push({ ...row, accountId: added.id })
      await transaction
        .updateTable('jobItem')
        .set({ accountId: added.id })
        .where('jobId', '=', work.jobId)
        .where('position', '=', row.item.position)
        .execute()
    }
  }
  const author = { accountId: actor.accountId, email: actor.email }
  await recordEvents(
    transaction,
    [...made, ...joined].map(({ item, user }) => ({
      companyId,
      name: 'UserCreated' as const,
      at: now,
      author,
      affectedItem: item.email,
      details: { role: user.role },
    })),
  )
  const changes = [...made, ...joined].flatMap(({ accountId, user }) =>
    user.licenceId === null ? [] : [{ accountId, give: [user.licenceId], takeBack: [] }],
  )
  const given = await changeManySeatsIn(transaction, { companyId, changes, author }, now)
  // Their seats were counted above, with the licences locked since.
  const failed = given.find(({ outcome }) => outcome !== 'done')
  if (failed !== undefined) throw new Error(`A seat could not be given: ${failed.outcome}`)

  const isDone = new Set([...made, ...joined].map(({ item }) => item.position))
  for (const { item } of [...fresh, ...rejoining]) {
    if (!isDone.has(item.position)) results.push(refused(item.position, 'email-taken'))
  }
  return [
    ...results,
    ...made.map(({ item }) => done(item.position, { remove: 'for-good' })),
    ...joined.map(({ item }) => done(item.position, { remove: 'from-company' })),
  ]
}

/** Accounts that there are by these e-mails: true for those in a company. */
async function knownEmails({ transaction, items }: Work): Promise<Map<string, boolean>> {
  const rows = await transaction
    .selectFrom('user')
    .leftJoin('membership', 'membership.accountId', 'user.id')
    .where(
      'user.email',
      'in',
      items.map(({ email }) => email),
    )
    .select(['user.email', 'membership.companyId'])
    .execute()
  return new Map(rows.map(({ email, companyId }) => [email, companyId !== null]))
}

/** What is left of the licences that rows name. They stay locked; nobody waits for the accounts, which are new. */
async function seatsLeft(
  { transaction, companyId, now }: Work,
  rows: readonly Row[],
): Promise<Map<string, number | 'licence-not-usable'>> {
  const ids = [...new Set(rows.flatMap(({ user }) => user.licenceId ?? []))]
  if (ids.length === 0) return new Map()
  const licences = await transaction
    .selectFrom('licence')
    .where('companyId', '=', companyId)
    .where('id', 'in', ids)
    .select(['id', 'active', 'endsOn', 'seats', 'seatsUsed'])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(
    licences.map((each) => [each.id, isUsable(each, now) ? Math.max(0, each.seats - each.seatsUsed) : 'licence-not-usable']),
  )
}

/** Makes new accounts. Whose e-mail was taken in the meantime is left out. */
async function makeAccounts({ transaction, companyId, now }: Work, rows: readonly Row[]): Promise<Row[]> {
  if (rows.length === 0) return []
  const moment = new Date(now).toISOString()
  const users = rows.map(({ accountId, item: { name, email } }) => ({
    id: accountId,
    name,
    email,
    emailVerified: 0,
    image: null,
    createdAt: moment,
    updatedAt: moment,
  }))
  const inserted = await insertMany(transaction, 'user', users)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .execute()
  const ids = new Set(inserted.map(({ id }) => id))
  const made = rows.filter(({ accountId }) => ids.has(accountId))
  if (made.length === 0) return []
  const memberships = made.map(({ accountId, item, user }) => ({
    accountId,
    companyId,
    role: user.role,
    active: 1,
    language: user.language,
    lastSeenAt: null,
    foldedName: foldName(item.name),
    foldedEmail: item.email,
  }))
  await insertMany(transaction, 'membership', memberships).execute()
  return made
}
