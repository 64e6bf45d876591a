import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { checkData } from '../maintenance/check-data'
import { instancesOnPostgresql } from '../testing/instances'
import { makeCompany } from '../testing/make-company'
import { isThorough } from '../testing/thorough'
import type { WorkspaceProcess } from '../testing/workspace-process'
import { createAccount } from '../users/create-account'
import { createLicence } from './create-licence'

const clients = 64
const seats = 10
const rounds = isThorough ? 1_000 : 3
const secret = 's'.repeat(43)

const service = instancesOnPostgresql()
let instances: readonly WorkspaceProcess[] = []

beforeAll(async () => {
  const environment = { PARLEY_SECRET: secret }
  instances = await Promise.all([service.start(environment), service.start(environment)])
}, 60_000)

/** A company of 64, an administrator's token for each client, and a licence with ten seats. */
async function prepare() {
  const { db } = service
  const now = Date.now()
  const company = await makeCompany(db, now)
  const { companyId, administratorId } = company
  const licence = await createLicence(db, { companyId, name: 'M', product: 'meeting-50', seats, endsOn: null })
  await sql`insert into "oauthClient" ("id", "clientId", "redirectUris") values ('1', 'app', '[]')`.execute(db)
  const users = []
  for (let number = 0; number < clients; number += 1) {
    const email = `user${number}@example.com`
    const added = await createAccount(db, { companyId, name: email, email, role: 'member', language: 'en', passwordHash: null }, now)
    if (added === 'email-taken') throw new Error(`${email} is taken`)
    const token = randomUUID()
    const stored = createHash('sha256').update(token).digest('base64url')
    const [created, ends] = [new Date(now).toISOString(), new Date(now + 3_600_000).toISOString()]
    await sql`insert into "oauthAccessToken" ("id", "token", "clientId", "userId", "expiresAt", "createdAt", "scopes")
      values (${randomUUID()}, ${stored}, 'app', ${administratorId}, ${ends}, ${created}, '[]')`.execute(db)
    users.push({ id: added.id, token })
  }
  return { licenceId: licence.id, users }
}

it('sells the last ten seats once to 64 clients at two instances', { timeout: 60_000 + rounds * 6_000 }, async () => {
  const { db } = service
  const { licenceId, users } = await prepare()
  for (let round = 0; round < rounds; round += 1) {
    const statuses = await Promise.all(
      users.map(async ({ id, token }, at) => {
        const ask = () => fetch(`${instances[at % 2]?.address}/api/v1/users/${id}`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ license_key: licenceId }),
        })
        let answer = await ask()
        // On a machine that others keep busy, a connection may not come free in time: nothing was done then.
        while (answer.status === 503) answer = await ask()
        await answer.arrayBuffer()
        return answer.status
      }),
    )
    const { sold } = await db
      .selectFrom('seat')
      .where('licenceId', '=', licenceId)
      .select((is) => is.fn.countAll<number>().as('sold'))
      .executeTakeFirstOrThrow()
    const licence = await db.selectFrom('licence').select('seatsUsed').where('id', '=', licenceId).executeTakeFirst()
    expect([statuses.filter((status) => status === 204).length, sold, licence?.seatsUsed]).toEqual([seats, seats, seats])
    // Whoever came too late is told so: no error, and nothing that is left waiting.
    const problems = instances.flatMap((each) => each.log().split('\n').filter((line) => line.includes('request-failed')))
    expect(statuses.filter((status) => status === 403).length, problems.at(-1)).toBe(clients - seats)
    expect(await checkData(db)).toEqual([])
    await db.deleteFrom('seat').where('licenceId', '=', licenceId).execute()
    await db.updateTable('licence').set({ seatsUsed: 0 }).where('id', '=', licenceId).execute()
  }

  const log = instances.map((instance) => instance.log()).join('')
  expect(log).toContain('"route":"/api/v1/users/:id"')
  for (const { token } of users) expect(log).not.toContain(token)
  expect(log).not.toContain(secret)
  expect(log).not.toMatch(/bearer|cookie/i)
})

it('ends in peace when it is asked to', async () => {
  const other = await service.start({ PARLEY_SECRET: secret })
  other.signal('SIGTERM')
  expect(await other.ended).toBe(0)
  expect(other.log()).toContain('"event":"stopped"')
})

it('says what is wrong with its configuration, and no value of it', async () => {
  const wrong = service.start({ DATABASE_URL: 'postgresql://parley:hidden-word@127.0.0.1:1/parley', PARLEY_SECRET: 'hidden-word' })
  await expect(wrong).rejects.toThrow(/ended with 64: .*PARLEY_SECRET/s)
  await expect(wrong).rejects.not.toThrow(/hidden-word/)
})
