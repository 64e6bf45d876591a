import { afterEach, beforeEach, expect, it } from 'vitest'
import { usersQuerySchema } from '../../contract/console-api'
import { noFilter } from '../../contract/users-filter'
import { addManyUsers } from '../sample/add-many-users'
import { makeCompany } from '../testing/make-company'
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database'
import { matchingUsers } from './filter-users'
import { licenceCandidates } from './licence-candidates'
import { countUsers, listUsersPage } from './list-users'

const now = Date.parse('2026-05-10T12:00:00Z')
let temporary: TemporaryDatabase
let companyId: string
let held: { many: string; few: string }

beforeEach(async () => {
  temporary = await temporaryDatabase()
  const made = await makeCompany(temporary.db, now, { administrator: { name: 'Anna Administrator' } })
  companyId = made.companyId
  // Six in ten have the Meeting licence, one in ten the other.
  await addManyUsers(temporary.db, companyId, 2_000, now)
  const idOf = async (name: string) =>
    (await temporary.db.selectFrom('licence').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
  held = { many: await idOf('Meeting 100'), few: await idOf('Support') }
})
afterEach(() => temporary.remove())

/** All pages of a filter, by small pages. */
async function listed(query: object): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await listUsersPage(temporary.db, companyId, usersQuerySchema.parse({ pageSize: 60, ...query, ...(after !== undefined && { after }) }), now)
    if (page === 'no-such-page') throw new Error(page)
    ids.push(...page.users.map(({ id }) => id))
    if (page.next === null) return ids
    after = page.next
  }
}

it('narrows a filter down to the holders of a licence where they are few', async () => {
  expect(await licenceCandidates(temporary.db, [held.few])).not.toBeNull()
  for (const licences of [[held.many], [held.few, held.many], ['none'], [held.few, 'none'], []]) {
    expect(await licenceCandidates(temporary.db, licences)).toBeNull()
  }
})

it('finds whom it finds without, in the same order, on every page', async () => {
  for (const search of ['', 'an', 'anna', 'nobody at all']) {
    const filter = { ...noFilter, licences: [held.few], search }
    const expected = await matchingUsers(temporary.db, companyId, filter, now).select('accountId').orderBy('foldedName').orderBy('accountId').execute()
    expect(await listed({ licences: [held.few], search })).toEqual(expected.map(({ accountId }) => accountId))
    expect(await countUsers(temporary.db, companyId, filter, now)).toBe(expected.length)
  }
})

it('never finds another company’s people by a licence of theirs', async () => {
  const [first] = await listed({ licences: [held.few] })
  const other = { id: 'other', name: 'Other', isSample: 0, createdAt: now }
  await temporary.db.insertInto('company').values(other).execute()
  await temporary.db.updateTable('membership').set({ companyId: 'other' }).where('accountId', '=', String(first)).execute()
  expect(await listed({ licences: [held.few] })).not.toContain(first)
})
