import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerAtLength } from '../../../tests/stand-in/long-answer'
import type { Connection } from '../../contract/session'
import type { WorkspaceProblem } from '../../contract/workspace'
import { parleyWorkspace } from './parley/parley-workspace'
import { teamviewerAccess } from './teamviewer/teamviewer-access'
import { endedCertificate, fetchTrustingIt } from './test-certificate'
import { openTurnstile } from './turnstile'
import type { TokenSource, Workspace } from './workspace'

interface World {
  origin: string
  now: () => number
  fetch: typeof globalThis.fetch
  tokens: TokenSource
  timeout: number
}

/** Both implementations of a workspace, at a server of the test. */
const kinds: [string, (world: World) => Workspace][] = [
  [
    'of Parley’s own',
    ({ origin, ...world }) =>
      parleyWorkspace({ isReachable: true, ...world, address: () => origin, lastAddress: () => origin, turnstile: openTurnstile({ now: world.now, random: () => 0 }) }),
  ],
  [
    'of TeamViewer’s',
    ({ origin, tokens, ...world }) =>
      teamviewerAccess({
        ...world,
        hosts: { login: origin, api: `${origin}/api/v1` },
        clientId: () => 'x',
        clientSecret: () => Promise.resolve({ outcome: 'read', secret: null }),
        redirectPort: () => 0,
        turnstile: openTurnstile({ now: world.now, random: () => 0 }),
      }).open(tokens),
  ],
]

const account = { userid: 'u1', email: 'anna@example.com', name: 'Anna', company_name: 'Example' }
const page = '<!doctype html><title>Welcome</title>'

type Answer = (response: ServerResponse) => void
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => (response) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

let servers: Server[]
let answer: Answer
let asked: string[]
let now: number
let rejected: string[]
let connection: Connection | null

const listener: RequestListener = (request, response) => {
  asked.push(request.url ?? '')
  request.resume().on('end', () => answer(response))
}

async function listen(server: Server, scheme: 'http' | 'https'): Promise<string> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return `${scheme}://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
}

beforeEach(() => {
  servers = []
  asked = []
  rejected = []
  connection = null
  now = Date.now()
})
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

describe.each(kinds)('a workspace %s', (_kind, openKind) => {
  const open = (origin: string, change: Partial<World> = {}): Workspace =>
    openKind({
      origin,
      now: () => now,
      fetch,
      tokens: {
        accessToken: () => Promise.resolve({ outcome: 'token', token: `T${rejected.length}` }),
        rejectAccessToken: (token) => rejected.push(token),
        noteConnection: (noted) => (connection = noted),
      },
      timeout: 10_000,
      ...change,
    })
  const serve = async (given: Answer): Promise<string> => {
    answer = given
    return listen(createServer(listener), 'http')
  }

  const half: Answer = (response) => response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy())
  const table: [string, Answer, WorkspaceProblem][] = [
    ['a web page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page), 'bad-answer'],
    ['half a body', half, 'cut-off'],
    ['a field missing', json(200, { email: 'anna@example.com' }), 'bad-answer'],
    ['a network’s own page', (response) => response.writeHead(302, { location: 'http://login.network.example/' }).end(), 'network-sign-in'],
    ['401 again and again', json(401, { error: 'token_expired' }), 'expired'],
    ['403', json(403, { error: 'invalid_permission' }), 'forbidden'],
    ['403 for want of a licence', json(403, { error: 'license_required' }), 'licence-required'],
    ['404', json(404, { error: 'not_found' }), 'not-found'],
    ['409', json(409, {}), 'conflict'],
    ['429 without a time', json(429, { error: 'rate_limit_reached' }), 'busy'],
    ['500', json(500, { error: 'internal_error' }), 'workspace-error'],
  ]
  const onTheWay: Partial<Record<WorkspaceProblem, Connection>> = { 'cut-off': 'offline', 'network-sign-in': 'network-sign-in' }
  it.each(table)('that answers with %s', async (_what, given, problem) => {
    expect(await open(await serve(given)).account()).toMatchObject({ outcome: 'failed', problem })
    expect(connection).toBe(onTheWay[problem] ?? 'online')
  })

  it('that refuses a token in the middle of its life is asked again with a fresh one', async () => {
    const origin = await serve((response) => (asked.length === 1 ? json(401, {}) : json(200, account))(response))
    expect(await open(origin).account()).toMatchObject({ outcome: 'done', value: { name: 'Anna' } })
    expect(rejected).toEqual(['T0'])
  })

  it('that says how long to wait is left alone until then', async () => {
    const date = new Date(now).toUTCString()
    now = Date.parse(date)
    const workspace = open(await serve(json(429, {}, { 'retry-after': '30', date })))
    expect(await workspace.account()).toEqual({ outcome: 'failed', problem: 'busy', retryAt: now + 30_000 })
    now += 29_000
    await workspace.account()
    expect(asked).toHaveLength(1)
  })

  it('that does not answer in time', async () => {
    const origin = await serve(() => undefined)
    expect(await open(origin, { timeout: 100 }).account()).toMatchObject({ problem: 'too-slow' })
    expect(connection).toBe('too-slow')
  })

  it('whose certificate has ended, and the same where it is this computer’s clock', async () => {
    const origin = await listen(createSecureServer(endedCertificate, listener), 'https')
    let server = fetch
    const workspace = open(origin, { fetch: (input, init) => server(input, init) })
    server = fetchTrustingIt
    expect(await workspace.account()).toMatchObject({ problem: 'certificate' })
    expect(connection).toBe('certificate')
    // An answer that tells the time shows that the clock is a day off.
    const told = new Date(now - 86_400_000).toUTCString()
    server = () => Promise.resolve(new Response(JSON.stringify(account), { headers: { date: told } }))
    await workspace.account()
    server = fetchTrustingIt
    expect(await workspace.account()).toMatchObject({ problem: 'clock' })
    expect(connection).toBe('clock')
  })

  it('whose name is not found', async () => {
    expect(await open('http://no-such-workspace.invalid').account()).toMatchObject({
      problem: expect.stringMatching(/^(name-not-found|offline)$/) as unknown,
    })
  })

  it('behind a proxy that refuses', async () => {
    // Node's own fetch knows no proxy: this is what Chromium's says.
    const refused = () => Promise.reject(new Error('net::ERR_TUNNEL_CONNECTION_FAILED'))
    expect(await open('https://meet.example.com', { fetch: refused }).account()).toMatchObject({ problem: 'proxy' })
    expect(connection).toBe('proxy')
  })

  it('that is not there', async () => {
    expect(await open('http://127.0.0.1:1').account()).toMatchObject({ problem: 'offline' })
  })

  it('whose answer has 50 MB is not read to its end', async () => {
    let sent = () => 50
    const origin = await serve((response) => (sent = answerAtLength(response)))
    expect(await open(origin).account()).toMatchObject({ problem: 'too-large' })
    expect(sent()).toBeLessThan(50)
  })

  it('with 10,000 meetings, some with fields that are new or missing', async () => {
    const meetings = Array.from({ length: 10_000 }, (_, index) => ({
      id: `m${index}`, start: '2026-03-02T09:00:00Z', end: '2026-03-02T10:00:00Z', ...(index % 2 === 0 ? { subject: 'Plans' } : { colour: 'red' }),
    }))
    const origin = await serve(json(200, { meetings: [...meetings, { id: 'broken', start: 'soon' }] }))
    const list = await open(origin).meetings.list({ from: '2026-03-01T00:00:00.000Z', to: '2026-03-08T00:00:00.000Z' })
    expect(list.outcome === 'done' && list.value.length).toBe(10_000)
  })

  it('with 5,000 contacts', async () => {
    const users = Array.from({ length: 5_000 }, (_, index) => ({ id: `u${index}`, name: `Person ${index}`, email: `p${index}@example.com` }))
    const people = await open(await serve(json(200, { users }))).people()
    expect(people.outcome === 'done' && people.value.length).toBe(5_000)
  })
})
