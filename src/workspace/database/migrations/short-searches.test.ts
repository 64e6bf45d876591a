import { PostgresAdapter, sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCompany } from '../../company/create-company'
import { temporaryDatabase, type TemporaryDatabase } from '../../testing/temporary-database'
import { searchCandidates } from '../../users/search-candidates'
import type { WorkspaceDatabase } from '../sqlite'
import { searchLetters } from './search-letters'
import { searchPairs } from './search-pairs'
import { shortSearches } from './short-searches'
import { usersSearch } from './users-search'

let temporary: TemporaryDatabase

beforeEach(async () => {
  temporary = await temporaryDatabase()
})
afterEach(() => temporary.remove())

it('finds who was there before by their last two letters', async () => {
  const { db } = temporary
  const administrator = { name: 'Anna Xq', email: 'anna@example.com', language: 'en', passwordHash: 'x' }
  await createCompany(db, { companyName: 'Example', isSample: true, administrator }, 0)
  const isPostgresql = db.getExecutor().adapter instanceof PostgresAdapter
  await (isPostgresql ? indexAnewInPostgresql(db) : indexAnewInSqlite(db))
  for (const search of ['xq', 'om', 'q', ...(isPostgresql ? [] : ['anna'])]) {
    const candidates = await searchCandidates(db, search)
    const found = db.selectFrom('membership').select('foldedName').where(candidates?.condition ?? sql.lit(false))
    expect([search, await found.execute()]).toEqual([search, [{ foldedName: 'anna xq' }]])
  }
})

async function indexAnewInSqlite(db: WorkspaceDatabase): Promise<void> {
  for (const trigger of ['findable', 'found_otherwise', 'unfindable']) await sql`drop trigger ${sql.id(`membership_${trigger}`)}`.execute(db)
  for (const table of ['searchPiece', 'searchText', 'searchKey']) await sql`drop table ${sql.table(table)}`.execute(db)
  await sql`drop index "membership_inactive_idx"`.execute(db)
  await usersSearch.up(db)
  await shortSearches.up(db)
}

async function indexAnewInPostgresql(db: WorkspaceDatabase): Promise<void> {
  for (const name of ['add_letters', 'change_letters', 'search_letters']) await sql`drop function ${sql.id(name)} cascade`.execute(db)
  await sql`drop table "searchLetter"`.execute(db)
  await searchPairs.up(db)
  await searchLetters.up(db)
}
