import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { WorkspaceDatabase } from '../database/sqlite'
import { lentDatabase } from './lent-database'
import { makeCompany } from './make-company'

async function nameOf(db: WorkspaceDatabase): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as "name"`.execute(db)
  return rows[0]?.name ?? ''
}

it('a database is empty when it is lent again, and whoever had it reaches it no more', async () => {
  const first = await lentDatabase()
  await makeCompany(first.db, 1)
  const name = await nameOf(first.db)
  await first.remove()
  const second = await lentDatabase()
  expect(await nameOf(second.db)).toBe(name)
  expect(await second.db.selectFrom('company').selectAll().execute()).toEqual([])
  await expect(makeCompany(first.db, 2)).rejects.toThrow('destroyed')
  await second.remove()
})

it.each([
  'create table "more" ("id" text)',
  'alter table "licence" add column "more" text',
  'alter table "licence" alter column "name" drop not null',
  'drop index "seat_licence_idx"',
  'alter table "event" disable trigger all',
  'create or replace function "search_pairs"("name" text, "email" text) returns text[] language sql immutable as $$ select null::text[] $$',
])('a database is lent to nobody again after %j', async (change) => {
  const changed = await lentDatabase()
  const name = await nameOf(changed.db)
  await sql.raw(change).execute(changed.db)
  await changed.remove()
  const next = await lentDatabase()
  expect(await nameOf(next.db)).not.toBe(name)
  await next.remove()
})

