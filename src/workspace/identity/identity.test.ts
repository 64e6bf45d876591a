import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCompany } from '../company/create-company'
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database'
import { readBearer } from './bearer'
import { forwardedHeaders } from './forwarded-headers'
import { createIdentity, type Identity } from './identity'
import { rateLimits } from './rate-limits'
import { afterSignIn, signedRequest } from './sign-in-flow'

describe('readBearer', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['bearer  a.b-c_d~e+f/g==', 'a.b-c_d~e+f/g=='],
    [undefined, null],
    ['', null],
    ['Bearer', null],
    ['Bearer ', null],
    ['Basic abc', null],
    ['Bearer a b', null],
    ['Bearer a\u00e9', null],
  ])('%j → %j', (header, token) => {
    expect(readBearer(header)).toBe(token)
  })
})

describe('forwardedHeaders', () => {
  it('takes the caller from the socket, and drops what only a proxy could vouch for', () => {
    const headers = new Headers({
      accept: 'x',
      'x-parley-caller': '6.6.6.6',
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-proto': 'https',
      forwarded: 'for=6.6.6.6',
      'content-length': '3',
    })
    expect(Object.fromEntries(forwardedHeaders(headers, '127.0.0.1'))).toEqual({
      accept: 'x',
      'x-parley-caller': '127.0.0.1',
    })
  })
})

describe('rateLimits', () => {
  it('counts in windows, for each key by itself', async () => {
    let now = 0
    const limits = rateLimits(() => now)
    const ask = async (key: string) => limits.consume(key, { window: 10, max: 2 })
    expect(await ask('a')).toEqual({ allowed: true, retryAfter: null })
    now = 9_000
    expect((await ask('a')).allowed).toBe(true)
    expect(await ask('a')).toEqual({ allowed: false, retryAfter: 1 })
    expect((await ask('b')).allowed).toBe(true)
    now = 10_000
    expect((await ask('a')).allowed).toBe(true)
  })
})

describe('the sign-in page', () => {
  it.each([
    ['?next=/nav/users/company', '/nav/users/company'],
    ['?next=/nav/users/company/licences', '/nav/users/company/licences'],
    ['?next=/device%3Fuser_code%3DWDJB2345', '/device?user_code=WDJB2345'],
    ['?next=/device/..//evil.example', '/nav/users/company'],
    ['', '/nav/users/company'],
    ['?next=//evil.example', '/nav/users/company'],
    ['?next=/nav/users/company//evil.example/..', '/nav/users/company'],
    ['?next=/identity/oauth2/authorize', '/nav/users/company'],
    ['?next=javascript:alert(1)', '/nav/users/company'],
    ['?next=/nav/users/company%5C..', '/nav/users/company'],
  ])('%s → %s', (search, path) => {
    expect(afterSignIn(search)).toBe(path)
  })

  it('never leads away', () => {
    fc.assert(
      fc.property(fc.string(), (next) => {
        const target = new URL(afterSignIn(`?${new URLSearchParams({ next }).toString()}`), 'http://127.0.0.1:1')
        return target.origin === 'http://127.0.0.1:1' && target.pathname.startsWith('/nav/users/company')
      }),
    )
  })

  it('carries a signed request exactly as it came', () => {
    expect(signedRequest('?b=%2F&a=+&sig=x')).toBe('b=%2F&a=+&sig=x')
    expect(signedRequest('?login_hint=a')).toBeNull()
  })
})

describe('redirect addresses', () => {
  let temporary: TemporaryDatabase
  let identity: Identity
  let cookie: string
  const address = 'http://127.0.0.1:4711'

  beforeAll(async () => {
    temporary = await temporaryDatabase()
    const { db } = temporary
    const { hashPassword } = await import('./password')
    const administrator = {
      name: 'A',
      email: 'a@example.com',
      language: 'en',
      passwordHash: await hashPassword('a long password'),
    }
    await createCompany(db, { companyName: 'C', isSample: false, administrator }, Date.now())
    // Time moves on by an hour with each reading, so that no rate limit is met.
    let time = Date.now()
    const now = () => (time += 3_600_000)
    identity = await createIdentity({ db, address, secret: 's'.repeat(43), log: () => undefined, now, limits: rateLimits(now) })
    const answer = await identity.handle(
      new Request(`${address}/identity/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: address },
        body: JSON.stringify({ email: 'a@example.com', password: 'a long password' }),
      }),
    )
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  })
  afterAll(() => temporary.remove())

  /** Where a signed-in browser is sent. */
  async function sentTo(redirectUri: string): Promise<string> {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'parley-desktop',
      redirect_uri: redirectUri,
      scope: 'openid',
      state: 's',
      code_challenge: 'a'.repeat(43),
      code_challenge_method: 'S256',
    })
    const request = new Request(`${address}/identity/oauth2/authorize?${query.toString()}`, { headers: { cookie } })
    return (await identity.handle(request)).headers.get('location') ?? ''
  }

  it('are the literal loopback address with any port', async () => {
    const port = fc.integer({ min: 1, max: 65_535 })
    await fc.assert(
      fc.asyncProperty(port, async (number) => {
        const location = new URL(await sentTo(`http://127.0.0.1:${String(number)}/signed-in`))
        expect(location.host).toBe(new URL(`http://127.0.0.1:${String(number)}`).host)
        expect(location.searchParams.get('code')).toBeTruthy()
        expect(location.searchParams.get('iss')).toBe(address)
      }),
      { numRuns: 20 },
    )
  })

  it('are nothing else', async () => {
    const scheme = fc.constantFrom('http', 'https', 'parley', 'javascript', 'file')
    const host = fc.constantFrom(
      '127.0.0.1',
      'localhost',
      '[::1]',
      '127.0.0.2',
      '127.1',
      '2130706433',
      '0x7f.1',
      '127.0.0.1.evil.example',
      'evil.example',
      '127.0.0.1@evil.example',
      'evil.example#@127.0.0.1',
      'evil.example\\@127.0.0.1',
      '①27.0.0.1',
      '127.0.0.1.',
    )
    const port = fc.constantFrom('', ':1234', ':0', ':65536', ':1234@evil.example', ':x')
    const path = fc.constantFrom(
      '/signed-in',
      '/signed-in/',
      '/',
      '',
      '/signed-in?x=1',
      '/signed-in#x',
      '/signed-in/../x',
      '/Signed-in',
      '/./signed-in',
      '//signed-in',
    )
    await fc.assert(
      fc.asyncProperty(scheme, host, port, path, async (...parts) => {
        const [s, h, p, rest] = parts
        const allowed = s === 'http' && h === '127.0.0.1' && ['', ':1234', ':0'].includes(p) && rest === '/signed-in'
        const location = await sentTo(`${s}://${h}${p}${rest}`)
        expect([parts, location.startsWith(`${address}/sign-in?error=`)]).toEqual([parts, !allowed])
      }),
      { numRuns: 150 },
    )
  })
})
