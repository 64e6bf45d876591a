import type { ClientRequest, ClientRequestConstructorOptions, Session } from 'electron'
import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { ProxyCredentials } from './proxy-sign-in'
import { sessionFetch } from './session-fetch'

const address = 'https://meet.example.com/api/v1/account'
const anna = { username: 'anna', password: 'right' }

/** A request of Electron's, which the test answers in the network's place. */
class TestRequest extends EventEmitter {
  readonly headers: Record<string, string> = {}
  body: unknown = null
  isAborted = false
  constructor(readonly options: ClientRequestConstructorOptions) {
    super()
  }
  setHeader(name: string, value: string): void {
    this.headers[name] = value
  }
  end(body: unknown): void {
    this.body = body
  }
  abort(): void {
    this.isAborted = true
  }
}

class TestAnswer extends EventEmitter {
  constructor(
    readonly statusCode: number,
    readonly headers: Record<string, string | string[]> = {},
  ) {
    super()
  }
}

/** The network, with what it asks of the person. */
function network({ shows = false, known = [] as ProxyCredentials[], ready = () => Promise.resolve() } = {}) {
  const sent: TestRequest[] = []
  const told: string[] = []
  const world = { ask: (): void => undefined }
  const fetch = sessionFetch({
    // What is used of a request is there.
    request: (options) => {
      const request = new TestRequest(options)
      sent.push(request)
      return request as unknown as ClientRequest
    },
    ready: async () => {
      await ready()
      return {} as Session
    },
    proxies: {
      credentials: async (_proxy, refused) => known[refused === null ? 0 : known.indexOf(refused) + 1] ?? null,
      accepted: async (proxy, { password }) => void told.push(`${proxy} took ${password}`),
    },
    certificates: {
      show: async () => shows,
      refused: () => told.push('certificate refused'),
      whenAsked: (_address, tell) => {
        world.ask = tell
        return () => (world.ask = () => undefined)
      },
    },
  })
  const next = async (count = 1): Promise<TestRequest> => {
    await expect.poll(() => sent.length).toBe(count)
    const request = sent[count - 1]
    if (request === undefined) throw new Error('nothing was sent')
    return request
  }
  return { fetch, next, sent, told, world }
}

const causeOf = (failing: Promise<unknown>) => failing.then(() => 'no failure', (error: unknown) => (error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)))

describe('a request', () => {
  it('is sent with its method, headers and body, and without cookies', async () => {
    const { fetch, next } = network()
    const answer = fetch(address, { method: 'POST', headers: { authorization: 'Bearer x' }, body: '{"a":1}' })
    const request = await next()
    expect(request.options).toMatchObject({ method: 'POST', url: address, cache: 'no-store' })
    expect(request.options).not.toHaveProperty('credentials')
    expect(request.options).not.toHaveProperty('useSessionCookies')
    expect(request.headers['authorization']).toBe('Bearer x')
    expect(String(request.body)).toBe('{"a":1}')
    const message = new TestAnswer(200, { 'content-type': 'application/json', vary: ['accept', 'origin'] })
    request.emit('response', message)
    message.emit('data', Buffer.from('{"b":'))
    message.emit('data', Buffer.from('2}'))
    message.emit('end')
    const response = await answer
    expect(response.headers.get('vary')).toBe('accept, origin')
    expect(await response.json()).toEqual({ b: 2 })
  })

  it('hands a redirect over that is not to be followed', async () => {
    const { fetch, next } = network()
    const answer = fetch(address, { redirect: 'manual' })
    const request = await next()
    request.emit('redirect', 302, 'GET', 'https://elsewhere.example/', {})
    request.emit('error', new Error('Redirect was cancelled'))
    expect(await answer.then(({ status, headers }) => [status, headers.get('location')])).toEqual([302, 'https://elsewhere.example/'])
  })

  it('that is given up is stopped, before it is sent, too', async () => {
    const giveUp = new AbortController()
    let open: () => void = () => undefined
    const early = network({ ready: () => new Promise((resolve) => (open = resolve)) })
    const never = early.fetch(address, { signal: giveUp.signal })
    giveUp.abort()
    open()
    await expect(never).rejects.toThrow()
    expect(early.sent).toEqual([])

    const stopping = new AbortController()
    const { fetch, next } = network()
    const answer = fetch(address, { signal: stopping.signal })
    const request = await next()
    stopping.abort()
    await expect(answer).rejects.toThrow()
    expect(request.isAborted).toBe(true)
  })

  it('ends where nobody wants more of its answer, which may have no end', async () => {
    const { fetch, next } = network()
    const answer = fetch(address)
    const request = await next()
    const message = new TestAnswer(200)
    request.emit('response', message)
    const response = await answer
    message.emit('data', Buffer.from('x'))
    expect(request.isAborted).toBe(false)
    await response.body?.cancel()
    expect(request.isAborted).toBe(true)
    message.emit('data', Buffer.from('y'))
    message.emit('aborted')
  })

  it('says that its answer was cut off', async () => {
    const { fetch, next } = network()
    const answer = fetch(address)
    const message = new TestAnswer(200)
    const request = await next()
    request.emit('response', message)
    const text = (await answer).text()
    message.emit('data', Buffer.from('{'))
    message.emit('aborted')
    expect(await causeOf(text)).toContain('ERR_EMPTY_RESPONSE')
  })
})

describe('a proxy that wants to know who asks', () => {
  const ask = (request: TestRequest, isProxy = true) =>
    new Promise<unknown[]>((resolve) => request.emit('login', { isProxy, host: 'proxy.example.com', port: 8080 }, (...given: unknown[]) => resolve(given)))

  it('is told, and what it took is known for good', async () => {
    const { fetch, next, told } = network({ known: [{ username: 'anna', password: 'old' }, anna] })
    const answer = fetch(address)
    const request = await next()
    expect(await ask(request)).toEqual(['anna', 'old'])
    expect(await ask(request)).toEqual(['anna', 'right'])
    request.emit('response', new TestAnswer(204))
    expect((await answer).status).toBe(204)
    expect(told).toEqual(['proxy.example.com:8080 took right'])
  })

  it('is told nothing where there is nothing to say, and the request fails by its name', async () => {
    const { fetch, next, told } = network()
    const cause = causeOf(fetch(address))
    const request = await next()
    expect(await ask(request)).toEqual([])
    request.emit('response', new TestAnswer(407))
    expect(await cause).toBe('net::ERR_PROXY_AUTH_REQUESTED')
    expect(told).toEqual([])
  })

  it('is the only one that is told: no server gets to know', async () => {
    const { fetch, next } = network({ known: [anna] })
    void fetch(address)
    expect(await ask(await next(), false)).toEqual([])
  })
})

describe('a server that wants a certificate', () => {
  const needed = new Error('net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED')

  it('gets the request once more after it was shown one, and no third time', async () => {
    const { fetch, next, sent } = network({ shows: true })
    const cause = causeOf(fetch(address))
    for (const count of [1, 2]) {
      const request = await next(count)
      request.emit('error', needed)
    }
    expect(await cause).toContain('CERT_NEEDED')
    expect(sent).toHaveLength(2)
  })

  it('fails where none is shown, and one that it did not take is told of', async () => {
    const { fetch, next, told } = network()
    const none = causeOf(fetch(address))
    const first = await next()
    first.emit('error', needed)
    expect(await none).toContain('CERT_NEEDED')
    const refused = causeOf(fetch(address))
    const second = await next(2)
    second.emit('error', new Error('net::ERR_BAD_SSL_CLIENT_AUTH_CERT'))
    expect(await refused).toContain('BAD_SSL_CLIENT_AUTH')
    expect(told).toEqual(['certificate refused'])
  })

  it('keeps no request waiting while the person chooses', async () => {
    const { fetch, next, world } = network()
    const cause = causeOf(fetch(address))
    const request = await next()
    world.ask()
    expect(await cause).toContain('CERT_NEEDED')
    expect(request.isAborted).toBe(true)
  })
})
