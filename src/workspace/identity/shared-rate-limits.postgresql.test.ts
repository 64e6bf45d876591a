import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPostgresql } from '../database/postgresql'
import { removeExpired } from '../database/remove-expired'
import type { WorkspaceDatabase } from '../database/sqlite'
import { postgresqlDatabase, type PostgresqlDatabase } from '../testing/postgresql-database'
import { sharedRateLimits } from './shared-rate-limits'

let made: PostgresqlDatabase
let first: WorkspaceDatabase
let second: WorkspaceDatabase

beforeEach(async () => {
  const database = await postgresqlDatabase()
  if (database === null) throw new Error('This test needs PostgreSQL')
  made = database
  first = await openPostgresql(made.address, () => undefined)
  second = await openPostgresql(made.address, () => undefined)
})
afterEach(async () => {
  await first.destroy()
  await second.destroy()
  await made.remove()
})

it('is one limit for all instances, and begins anew with the next window', async () => {
  let now = Date.parse('2026-05-10T12:00:00Z')
  const [one, other] = [sharedRateLimits(first, () => now), sharedRateLimits(second, () => now)]
  const rule = { window: 60, max: 10 }
  const ask = () => Promise.all(Array.from({ length: 32 }, (_, at) => (at % 2 === 0 ? one : other).consume('someone', rule)))
  const outcomes = await ask()
  expect(outcomes.filter((outcome) => outcome.allowed)).toHaveLength(10)
  expect(outcomes.find((outcome) => !outcome.allowed)?.retryAfter).toBe(60)
  expect((await sharedRateLimits(first, () => now).consume('someone else', rule)).allowed).toBe(true)
  now += 60_000
  expect((await ask()).filter((outcome) => outcome.allowed)).toHaveLength(10)
  await removeExpired(first, now + 61_000)
  expect(await first.selectFrom('rateLimit').selectAll().execute()).toEqual([])
})
