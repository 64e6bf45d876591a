import { expect, it } from 'vitest'
import { apiWorkspace } from '../testing/api-workspace'

it('asks a token that calls too often to wait, and no other one', async () => {
  let now = Date.parse('2026-05-01T08:00:00Z')
  const workspace = await apiWorkspace({ now: () => now })
  const anna = await workspace.as(workspace.administratorId)
  let calls = 0
  let answer = await anna('GET', '/ping')
  while (answer.status === 200 && calls < 2_000) {
    answer = await anna('GET', '/ping')
    calls += 1
  }
  expect(answer).toMatchObject({ status: 429, body: { error: 'rate_limit_reached' } })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  const other = await workspace.as(workspace.administratorId)
  expect((await other('GET', '/ping')).status).toBe(200)
  now += 61_000
  expect((await anna('GET', '/ping')).status).toBe(200)
  await workspace.remove()
})

it('asks an address that shows too many unknown tokens to wait, and nobody with a good one', async () => {
  const now = Date.parse('2026-05-01T08:00:00Z')
  const workspace = await apiWorkspace({ now: () => now })
  const stranger = workspace.withToken('nobody-has-this-one')
  const statuses: number[] = []
  for (let call = 0; call < 302; call += 1) statuses.push((await stranger('GET', '/ping')).status)
  expect([statuses.indexOf(429), statuses.filter((status) => status === 401).length]).toEqual([300, 300])
  expect(Number((await stranger('GET', '/ping')).headers.get('retry-after'))).toBeGreaterThan(0)
  const anna = await workspace.as(workspace.administratorId)
  expect((await anna('GET', '/ping')).status).toBe(200)
  await workspace.remove()
})
