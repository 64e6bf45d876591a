import { createServer, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openApiClient } from './api-client'
import { readAccountWith } from './read-account'

let answer: (response: ServerResponse) => void
let asked: { path: string; authorization: string | undefined }[]
let address: string | null
let now: number
let close: () => void

beforeEach(async () => {
  asked = []
  now = 1_000_000
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization })
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? String(bound.port) : ''}`
  close = () => {
    server.closeAllConnections()
    server.close()
  }
})

afterEach(() => close())

const client = () => openApiClient({ address: () => address, fetch, now: () => now })

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

const account = { userid: 'u1', email: 'anna@example.com', name: 'Anna', company_name: 'Example', role: 'user-manager' }

describe('the API client', () => {
  it('reads what it knows and ignores the rest', async () => {
    answer = json(200, { ...account, more: 1 })
    expect(await client().account('AT')).toMatchObject({ outcome: 'done', value: account })
    expect(asked).toEqual([{ path: '/api/v1/account', authorization: 'Bearer AT' }])
  })

  it.each([
    [401, { error: 'token_expired' }, 'expired'],
    [400, { error: 'invalid_token' }, 'expired'],
    [400, { error: 'invalid_request' }, 'bad-answer'],
    [403, { error: 'invalid_permission' }, 'forbidden'],
    [404, {}, 'bad-answer'],
    [429, {}, 'workspace-error'],
    [500, {}, 'workspace-error'],
    [200, { userid: 7 }, 'bad-answer'],
    [200, 'text', 'bad-answer'],
    [302, {}, 'bad-answer'],
  ])('status %i with %j is %s', async (status, body, problem) => {
    answer = json(status, body)
    expect(await client().account('AT')).toEqual({ outcome: 'failed', problem })
  })

  it('does not follow a redirect with the token', async () => {
    answer = (response) => response.writeHead(302, { location: '/elsewhere' }).end()
    expect((await client().account('AT')).outcome).toBe('failed')
    expect(asked).toHaveLength(1)
  })

  it('does not read more than a megabyte', async () => {
    answer = json(200, { ...account, name: 'x'.repeat(1_100_000) })
    expect(await client().account('AT')).toEqual({ outcome: 'failed', problem: 'bad-answer' })
  })

  it('is offline without an address, a listener, or an end of the answer', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{')
      response.destroy()
    }
    expect(await client().account('AT')).toEqual({ outcome: 'failed', problem: 'offline' })
    address = 'http://127.0.0.1:1'
    expect(await client().account('AT')).toEqual({ outcome: 'failed', problem: 'offline' })
    address = null
    expect(await client().account('AT')).toEqual({ outcome: 'failed', problem: 'offline' })
  })

  it('waits as long as the workspace asks for', async () => {
    answer = json(429, {}, { 'retry-after': '5' })
    const api = client()
    await api.account('AT')
    answer = json(200, account)
    now += 4_999
    expect(await api.account('AT')).toEqual({ outcome: 'failed', problem: 'workspace-error' })
    expect(asked).toHaveLength(1)
    now += 1
    expect((await api.account('AT')).outcome).toBe('done')
  })
})

describe('readAccountWith', () => {
  it.each([
    ['administrator', 'administrator'],
    ['user-manager', 'user-manager'],
    ['owner', 'member'],
    [undefined, 'member'],
  ])('role %s is %s', async (role, expected) => {
    answer = json(200, { ...account, role })
    expect(await readAccountWith(client())('AT')).toMatchObject({ outcome: 'done', value: { id: 'u1', role: expected } })
  })

  it('needs an id', async () => {
    answer = json(200, { ...account, userid: '' })
    expect(await readAccountWith(client())('AT')).toEqual({ outcome: 'failed', problem: 'bad-answer' })
  })
})
