import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parleyWorkspace } from './parley/parley-workspace'
import { readAccountWith } from './read-account'
import { openTurnstile } from './turnstile'

const account = { userid: 'u1', email: 'anna@example.com', name: 'Anna', company_name: 'Example', role: 'user-manager' }

let server: Server
let address: string
let answer: { status: number; body: unknown }
let authorizations: (string | undefined)[]

beforeEach(async () => {
  authorizations = []
  server = createServer((request, response) => {
    authorizations.push(request.headers.authorization)
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? String(bound.port) : ''}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const read = readAccountWith((tokens) =>
  parleyWorkspace({
    isReachable: true,
    address: () => address,
    lastAddress: () => address,
    fetch,
    tokens,
    turnstile: openTurnstile({ now: Date.now, random: () => 0 }),
    now: Date.now,
  }),
)

describe('whose a new token is', () => {
  it.each([
    ['administrator', 'administrator'],
    ['user-manager', 'user-manager'],
    ['owner', 'member'],
    [undefined, null],
  ])('role %s is %s', async (role, expected) => {
    answer = { status: 200, body: { ...account, role } }
    expect(await read('NEW')).toMatchObject({ outcome: 'done', value: { id: 'u1', role: expected } })
    expect(authorizations).toEqual(['Bearer NEW'])
  })

  it.each([
    [200, { ...account, userid: '' }, 'bad-answer'],
    [403, {}, 'forbidden'],
    [500, {}, 'workspace-error'],
  ])('status %i with %j: %s', async (status, body, problem) => {
    answer = { status, body }
    expect(await read('NEW')).toMatchObject({ outcome: 'failed', problem })
  })

  it('that can’t be asked for is told by what is in the way', async () => {
    server.close()
    server.closeAllConnections()
    expect(await read('NEW')).toEqual({ outcome: 'failed', problem: 'offline' })
  })
})
