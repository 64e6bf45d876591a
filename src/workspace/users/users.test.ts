import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userSortColumns, usersQuerySchema } from '../../contract/console-api'
import { noFilter, type UsersFilter } from '../../contract/users-filter'
import { changeSeats } from '../licences/change-seats'
import { createLicence } from '../licences/create-licence'
import { makeCompany } from '../testing/make-company'
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database'
import { createAccount } from './create-account'
import { findActiveAccount, listAdministrators, markSeen } from './find-account'
import { containsPattern, foldName } from './folded-name'
import { countUsers, listUsersPage } from './list-users'

const now = Date.parse('2026-05-10T12:00:00Z')
let temporary: TemporaryDatabase
let companyId: string

beforeEach(async () => {
  temporary = await temporaryDatabase()
  const made = await makeCompany(temporary.db, now, { isSample: true, administrator: { name: 'Ärne Adler', email: 'Arne@Example.com', language: 'de' } })
  companyId = made.companyId
})
afterEach(() => temporary.remove())

async function add(name: string, email: string, more: { role?: 'member' | 'user-manager'; lastSeenAt?: number } = {}) {
  const account = { companyId, name, email, role: 'member', language: 'en', passwordHash: null, ...more } as const
  const made = await createAccount(temporary.db, account, now)
  return made === 'email-taken' ? made : made.id
}

async function pageOf(query: Record<string, unknown>, company = companyId) {
  const page = await listUsersPage(temporary.db, company, usersQuerySchema.parse(query), now)
  if (page === 'no-such-page') throw new Error(page)
  return page
}
const names = async (query: Record<string, unknown>) => (await pageOf(query)).users.map((user) => user.name)

describe('foldName', () => {
  it.each([
    ['Élise Groß', 'elise gross'],
    ['Øystein Łukasz', 'oystein lukasz'],
    ['İstanbul', 'istanbul'],
    ['ﬁn', 'fin'],
  ])('%s → %s', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  it('folds what is folded already to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => foldName(foldName(name)) === foldName(name)))
  })
})

it('containsPattern leaves no wildcard of the search text', () => {
  expect(containsPattern('50%_\\')).toBe('%50\\%\\_\\\\%')
})

describe('listUsersPage', () => {
  it('sorts by name whatever case and accents', async () => {
    await add('Zoé', 'z@example.com')
    await add('bob', 'b@example.com')
    await add('Émile', 'e@example.com')
    expect(await names({})).toEqual(['Ärne Adler', 'bob', 'Émile', 'Zoé'])
    expect(await names({ direction: 'descending' })).toEqual(['Zoé', 'Émile', 'bob', 'Ärne Adler'])
  })

  it('sorts roles by what they may do, and puts who has nothing last in both directions', async () => {
    const bob = await add('Bob', 'b@example.com', { lastSeenAt: 5 })
    await add('Cid', 'c@example.com', { role: 'user-manager' })
    await add('Dan', 'd@example.com', { lastSeenAt: 9 })
    expect(await names({ sort: 'role' })).toEqual(['Ärne Adler', 'Cid', 'Bob', 'Dan'])
    expect(await names({ sort: 'lastSeenAt' })).toEqual(['Bob', 'Dan', 'Ärne Adler', 'Cid'])
    expect(await names({ sort: 'lastSeenAt', direction: 'descending' })).toEqual(['Dan', 'Bob', 'Ärne Adler', 'Cid'])
    const licence = await createLicence(temporary.db, {
      companyId,
      name: 'M',
      product: 'meeting-50',
      seats: 1,
      endsOn: null,
    })
    await changeSeats(temporary.db, { companyId, accountId: bob, give: [licence.id], author: null }, now)
    expect((await names({ sort: 'licence' }))[0]).toBe('Bob')
    expect((await names({ sort: 'licence', direction: 'descending' }))[0]).toBe('Bob')
  })

  it('counts a filter’s users apart, but for those whose first page has all', async () => {
    for (const number of [1, 2, 3]) await add(`User ${number}`, `u${number}@example.net`)
    await add('Other', 'u4@example.org')
    const count = (filter: Partial<UsersFilter>) => countUsers(temporary.db, companyId, { ...noFilter, ...filter }, now)
    expect((await pageOf({ search: 'example.net', pageSize: 3 })).total).toBe(3)
    expect((await pageOf({ search: 'example.net', pageSize: 2 })).total).toBeNull()
    expect([await count({ search: 'example.net' }), await count({ search: 'er' }), await count({ search: 'xy' })]).toEqual([3, 5, 0])
    expect(await count({ search: 'user', roles: ['administrator'] })).toBe(0)
    expect((await pageOf({ roles: ['member'], pageSize: 2 })).total).toBeNull()
    expect((await pageOf({ pageSize: 2 })).total).toBe(5)
  })

  it('finds parts of names and e-mails, with no wildcards', async () => {
    await add('100% Sure', 'sure_x@example.com')
    expect(await names({ search: 'ARNE a' })).toEqual(['Ärne Adler'])
    expect(await names({ search: 'Arne@' })).toEqual(['Ärne Adler'])
    expect(await names({ search: '%' })).toEqual(['100% Sure'])
    expect(await names({ search: 'e_x' })).toEqual(['100% Sure'])
    expect(await names({ search: "' or 1=1 --" })).toEqual([])
  })

  it.each(userSortColumns.flatMap((sort) => [[sort, 'ascending'], [sort, 'descending']] as const))(
    'gives everybody once, page by page: %s, %s',
    async (sort, direction) => {
      const licence = { companyId, product: 'other', seats: 9, endsOn: null } as const
      const { id: first } = await createLicence(temporary.db, { ...licence, name: 'A' })
      const { id: second } = await createLicence(temporary.db, { ...licence, name: 'B' })
      for (let number = 0; number < 7; number += 1) {
        const more = { ...(number % 2 === 0 ? { lastSeenAt: number % 4 } : {}), ...(number === 3 ? { role: 'user-manager' as const } : {}) }
        const id = await add(`User ${number % 3}`, `u${number}@example.com`, more)
        const give = number === 1 ? [first, second] : number % 3 === 0 ? [second] : []
        await changeSeats(temporary.db, { companyId, accountId: id, give, author: null }, now)
      }
      const all = await pageOf({ sort, direction })
      expect([all.users.length, all.total, all.next]).toEqual([8, 8, null])
      const found = []
      for (let after: string | undefined; ; ) {
        const page = await pageOf({ sort, direction, pageSize: 3, after })
        expect(page.total).toBe(after === undefined ? 8 : null)
        found.push(...page.users)
        if (page.next === null) break
        after = page.next
      }
      expect(found).toEqual(all.users)
    },
  )

  it('shows nobody twice when people come meanwhile, and who comes later in the order is in', async () => {
    for (const name of ['Bea', 'Cid', 'Dan']) await add(name, `${name}@example.com`)
    const first = await pageOf({ pageSize: 2 })
    await add('Aaron', 'aaron@example.com')
    await add('Eve', 'eve@example.com')
    const rest = await pageOf({ pageSize: 9, after: first.next ?? '' })
    expect([...first.users, ...rest.users].map(({ name }) => name)).toEqual(['Ärne Adler', 'Bea', 'Cid', 'Dan', 'Eve'])
  })

  it('knows no page that it did not lead to', async () => {
    await add('Bea', 'b@example.com')
    const { next } = await pageOf({ pageSize: 1 })
    for (const [after, sort] of [['x', 'name'], ['W10', 'name'], [next, 'role'], [next, 'lastSeenAt']]) {
      const query = usersQuerySchema.parse({ after, sort })
      expect(await listUsersPage(temporary.db, companyId, query, now)).toBe('no-such-page')
    }
  })

  it('shows nobody of another company', async () => {
    expect(await pageOf({}, 'c0')).toEqual({ users: [], next: null, total: 0 })
  })
})

describe('accounts', () => {
  it('have e-mails that differ in more than case', async () => {
    expect(await add('Other', 'ARNE@example.com')).toBe('email-taken')
  })

  it('are seen at most once a minute', async () => {
    const bob = await add('Bob', 'b@example.com')
    const seen = () =>
      temporary.db.selectFrom('membership').where('accountId', '=', bob).select('lastSeenAt').executeTakeFirst()
    await markSeen(temporary.db, bob, now)
    await markSeen(temporary.db, bob, now + 59_000)
    expect(await seen()).toEqual({ lastSeenAt: now })
    await markSeen(temporary.db, bob, now + 61_000)
    expect(await seen()).toEqual({ lastSeenAt: now + 61_000 })
  })

  it('that are switched off are not found, and administrate nothing', async () => {
    expect(await listAdministrators(temporary.db, companyId)).toEqual([
      { name: 'Ärne Adler', email: 'arne@example.com' },
    ])
    await temporary.db.updateTable('membership').set({ active: 0 }).execute()
    expect(await listAdministrators(temporary.db, companyId)).toEqual([])
    const [user] = (await pageOf({})).users
    expect(await findActiveAccount(temporary.db, user?.id ?? '')).toBeNull()
  })
})
