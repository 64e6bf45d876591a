import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dayInMilliseconds } from '../clock'
import { createSealing } from '../secrets/sealing'
import { apiWorkspace, type ApiCall, type ApiWorkspace } from '../testing/api-workspace'
import { answerOnce, readIdempotencyKey } from './answer-once'
import { ApiRefusal } from './api-error'
import { routeTable } from './route-table'

const start = Date.parse('2026-05-01T08:00:00Z')
let now = start
let workspace: ApiWorkspace
let anna: ApiCall

beforeEach(async () => {
  now = start
  workspace = await apiWorkspace({ now: () => now })
  anna = await workspace.as(workspace.administratorId)
})
afterEach(() => workspace.remove())

const bob = { email: 'bob@example.com', name: 'Bob Example', language: 'en' }
const keyed = (key: string) => ({ 'idempotency-key': key })
const idSchema = z.object({ id: z.string() })

describe('a POST with an Idempotency-Key', () => {
  it('is done once, and answered alike', async () => {
    const first = await anna('POST', '/users', bob, keyed('"8e03978e-40d5"'))
    const second = await anna('POST', '/users', bob, keyed('8e03978e-40d5'))
    expect(first.status).toBe(200)
    expect(second).toMatchObject({ status: 200, body: first.body })
    expect([first, second].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true'])
    expect((await anna('POST', '/users', bob)).status).not.toBe(200)
  })

  it('answers without a body alike too', async () => {
    const { id } = idSchema.parse((await anna('POST', '/users', bob)).body)
    const role = { UserIds: [id], UserRoleId: 'user-manager' }
    expect((await anna('POST', '/userroles/assign/account', role, keyed('a'))).status).toBe(204)
    await anna('PUT', `/users/${id}`, { name: 'Robert' })
    expect(await anna('POST', '/userroles/assign/account', role, keyed('a'))).toMatchObject({ status: 204, body: null })
  })

  it('is refused where the key stands for another request, and no other account knows it', async () => {
    await anna('POST', '/users', bob, keyed('a'))
    const other = { ...bob, email: 'robert@example.com' }
    expect((await anna('POST', '/users', other, keyed('a'))).status).toBe(422)
    expect((await anna('POST', '/meetings', bob, keyed('a'))).status).toBe(422)
    const eve = await workspace.as(await workspace.add('Eve', 'eve@example.com', 'administrator'))
    expect((await eve('POST', '/users', other, keyed('a'))).status).toBe(200)
  })

  it('leaves nothing where it was refused, so that it can be mended', async () => {
    const refused = await anna('POST', '/users', { ...bob, license_key: 'none' }, keyed('a'))
    expect(refused.status).toBe(400)
    expect(await anna('GET', `/users?email=${bob.email}`)).toMatchObject({ body: { users: [] } })
    expect((await anna('POST', '/users', bob, keyed('a'))).status).toBe(200)
  })

  it('is forgotten after a day', async () => {
    await anna('POST', '/meetings', { subject: 'Plans', instant: true, password: 'hidden word' }, keyed('a'))
    const kept = await workspace.db.selectFrom('idempotentRequest').selectAll().execute()
    expect(JSON.stringify(kept)).not.toMatch(/hidden|Plans/)
    now += dayInMilliseconds
    const eve = await workspace.as(workspace.administratorId)
    const answer = await eve('POST', '/users', bob, keyed('a'))
    expect([answer.status, answer.headers.get('idempotency-replayed')]).toEqual([200, null])
  })

  it('is taken by every route that changes something, and holds up nobody', async () => {
    for (const { method, path } of routeTable.filter((route) => route.method === 'POST' && route.isRead !== true)) {
      const answer = await anna(method, path.replaceAll(/\{\w+\}/g, 'x'), {}, keyed(path))
      expect(answer.status, path).toBeLessThan(500)
      expect((await anna(method, path.replaceAll(/\{\w+\}/g, 'x'), {}, keyed('"'))).status, path).toBe(400)
    }
  })
})

describe('answerOnce', () => {
  const parts = () => ({ db: workspace.db, now: () => now, sealing: createSealing('test', 'answers') })
  const request = { accountId: 'a', key: 'k', request: 'r' }

  it('refuses a second try while the first is under way, and lets it take over from one that died', async () => {
    let finish: () => void = () => undefined
    const waiting = new Promise<void>((resolve) => (finish = resolve))
    // As an instance leaves it that was killed: claimed, and no answer.
    const stored = await answerOnce(parts(), request, () => Promise.resolve(1))
    expect(stored.isRepeated).toBe(false)
    await workspace.db.updateTable('idempotentRequest').set({ answer: null }).execute()
    const again = () => answerOnce(parts(), request, () => waiting.then(() => 2))
    await expect(again()).rejects.toMatchObject({ status: 409, retryAfter: 1 })
    now += 60_000
    finish()
    expect(await again()).toEqual({ body: 2, isRepeated: false })
    expect(await again()).toEqual({ body: 2, isRepeated: true })
  })

  it('does it once, whoever comes at the same time', async () => {
    let times = 0
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => answerOnce(parts(), request, () => Promise.resolve((times += 1)))),
    )
    expect(times).toBe(1)
    for (const one of tries) {
      if (one.status === 'fulfilled') expect(one.value.body).toBe(1)
      else expect(one.reason).toMatchObject({ status: 409 })
    }
  })
})

it.each(['', '"', '""', 'a b', 'a,b', 'ä', 'x'.repeat(256), '"a", "b"'])('takes no key like %j', (text) => {
  expect(() => readIdempotencyKey(text)).toThrow(ApiRefusal)
})

it('reads any key or refuses it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        return (readIdempotencyKey(text)?.length ?? 0) > 0
      } catch (error) {
        return error instanceof ApiRefusal
      }
    }),
  )
})
