import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discoveryPath, discoverySchema } from '../../contract/discovery'
import type { RunningWorkspace } from '../start-workspace'
import { exchange } from '../testing/browser'
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace'

let temporary: TemporaryWorkspace
let workspace: RunningWorkspace

beforeAll(async () => {
  temporary = temporaryWorkspace()
  workspace = await temporary.start()
})
afterAll(async () => {
  await workspace.stop()
  await temporary.remove()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  exchange('GET', `${workspace.address}${path}`, headers)

describe('every answer', () => {
  it.each([
    '/sign-in',
    '/nope',
    '/api/v1/account',
    '/console-api/me',
    '/console/assets/index-D3adB33f.js',
    '/.well-known/openid-configuration',
    '/.well-known/parley',
    '/device',
    '/sign-in/answer?code=x&state=y',
  ])('carries the security headers: %s', async (path) => {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it('leaves the connection open for longer than any proxy in front of it would', async () => {
    expect((await get('/sign-in', { connection: 'keep-alive' })).headers.get('keep-alive')).toBe('timeout=130')
  })

  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1'])(
    'is refused under another name: %s',
    async (host) => {
      for (const path of ['/sign-in', '/api/v1/account', '/console-api/setup', '/.well-known/openid-configuration']) {
        expect((await get(path, { host })).status).toBe(421)
      }
    },
  )

  it.each([
    ['of known length', {}],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('is refused to a body that is too large, and given to any other: %s', async (_, sentAs) => {
    const headers = { 'content-type': 'application/json', 'x-parley-console': '1', ...sentAs }
    const send = (password: string) =>
      exchange('POST', `${workspace.address}/console-api/sign-in`, headers, JSON.stringify({ email: 'a', password }))
    expect((await send('x'.repeat(70_000))).status).toBe(413)
    const answer = await send('four calm words here')
    expect([answer.status, await answer.json()]).toEqual([401, { error: 'wrong-credentials' }])
  })
})

it('says at a well-known place that it is a workspace, and where people reach it', async () => {
  const answer = await get(discoveryPath)
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(discoverySchema.parse(await answer.json())).toEqual({ parley: { workspace: workspace.address } })
})

describe('the console', () => {
  it('is at its paths, each time with another nonce', async () => {
    const nonces = new Set<string>()
    for (const path of [
      '/sign-in?x=1',
      '/create-company',
      '/signed-out',
      '/nav/users/company',
      '/nav/users/company/licences',
    ]) {
      const answer = await get(path)
      const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? ''
      expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(5)
    expect((await get('/')).headers.get('location')).toBe('/nav/users/company')
  })

  it('has its files under hashed names for good, and nothing beside them', async () => {
    const file = await get('/console/assets/index-D3adB33f.js')
    expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const path of [
      'index.html',
      '../data/workspace.key',
      '..%2fdata%2fworkspace.key',
      '%2e%2e/data/workspace.key',
      '%',
      'assets/nope.js',
    ]) {
      expect((await get(`/console/${path}`)).status).toBe(404)
    }
  })
})

describe('the identity library', () => {
  it.each([
    'sign-up/email',
    'sign-in/email',
    'update-user',
    'change-email',
    'oauth2/register',
    'oauth2/create-client',
    'token',
    'get-session',
    'ok',
  ])('can not be reached past the listed endpoints: %s', async (path) => {
    expect((await get(`/identity/${path}`)).status).toBe(404)
    const headers = { 'content-type': 'application/json', origin: workspace.address }
    expect((await exchange('POST', `${workspace.address}/identity/${path}`, headers, '{}')).status).toBe(404)
  })

  it('offers no prompt that leads nowhere', async () => {
    const answer = await get('/identity/oauth2/authorize?prompt=consent')
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      '/sign-in?error=invalid_request&error_description=prompt',
    ])
  })
})
