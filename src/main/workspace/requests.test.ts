import { createServer, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { WorkspaceProblem } from '../../contract/workspace'
import { networkProblem } from './network-problem'
import { openRequests, type Reads, type RequestEffects, type SendRequest } from './requests'
import { oneToken } from './workspace'
import { openTurnstile } from './turnstile'

type Answer = (response: ServerResponse) => void

let answer: Answer
let asked: (string | undefined)[]
let base: string | null
let now: number
let send: SendRequest
let close: () => void

beforeEach(async () => {
  asked = []
  now = Date.parse('2026-03-01T09:00:00Z')
  const server = createServer((request, response) => {
    asked.push(request.url)
    request.resume().on('end', () => answer(response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  base = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? String(bound.port) : ''}`
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  send = openWith(10_000)
})
afterEach(() => close())

/** @param timeout Milliseconds until a request counts as lost. */
const openWith = (timeout: number, more: Partial<RequestEffects> = {}): SendRequest =>
  openRequests({
    base: () => base,
    fetch,
    tokens: { accessToken: () => Promise.resolve({ outcome: 'token', token: 'AT' }), rejectAccessToken: () => undefined, noteConnection: () => undefined },
    turnstile: openTurnstile({ now: () => now, random: () => 0 }),
    now: () => now,
    timeout,
    ...more,
  })

const read = () => send({ path: '/account', schema: z.object({ name: z.string() }) })
const write = () => send({ method: 'POST', path: '/meetings', body: {}, schema: z.unknown() })
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => (response) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
const half: Answer = (response) => {
  response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy())
}

describe('a workspace that starts', () => {
  const opened = (whenUp: () => Promise<void>) =>
    openRequests({
      base: () => base,
      whenUp,
      fetch,
      tokens: { accessToken: () => Promise.resolve({ outcome: 'token', token: 'AT' }), rejectAccessToken: () => undefined, noteConnection: () => undefined },
      turnstile: openTurnstile({ now: () => now, random: () => 0 }),
      now: () => now,
    })({ path: '/account', schema: z.object({ name: z.string() }) })

  it('is waited for', async () => {
    const later = base
    base = null
    answer = json(200, { name: 'Anna' })
    const up = () => {
      base = later
      return Promise.resolve()
    }
    expect(await opened(up)).toEqual({ outcome: 'done', value: { name: 'Anna' } })
  })

  it('is offline where it does not come up', async () => {
    base = null
    expect(await opened(() => Promise.resolve())).toMatchObject({ problem: 'offline' })
  })
})

describe('an answer that is no good', () => {
  const page = '<!doctype html><title>Welcome</title>'
  const table: [string, Answer, WorkspaceProblem][] = [
    ['that is a web page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page), 'bad-answer'],
    ['that ends in its middle', half, 'cut-off'],
    ['of another form', json(200, { name: 7 }), 'bad-answer'],
    ['that leads to another host', (response) => response.writeHead(302, { location: 'http://login.network.example/' }).end(), 'network-sign-in'],
    ['that leads elsewhere on the same host', (response) => response.writeHead(302, { location: '/elsewhere' }).end(), 'bad-answer'],
    ['that is longer than any', (response) => response.writeHead(200).end(`{"name":"${'x'.repeat(17 * 1_048_576)}"}`), 'too-large'],
    ['400 about the token', json(400, { error: 'invalid_token' }), 'expired'],
    ['400', json(400, { error: 'invalid_request' }), 'invalid'],
    ['401', json(401, {}), 'expired'],
    ['403', json(403, { error: 'invalid_permission' }), 'forbidden'],
    ['403 for want of a licence', json(403, { error: 'license_required' }), 'licence-required'],
    ['404', json(404, {}), 'not-found'],
    ['409', json(409, {}), 'conflict'],
    ['429', json(429, {}), 'busy'],
    ['500', json(500, {}), 'workspace-error'],
    ['500 as a web page', (response) => response.writeHead(500).end(page), 'workspace-error'],
    ['511', json(511, {}), 'network-sign-in'],
  ]
  it.each(table)('%s', async (_name, given, problem) => {
    answer = given
    expect(await read()).toMatchObject({ outcome: 'failed', problem })
  })

  it('that does not come', async () => {
    answer = () => undefined
    send = openWith(100)
    expect(await read()).toMatchObject({ outcome: 'failed', problem: 'too-slow' })
  })

  it('is followed nowhere with the token', async () => {
    answer = (response) => response.writeHead(302, { location: '/elsewhere' }).end()
    await read()
    expect(asked).toEqual(['/account'])
  })

  it('that was cut off is asked for once more where nothing is changed by it, and never else', async () => {
    answer = (response) => {
      if (asked.length === 1) half(response)
      else json(200, { name: 'Anna' })(response)
    }
    expect(await read()).toEqual({ outcome: 'done', value: { name: 'Anna' } })
    expect(asked).toHaveLength(2)
    answer = half
    expect(await write()).toMatchObject({ problem: 'cut-off' })
    expect(asked).toHaveLength(3)
  })
})

it('what is being read for the same account is read once, and for another one anew', async () => {
  answer = json(200, { name: 'Anna' })
  const reads: Reads = new Map()
  const schema = z.object({ name: z.string() })
  const [first, second] = [openWith(10_000, { reads }), openWith(10_000, { reads })]
  const other = openWith(10_000, { reads, tokens: oneToken('another') })
  await Promise.all([first, second].map((ask) => ask({ path: '/account', schema })))
  expect(asked).toHaveLength(1)
  await Promise.all([first, other].map((ask) => ask({ path: '/account', schema })))
  expect(asked).toHaveLength(3)
})

it.each([['no address'], ['nobody listening']])('%s is offline', async (which) => {
  base = which === 'no address' ? null : 'http://127.0.0.1:1'
  expect(await read()).toMatchObject({ problem: 'offline' })
})

describe('a workspace that asks to wait', () => {
  it('is left alone as long as it says', async () => {
    answer = json(429, {}, { 'retry-after': '5', date: new Date(now).toUTCString() })
    expect(await read()).toEqual({ outcome: 'failed', problem: 'busy', retryAt: now + 5_000 })
    answer = json(200, { name: 'Anna' })
    now += 4_999
    expect(await read()).toMatchObject({ problem: 'busy' })
    expect(asked).toHaveLength(1)
    now += 1
    expect((await read()).outcome).toBe('done')
  })

  it('and does not say how long is left alone longer each time', async () => {
    answer = json(429, {}, { date: new Date(now).toUTCString() })
    const waits: number[] = []
    for (let round = 0; round < 3; round += 1) {
      const refused = await read()
      const until = refused.outcome === 'failed' ? (refused.retryAt ?? 0) : 0
      waits.push(until - now)
      now = until
    }
    expect(asked).toHaveLength(3)
    expect(waits).toEqual([...waits].sort((one, other) => one - other))
    expect(new Set(waits).size).toBe(3)
    expect(waits[0]).toBeGreaterThan(0)
  })
})

describe('a request that got no answer', () => {
  const node = (code: string) => Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(code), { code }) })
  it.each<[string, Error, boolean, WorkspaceProblem]>([
    ['name not found', node('ENOTFOUND'), false, 'name-not-found'],
    ['certificate ended', node('CERT_HAS_EXPIRED'), false, 'certificate'],
    ['certificate ended, by a wrong clock', node('CERT_HAS_EXPIRED'), true, 'clock'],
    ['certificate of its own making', node('DEPTH_ZERO_SELF_SIGNED_CERT'), false, 'certificate'],
    ['refused', node('ECONNREFUSED'), false, 'offline'],
    ['Chromium: name not found', new Error('net::ERR_NAME_NOT_RESOLVED'), false, 'name-not-found'],
    ['Chromium: certificate ended', new Error('net::ERR_CERT_DATE_INVALID'), false, 'certificate'],
    ['Chromium: proxy refuses', new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), false, 'proxy'],
    ['something else', new Error('?'), false, 'offline'],
  ])('%s', (_name, thrown, isClockWrong, problem) => {
    expect(networkProblem(thrown, isClockWrong)).toBe(problem)
  })
})
