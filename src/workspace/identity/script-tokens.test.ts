import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Scope } from '../../contract/script-tokens'
import { routeTable } from '../api/route-table'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { createScriptToken, listScriptTokens, revokeScriptToken } from './script-tokens'

const start = Date.parse('2026-05-01T08:00:00Z')
let now = start
let workspace: ApiWorkspace

beforeEach(async () => {
  now = start
  workspace = await apiWorkspace({ now: () => now })
})
afterEach(() => workspace.remove())

const owner = () => ({
  accountId: workspace.administratorId,
  companyId: workspace.companyId,
  email: 'anna@example.com',
})

async function make(scopes: Scope[], days = 30) {
  const made = await createScriptToken(workspace.db, owner(), { name: 'Nightly', scopes, days }, now)
  if (made === 'too-many') throw new Error('There are too many')
  return { ...made, call: workspace.withToken(made.token) }
}

describe('a script token', () => {
  it('is good for its scopes alone, in all routes', async () => {
    const { call } = await make(['users.read'])
    expect((await call('GET', '/users')).status).toBe(200)
    for (const { method, path, scope } of routeTable) {
      const answer = await call(method, path.replace('{id}', 'm12-345-678'))
      if (scope === 'users.read') expect(answer.status).not.toBe(403)
      else expect(answer).toMatchObject({ status: 403, body: { error: 'invalid_permission' } })
    }
  })

  it('needs licences.write too for giving licences', async () => {
    const body = { email: 'ben@example.com', name: 'Ben', language: 'en', license_key: 'x' }
    const { call: without } = await make(['users.write'])
    expect((await without('POST', '/users', body)).status).toBe(403)
    const { call: both } = await make(['users.write', 'licences.write'])
    expect((await both('POST', '/users', body)).status).toBe(400)
  })

  it('is not good for more than its account', async () => {
    const accountId = await workspace.add('Max', 'max@example.com')
    const wanted = { name: 'Mine', scopes: ['users.write'] as Scope[], days: 1 }
    const made = await createScriptToken(workspace.db, { ...owner(), accountId }, wanted, now)
    if (made === 'too-many') throw new Error('There are too many')
    const call = workspace.withToken(made.token)
    expect((await call('POST', '/users', { email: 'a@example.com', name: 'AA', language: 'en' })).status).toBe(403)
    await workspace.db.updateTable('membership').set({ active: 0 }).where('accountId', '=', accountId).execute()
    expect((await call('GET', '/account')).status).toBe(401)
  })

  it('ends, is revoked, and goes with its account', async () => {
    const first = await make(['account.read'], 1)
    const second = await make(['account.read'])
    now += 25 * 3_600_000
    expect(await first.call('GET', '/account')).toMatchObject({ status: 401, body: { error: 'token_expired' } })
    expect((await second.call('GET', '/account')).status).toBe(200)
    const [listed] = (await listScriptTokens(workspace.db, owner().accountId)).filter(({ id }) => id === second.made.id)
    expect(listed).toMatchObject({ lastUsedAt: now })
    const stranger = { ...owner(), accountId: await workspace.add('Eve', 'eve@example.com', 'administrator') }
    expect(await revokeScriptToken(workspace.db, stranger, second.made.id, now)).toBe(false)
    expect(await revokeScriptToken(workspace.db, owner(), second.made.id, now)).toBe(true)
    expect((await second.call('GET', '/account')).status).toBe(401)
    const eve = await workspace.as(stranger.accountId)
    expect((await eve('DELETE', `/users/${owner().accountId}`)).status).toBe(204)
    expect(await workspace.db.selectFrom('scriptToken').selectAll().execute()).toEqual([])
  })

  it('is kept as a hash, and does not make its owner present', async () => {
    const { token, call } = await make(['account.read'])
    const rows = await workspace.db.selectFrom('scriptToken').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    await call('GET', '/account')
    const { lastSeenAt } = await workspace.db.selectFrom('membership').select('lastSeenAt').executeTakeFirstOrThrow()
    expect(lastSeenAt).toBeNull()
  })

  it('is one of fifty at most', async () => {
    for (let number = 0; number < 50; number += 1) await make(['account.read'])
    const wanted = { name: 'x', scopes: ['account.read'] as Scope[], days: 1 }
    expect(await createScriptToken(workspace.db, owner(), wanted, now)).toBe('too-many')
  })
})
