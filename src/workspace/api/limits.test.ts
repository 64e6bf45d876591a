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
