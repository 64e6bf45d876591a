import { betterAuth } from 'better-auth'
import { PostgresAdapter, sql } from 'kysely'
import { getMigrations } from 'better-auth/db/migration'
import { jwt } from 'better-auth/plugins/jwt'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { deviceCodePlugin, oauthPlugin } from '../identity/oauth-plugin'
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database'
import { migrate } from './migrate'

let temporary: TemporaryDatabase

beforeEach(async () => {
  temporary = await temporaryDatabase()
})
afterEach(() => temporary.remove())

it('has the tables that the identity library expects, and no fewer', async () => {
  const { options } = betterAuth({
    baseURL: 'http://127.0.0.1:1',
    secret: 'a secret for this test alone, 32 characters',
    database: {
      db: temporary.db,
      type: temporary.db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite',
    },
    logger: { disabled: true },
    advanced: { database: { validateSchema: false } },
    plugins: [jwt(), oauthPlugin(), deviceCodePlugin()],
  })
  const { toBeCreated, toBeAdded } = await getMigrations(options)
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
})

it('migrates once', async () => {
  expect(await migrate(temporary.db)).toEqual([])
})

it('gives moments and flags back as numbers, and text as it was', async () => {
  const company = { id: 'c1', name: 'Ä \u{1f600}', isSample: 1, createdAt: 1_778_414_400_123 }
  await temporary.db.insertInto('company').values(company).execute()
  expect(await temporary.db.selectFrom('company').selectAll().executeTakeFirst()).toMatchObject(company)
})

it('refuses text that one of the databases would cut', async () => {
  const company = { id: 'c1', name: 'a\0b', isSample: 0, createdAt: 0 }
  await expect(temporary.db.insertInto('company').values(company).execute()).rejects.toThrow(/NUL/)
})

it('lets PostgreSQL answer a question by one process', async ({ skip }) => {
  skip(!(temporary.db.getExecutor().adapter instanceof PostgresAdapter), 'PostgreSQL’s own')
  const found = await sql`show max_parallel_workers_per_gather`.execute(temporary.db)
  expect(found.rows).toEqual([{ max_parallel_workers_per_gather: '0' }])
})
