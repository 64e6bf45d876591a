import fc from 'fast-check'
import { PostgresAdapter, type RawBuilder, type SqlBool } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { usersQuerySchema } from '../../contract/console-api'
import { noFilter } from '../../contract/users-filter'
import { makeCompany } from '../testing/make-company'
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database'
import { createAccount } from './create-account'
import { matchingUsers } from './filter-users'
import { foldName } from './folded-name'
import { listUsersPage } from './list-users'
import { lookUpsOf, searchCandidates } from './search-candidates'

const now = Date.parse('2026-05-10T12:00:00Z')
let temporary: TemporaryDatabase
let companyId: string

beforeEach(async () => {
  temporary = await temporaryDatabase()
  const made = await makeCompany(temporary.db, now, { isSample: true, administrator: { name: 'Anna Administrator' } })
  companyId = made.companyId
})
afterEach(() => temporary.remove())

async function add(name: string, email: string): Promise<string> {
  const made = await createAccount(temporary.db, { companyId, name, email, role: 'member', language: 'en', passwordHash: null }, now)
  if (made === 'email-taken') throw new Error(made)
  return made.id
}

async function found(search: string): Promise<string[]> {
  const page = await listUsersPage(temporary.db, companyId, usersQuerySchema.parse({ search }), now)
  if (page === 'no-such-page') throw new Error(page)
  return page.users.map(({ name }) => name)
}

const isInPairs = (search: string, lookUps: readonly object[]) => !search.includes('\u0001') && lookUps.every((lookUp) => 'beginningWith' in lookUp)
const isSqlite = () => !(temporary.db.getExecutor().adapter instanceof PostgresAdapter)

describe('a search in the index', () => {
  it.each([
    ['Élise', [{ allOf: '"eli" AND "lis" AND "ise"' }, { allOf: '"éli" AND "lis" AND "ise"' }]],
    ['anana', [{ allOf: '"ana" AND "nan"' }]],
    ['a"b', [{ allOf: '"a""b"' }]],
    ['AN', [{ beginningWith: 'an' }]],
    ['é', [{ beginningWith: 'e' }, { beginningWith: 'é' }]],
    // Folded, it is as long as a piece, in e-mails it is not.
    ['ﬁx', [{ allOf: '"fix"' }, { beginningWith: 'ﬁx' }]],
    ['\u{1f600}\u{1f600}\u{1f600}', [{ allOf: '"\u{1f600}\u{1f600}\u{1f600}"' }]],
    ['', null],
    ['\u0301', null],
    ['an\0na', null],
  ])('%j → %j', (search, lookUps) => {
    expect(lookUpsOf(search)).toEqual(lookUps)
  })
})

describe('a search', () => {
  it('follows every change of a name and an e-mail, and every coming and going', async () => {
    const id = await add('Émile Zola', 'emile@example.com')
    for (const search of ['EMIL', 'mile@ex', 'zol', 'ZO', 'z']) expect([search, await found(search)]).toEqual([search, ['Émile Zola']])
    await temporary.db.updateTable('user').set({ email: 'zola@example.org' }).where('id', '=', id).execute()
    expect([await found('mile@ex'), await found('zola@example.org')]).toEqual([[], ['Émile Zola']])
    await temporary.db.updateTable('membership').set({ foldedName: foldName('Nana Zola') }).where('accountId', '=', id).execute()
    expect([await found('emil'), await found('nana'), await found('zo')]).toEqual([[], ['Émile Zola'], ['Émile Zola']])
    const row = await temporary.db.selectFrom('membership').selectAll().where('accountId', '=', id).executeTakeFirstOrThrow()
    await temporary.db.deleteFrom('membership').where('accountId', '=', id).execute()
    expect([await found('nana'), await found('zo')]).toEqual([[], []])
    await temporary.db.insertInto('membership').values(row).execute()
    expect(await found('nana')).toEqual(['Émile Zola'])
  })

  it('never finds another company’s people', async () => {
    const other = { id: 'other', name: 'Other', isSample: 0, createdAt: now }
    await temporary.db.insertInto('company').values(other).execute()
    const id = await add('Nora Elsewhere', 'nora@example.net')
    await temporary.db.updateTable('membership').set({ companyId: 'other' }).where('accountId', '=', id).execute()
    expect(await found('nora')).toEqual([])
  })

  it('finds through the index whom it finds without', async () => {
    const letters = fc.constantFrom('a', 'b', 'Σ', '日', 'É', 'ß', 'ﬁ', '\u{1f600}', ' ', '%', '_', '\\', '"', "'", '*', '(', '\u0301', '\u0001')
    const text = (most: number) => fc.array(letters, { minLength: 1, maxLength: most }).map((all) => all.join(''))
    let number = 0
    for (const name of fc.sample(text(12), { numRuns: 150, seed: 7 })) await add(name, `a-b.${String(number += 1)}@bb.example`)
    await fc.assert(
      fc.asyncProperty(fc.oneof(text(5), fc.constantFrom('a-b', 'bb.', '.14', 'AB', 'exam', 'le', 'e', '4')), async (search) => {
        const ids = async (condition?: RawBuilder<SqlBool>) => {
          const matching = matchingUsers(temporary.db, companyId, { ...noFilter, search }, now, condition)
          return (await matching.select('accountId').orderBy('accountId').execute()).map(({ accountId }) => accountId)
        }
        const candidates = await searchCandidates(temporary.db, search)
        const lookUps = lookUpsOf(search)
        expect(candidates !== null).toBe(lookUps !== null && (isSqlite() || isInPairs(search, lookUps)))
        expect(await ids(candidates?.condition)).toEqual(await ids())
      }),
      { numRuns: 200 },
    )
  })
})
