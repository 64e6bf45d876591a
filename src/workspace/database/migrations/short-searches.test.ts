import { PostgresAdapter, sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCompany } from '../../company/create-company'
import { temporaryDatabase, type TemporaryDatabase } from '../../testing/temporary-database'
import { searchCandidates } from '../../users/search-candidates'
import { shortSearches } from './short-searches'
import { usersSearch } from './users-search'

let temporary: TemporaryDatabase

beforeEach(async () => {
  temporary = await temporaryDatabase()
})
afterEach(() => temporary.remove())

it('finds who was there before by their last two letters', async ({ skip }) => {
  const { db } = temporary
  skip(db.getExecutor().adapter instanceof PostgresAdapter, 'SQLite’s own index')
  const administrator = { name: 'Anna Xq', email: 'anna@example.com', language: 'en', passwordHash: 'x' }
  await createCompany(db, { companyName: 'Example', isSample: true, administrator }, 0)
  for (const trigger of ['findable', 'found_otherwise', 'unfindable']) await sql`drop trigger ${sql.id(`membership_${trigger}`)}`.execute(db)
  for (const table of ['searchPiece', 'searchText', 'searchKey']) await sql`drop table ${sql.table(table)}`.execute(db)
  await sql`drop index "membership_inactive_idx"`.execute(db)
  await usersSearch.up(db)
  await shortSearches.up(db)
  for (const search of ['xq', 'om', 'q', 'anna']) {
    const candidates = await searchCandidates(db, search)
    const found = db.selectFrom('membership').select('foldedName').where(candidates?.condition ?? sql.lit(false))
    expect([search, await found.execute()]).toEqual([search, [{ foldedName: 'anna xq' }]])
  }
})
