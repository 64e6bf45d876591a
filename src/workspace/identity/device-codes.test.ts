import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { deviceRequestSchema, meSchema } from '../../contract/console-api'
import { apiAccountSchema } from '../../contract/web-api'
import type { RunningWorkspace } from '../start-workspace'
import { createBrowser, type Browser } from '../testing/browser'
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace'
import { readComputerName, readUserCode } from './device-codes'

// Passwords are hashed as slowly here as anywhere.
vi.setConfig({ testTimeout: 60_000 })

const grant = 'urn:ietf:params:oauth:grant-type:device_code'
const issuedSchema = z.object({
  device_code: z.string(),
  user_code: z.string().regex(/^[A-HJ-NP-Z2-9]{8}$/),
  verification_uri: z.url(),
  expires_in: z.literal(600),
  interval: z.literal(5),
})
const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string(), id_token: z.string() })

let temporary: TemporaryWorkspace
let workspace: RunningWorkspace
let now = Date.now()
let browser: Browser

// A workspace with a company, and a browser in which its administrator is signed in.
beforeAll(async () => {
  temporary = temporaryWorkspace(() => now)
  workspace = await temporary.start()
  browser = createBrowser()
  const company = {
    companyName: 'Example', name: 'Anna', email: 'anna@example.com', password: 'correct horse battery', language: 'en',
  }
  await browser.send('POST', `${workspace.address}/console-api/company`, company)
})
beforeEach(() => {
  now = Date.now()
})
afterAll(async () => {
  await workspace.stop()
  await temporary.remove()
})

const post = (path: string, form: Record<string, string>) =>
  fetch(`${workspace.address}/identity${path}`, { method: 'POST', body: new URLSearchParams(form) })

async function ask(more: Record<string, string> = {}) {
  const form = { client_id: 'parley-desktop', scope: 'openid profile email offline_access', ...more }
  return issuedSchema.parse(await (await post('/device/code', form)).json())
}

const poll = (code: string) => post('/oauth2/token', { grant_type: grant, client_id: 'parley-desktop', device_code: code })

async function problemOf(response: Response): Promise<unknown> {
  return z.object({ error: z.string() }).parse(await response.json()).error
}

const device = (method: string, body?: unknown, search = '', who = browser) =>
  who.send(method, `${workspace.address}/console-api/device${search}`, body)

describe('a sign-in with a code', () => {
  it('brings tokens once somebody has allowed it, and only once', async () => {
    const issued = await ask({ computer_name: 'Anna’s laptop' })
    expect(issued.verification_uri).toBe(`${workspace.address}/device`)
    expect(await problemOf(await poll(issued.device_code))).toBe('authorization_pending')
    expect(await problemOf(await poll(issued.device_code))).toBe('slow_down')

    const typed = `${issued.user_code.slice(0, 4)}-${issued.user_code.slice(4)}`.toLowerCase()
    const found = await device('GET', undefined, `?code=${typed}`)
    expect(deviceRequestSchema.parse(await found.json())).toEqual({ code: issued.user_code, computerName: 'Anna’s laptop' })
    expect((await device('POST', { code: typed, answer: 'allow' })).status).toBe(204)
    expect((await device('POST', { code: typed, answer: 'refuse' })).status).toBe(404)
    expect((await device('GET', undefined, `?code=${typed}`)).status).toBe(404)

    const fresh = await ask()
    await device('POST', { code: fresh.user_code, answer: 'allow' })
    const tokens = tokensSchema.parse(await (await poll(fresh.device_code)).json())
    expect(await problemOf(await poll(fresh.device_code))).toBe('invalid_grant')
    const headers = { authorization: `Bearer ${tokens.access_token}` }
    const account = await fetch(`${workspace.address}/api/v1/account`, { headers })
    expect(apiAccountSchema.parse(await account.json()).email).toBe('anna@example.com')
    const refresh = { grant_type: 'refresh_token', client_id: 'parley-desktop', refresh_token: tokens.refresh_token }
    expect((await post('/oauth2/token', refresh)).status).toBe(200)
  })

  it('can be refused', async () => {
    const issued = await ask()
    await device('POST', { code: issued.user_code, answer: 'refuse' })
    expect(await problemOf(await poll(issued.device_code))).toBe('access_denied')
  })

  it('is answered by whoever is signed in in the browser, and by the console’s own page alone', async () => {
    const issued = await ask()
    const answer = { code: issued.user_code, answer: 'allow' }
    expect((await device('GET', undefined, `?code=${issued.user_code}`, createBrowser())).status).toBe(401)
    expect((await device('POST', answer, '', createBrowser())).status).toBe(401)
    const foreign = { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' }
    const sent = await browser.send('POST', `${workspace.address}/console-api/device`, answer, foreign)
    expect(sent.status).toBe(403)
    expect(await problemOf(await poll(issued.device_code))).toBe('authorization_pending')
  })

  it('is over after ten minutes', async () => {
    const issued = await ask()
    now += 660_000
    expect((await device('GET', undefined, `?code=${issued.user_code}`)).status).toBe(404)
    expect((await device('POST', { code: issued.user_code, answer: 'allow' })).status).toBe(404)
  })

  it('can’t be guessed: an account has few tries', async () => {
    now += 3_600_000
    for (let count = 0; count < 20; count += 1) {
      expect((await device('GET', undefined, `?code=AAAA-AA${String(count).padStart(2, '2')}`)).status).toBe(404)
    }
    const refused = await device('GET', undefined, '?code=AAAAAAAA')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('is for the desktop app alone, and binds no account by itself', async () => {
    expect((await post('/device/code', { client_id: 'another' })).status).toBe(400)
    const me = meSchema.parse(await (await browser.send('GET', `${workspace.address}/console-api/me`)).json())
    const issued = await ask({ user_id: me.account.id })
    expect(await problemOf(await poll(issued.device_code))).toBe('authorization_pending')
    // The library's own endpoints for answering stay closed.
    for (const path of ['/device/approve', '/device/deny', '/device/token']) {
      expect((await browser.send('POST', `${workspace.address}/identity${path}`, { userCode: issued.user_code })).status).toBe(404)
    }
  })
})

describe('what people and computers send', () => {
  it.each([['abcd-efgh', 'ABCDEFGH'], [' AB CD EF GH ', 'ABCDEFGH'], ['—', '']])('reads the code %j', (typed, code) => {
    expect(readUserCode(typed)).toBe(code)
  })

  it.each([
    ['laptop', 'laptop'],
    [null, null],
    ['  ', null],
    ['a\nb\u202Ec\u0000', 'abc'],
    ['x'.repeat(100), 'x'.repeat(60)],
  ])('cleans the name %j', (given, name) => {
    expect(readComputerName(given)).toBe(name)
  })
})

describe('the page that shows an answer', () => {
  it('is a redirect of the desktop app, on the workspace’s own address', async () => {
    const query = new URLSearchParams({
      response_type: 'code', client_id: 'parley-desktop', scope: 'openid', state: 'the-state',
      redirect_uri: `${workspace.address}/sign-in/answer`, code_challenge: 'a'.repeat(43), code_challenge_method: 'S256',
    })
    const { location } = await browser.open(`${workspace.address}/identity/oauth2/authorize?${query.toString()}`)
    expect(location.pathname).toBe('/sign-in/answer')
    expect(location.searchParams.get('code')).toBeTruthy()
    expect(location.searchParams.get('state')).toBe('the-state')
  })
})
