import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noFilter, type UsersFilter } from '../../contract/users-filter'
import { usersSelectionSchema, type UsersSelection } from '../../contract/users-selection'
import { dayInMilliseconds } from '../clock'
import { changeSeats } from '../licences/change-seats'
import { createLicence } from '../licences/create-licence'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { countSelected, selectedUsers } from './select-users'

const now = Date.parse('2026-05-10T12:00:00Z')
const people = 2_100
let workspace: ApiWorkspace
let support: string
let extra: string

const idOf = (number: number) => `u${String(number).padStart(5, '0')}`

beforeAll(async () => {
  workspace = await apiWorkspace({ now: () => now })
  const { db, companyId } = workspace
  const numbers = Array.from({ length: people }, (_, number) => number)
  const moment = new Date(now).toISOString()
  await db.transaction().execute(async (transaction) => {
    for (let at = 0; at < people; at += 500) {
      const part = numbers.slice(at, at + 500)
      const user = { emailVerified: 0, image: null, createdAt: moment, updatedAt: moment }
      await transaction
        .insertInto('user')
        .values(part.map((n) => ({ ...user, id: idOf(n), name: `Élodie ${n}`, email: `e${n}@example.com` })))
        .execute()
      const member = { companyId, language: 'en' }
      await transaction
        .insertInto('membership')
        .values(
          part.map((n) => ({
            ...member,
            accountId: idOf(n),
            role: n < 10 ? ('user-manager' as const) : ('member' as const),
            active: n % 7 === 0 ? 0 : 1,
            lastSeenAt: n % 3 === 0 ? null : now - (n % 100) * dayInMilliseconds,
            foldedName: `elodie ${n}`,
          })),
        )
        .execute()
    }
  })
  const licence = { companyId, product: 'other', seats: 100, endsOn: null } as const
  support = (await createLicence(db, { ...licence, name: 'Support' })).id
  extra = (await createLicence(db, { ...licence, name: 'Extra' })).id
  for (const n of [1, 2]) await give(n, [support])
  await give(2, [extra])
})
afterAll(() => workspace.remove())

async function give(number: number, give: string[], takeBack: string[] = []): Promise<void> {
  const change = { companyId: workspace.companyId, accountId: idOf(number), give, takeBack, author: null }
  expect(await changeSeats(workspace.db, change, now)).toBe('done')
}

async function pagesOf(selection: UsersSelection, after?: string): Promise<string[][]> {
  const pages: string[][] = []
  for await (const page of selectedUsers(workspace.db, workspace.companyId, selection, now, after)) pages.push(page)
  const ids = pages.flat()
  expect(ids).toEqual([...new Set(ids)].sort())
  if (after === undefined) expect(await countSelected(workspace.db, workspace.companyId, selection, now)).toBe(ids.length)
  return pages
}

const matching = async (filter: Partial<UsersFilter>) =>
  (await pagesOf({ kind: 'all', filter: { ...noFilter, ...filter }, except: [] })).flat()

describe('selectedUsers', () => {
  it('gives all that match page by page, except those that were taken out', async () => {
    const all: UsersSelection = { kind: 'all', filter: noFilter, except: [] }
    expect((await pagesOf(all)).map((page) => page.length)).toEqual([1000, 1000, 101])
    const except = [idOf(0), idOf(5), 'u-nobody']
    expect((await pagesOf({ ...all, except })).flat().includes(idOf(5))).toBe(false)
    expect((await pagesOf({ ...all, except })).flat()).toHaveLength(people - 1)
  })

  it('goes on after the last one that was dealt with', async () => {
    const [ids = []] = await pagesOf({ kind: 'all', filter: noFilter, except: [] }, idOf(2_000))
    const after = ids.filter((id) => id !== workspace.administratorId)
    expect([after[0], after.length]).toEqual([idOf(2_001), 99])
  })

  it('gives these users, each once and only those of the company', async () => {
    const ids = [idOf(7), idOf(3), idOf(7), 'u-of-another-company']
    expect(await pagesOf({ kind: 'ids', ids })).toEqual([[idOf(3), idOf(7)]])
    const elsewhere = selectedUsers(workspace.db, 'c-other', { kind: 'ids', ids }, now)
    expect((await elsewhere.next()).done).toBe(true)
  })

  it('gives nobody twice who is changed on the way, and whoever comes later is in', async () => {
    const selection: UsersSelection = { kind: 'all', filter: { ...noFilter, search: 'elodie' }, except: [] }
    const pages = selectedUsers(workspace.db, workspace.companyId, selection, now)
    const first = await pages.next()
    await workspace.db.updateTable('membership').set({ foldedName: 'zz elodie' }).where('accountId', '=', idOf(1)).execute()
    const rest: string[] = []
    for await (const page of pages) rest.push(...page)
    expect(rest.includes(idOf(1))).toBe(false)
    expect((first.value ?? []).length + rest.length).toBe(people)
  })
})

describe('a filter', () => {
  it('finds parts of names and e-mails, with no wildcards', async () => {
    expect(await matching({ search: 'ÉLODIE 209' })).toEqual([209, 2090, 2091, 2092, 2093, 2094, 2095, 2096, 2097, 2098, 2099].map(idOf).sort())
    expect(await matching({ search: 'E77@' })).toEqual([idOf(77)])
    expect(await matching({ search: '%' })).toEqual([])
  })

  it('knows roles, who is active and when they were seen', async () => {
    expect(await matching({ roles: ['user-manager'], active: false })).toEqual([idOf(0), idOf(7)])
    expect(await matching({ roles: ['administrator', 'user-manager'] })).toHaveLength(11)
    expect((await matching({ lastSeen: 'never', search: 'elodie' })).length).toBe(700)
    const ago = (n: number) => n % 3 !== 0 && n % 100
    const expected = (test: (days: number | false) => boolean) =>
      Array.from({ length: people }, (_, n) => n).filter((n) => test(ago(n))).map(idOf)
    expect(await matching({ lastSeen: 'within-7', search: 'elodie' })).toEqual(expected((days) => days !== false && days <= 7))
    expect(await matching({ lastSeen: 'over-90', search: 'elodie' })).toEqual(expected((days) => days === false || days > 90))
  })

  it('knows licences as they are given, changed, renamed and taken back', async () => {
    const { db } = workspace
    expect(await matching({ licences: [support] })).toEqual([idOf(1), idOf(2)])
    expect(await matching({ licences: [extra, support] })).toEqual([idOf(1), idOf(2)])
    await give(1, [extra], [support])
    expect(await matching({ licences: [support] })).toEqual([idOf(2)])
    await db.updateTable('licence').set({ name: 'Another' }).where('id', '=', support).execute()
    const first = async (n: number) =>
      (await db.selectFrom('membership').where('accountId', '=', idOf(n)).select('firstLicence').executeTakeFirstOrThrow()).firstLicence
    expect([await first(1), await first(2), await first(3)]).toEqual(['Extra', 'Another', null])
    expect(await matching({ licences: ['none'], search: 'elodie' })).toHaveLength(people - 2)
    await give(1, [], [extra])
    expect(await first(1)).toBeNull()
  })

  it('knows an e-mail that was changed wherever that was', async () => {
    await workspace.db.updateTable('user').set({ email: 'changed@example.com' }).where('id', '=', idOf(9)).execute()
    expect(await matching({ search: 'changed@' })).toEqual([idOf(9)])
    expect(await matching({ search: 'e9@' })).toEqual([])
  })
})

it('a selection names somebody, and no more than can be named', () => {
  expect(usersSelectionSchema.safeParse({ kind: 'ids', ids: [] }).success).toBe(false)
  expect(usersSelectionSchema.safeParse({ kind: 'ids', ids: Array.from({ length: 10_001 }, () => 'u1') }).success).toBe(false)
  expect(usersSelectionSchema.parse({ kind: 'all', filter: {} })).toEqual({ kind: 'all', filter: noFilter, except: [] })
})
