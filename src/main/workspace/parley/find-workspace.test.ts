import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discoveryPath } from '../../../contract/discovery'
import { findWorkspace, readTypedAddress } from './find-workspace'

describe('what a person types', () => {
  it.each([
    ['meet.example.com', 'https://meet.example.com'],
    [' https://Meet.Example.com/nav/users/company?x=1 ', 'https://meet.example.com'],
    ['anna@example.com', 'https://example.com'],
    ['meet.example.com:8443', 'https://meet.example.com:8443'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ])('%s means %s', (typed, origin) => {
    expect(readTypedAddress(typed)).toEqual({ origin })
  })

  it.each([
    ['', 'not-an-address'],
    ['my company', 'not-an-address'],
    ['ftp://meet.example.com', 'not-an-address'],
    ['https://anna:secret@meet.example.com', 'not-an-address'],
    ['http://meet.example.com', 'not-secure'],
  ])('%s is %s', (typed, problem) => {
    expect(readTypedAddress(typed)).toEqual({ problem })
  })
})

describe('a workspace', () => {
  let servers: Server[]
  /** Starts a server that answers the question for workspaces with this text. */
  const serve = async (text: (origin: string) => string, status = 200, headers: Record<string, string> = {}): Promise<string> => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === discoveryPath ? status : 404, headers).end(text(origin))
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const bound = server.address()
    const origin = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
    return origin
  }
  const named = (workspace: string) => JSON.stringify({ parley: { workspace } })

  beforeEach(() => {
    servers = []
  })
  afterEach(() => {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  })

  it('is found where it says so itself', async () => {
    const address = await serve(named)
    expect(await findWorkspace(`${address}/somewhere`, fetch)).toEqual({ outcome: 'found', address })
  })

  it('is found by a domain that names it, if it agrees', async () => {
    const address = await serve(named)
    const domain = await serve(() => named(address))
    expect(await findWorkspace(domain, fetch)).toEqual({ outcome: 'found', address })
    const another = await serve(() => named('https://else.example.com'))
    const misled = await serve(() => named(another))
    expect(await findWorkspace(misled, fetch)).toEqual({ outcome: 'no-workspace' })
  })

  it('is found by a domain that leads on to another name of its own, and no further than that', async () => {
    const address = await serve(named)
    const site = await serve(() => named(address))
    const moved = (to: string) => serve(() => '', 301, { location: to })
    const domain = await moved(site + discoveryPath)
    expect(await findWorkspace(domain, fetch)).toEqual({ outcome: 'found', address })
    let far = domain
    for (let more = 0; more < 3; more += 1) far = await moved(far + discoveryPath)
    expect(await findWorkspace(far, fetch)).toEqual({ outcome: 'no-workspace' })
    // What a domain names says itself that it is a workspace.
    const elsewhere = await serve(() => named(domain))
    expect(await findWorkspace(elsewhere, fetch)).toEqual({ outcome: 'no-workspace' })
  })

  it.each([
    ['http://meet.example.com/', 'not-secure'],
    ['http://127.0.0.1:4000/.well-known/parley', 'not-secure'],
    ['ftp://meet.example.com/', 'not-secure'],
  ])('is not looked for at %s because a page says so', async (location, outcome) => {
    const asked: string[] = []
    const redirecting: typeof globalThis.fetch = (input) => {
      asked.push(input instanceof Request ? input.url : String(input))
      return Promise.resolve(new Response(null, { status: 302, headers: { location } }))
    }
    expect(await findWorkspace('anna@example.com', redirecting)).toEqual({ outcome })
    expect(asked).toEqual([`https://example.com${discoveryPath}`])
  })

  it.each([
    ['a page', () => '<html></html>', 200, 'no-workspace'],
    ['no such page', () => '', 404, 'no-workspace'],
    ['too much', () => 'x'.repeat(20_000), 200, 'no-workspace'],
    ['trouble', () => '', 503, 'unreachable'],
    ['a workspace without https', () => named('http://meet.example.com'), 200, 'not-secure'],
  ])('is none where there is %s', async (_what, text, status, outcome) => {
    expect(await findWorkspace(await serve(text, status), fetch)).toEqual({ outcome })
  })

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['CERT_NOT_YET_VALID', 'clock'],
    ['ENOTFOUND', 'unreachable'],
  ])('is not reached, and why is told: %s', async (code, outcome) => {
    const refused = () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }))
    expect(await findWorkspace('meet.example.com', refused)).toEqual({ outcome })
  })

  it('is none where nobody listens', async () => {
    expect(await findWorkspace('http://127.0.0.1:1', fetch)).toEqual({ outcome: 'unreachable' })
  })
})
