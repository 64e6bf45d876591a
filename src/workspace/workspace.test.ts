import * as client from 'openid-client'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { apiAccountSchema, apiCompanyLicencesSchema, apiUsersSchema } from '../contract/web-api'
import { meSchema, signedInSchema } from '../contract/console-api'
import type { RunningWorkspace } from './start-workspace'
import { createBrowser, type Browser } from './testing/browser'
import { desktopApp, redirectUri, signInThrough } from './testing/desktop-app'
import { temporaryWorkspace, type TemporaryWorkspace } from './testing/temporary-workspace'

const company = {
  companyName: 'Example',
  name: 'Anna Example',
  email: 'Anna@example.com',
  password: 'correct horse battery',
  language: 'en',
}

// Passwords are hashed as slowly here as anywhere.
vi.setConfig({ testTimeout: 60_000 })

let temporary: TemporaryWorkspace
let workspace: RunningWorkspace

beforeEach(async () => {
  temporary = temporaryWorkspace()
  workspace = await temporary.start()
})
afterEach(async () => {
  await workspace.stop()
  await temporary.remove()
})

async function signUp(browser: Browser): Promise<void> {
  const response = await browser.send('POST', `${workspace.address}/console-api/company`, company)
  expect(response.status).toBe(200)
}

const desktop = () => desktopApp(workspace.address)
const signedIn = (browser: Browser) => signInThrough(browser, workspace.address)

function callApi(path: string, token: string): Promise<Response> {
  return fetch(`${workspace.address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
}

describe('first run', () => {
  it('goes from the app through creating a company back to the app, and to the API', async () => {
    const browser = createBrowser()
    const app = await desktop()
    const page = await browser.open(app.address({ login_hint: 'anna@example.com' }))
    expect(page.location.pathname).toBe('/sign-in')
    expect(page.location.searchParams.get('login_hint')).toBe('anna@example.com')
    expect(page.response.status).toBe(200)
    const setup = await browser.send('GET', `${workspace.address}/console-api/setup`)
    expect(await setup.json()).toEqual({ needsCompany: true, sendsMail: false })

    const made = await browser.send('POST', `${workspace.address}/console-api/company${page.location.search}`, company)
    expect(made.status).toBe(200)
    const { continueTo } = signedInSchema.parse(await made.json())
    const answer = new URL(continueTo)
    expect(`${answer.origin}${answer.pathname}`).toBe(redirectUri)
    expect(answer.searchParams.get('iss')).toBe(workspace.address)
    const tokens = await app.exchange(answer)
    expect(tokens.expires_in).toBe(3600)
    expect(tokens.claims()?.iss).toBe(workspace.address)

    const account = apiAccountSchema.parse(await (await callApi('/account', tokens.access_token)).json())
    expect(account).toMatchObject({ email: 'anna@example.com', company_name: 'Example', role: 'administrator' })
    const licences = apiCompanyLicencesSchema.parse(
      await (await callApi('/company/license', tokens.access_token)).json(),
    )
    expect(licences.available_licenses).toMatchObject([
      { licenseName: 'Free', product: 'free', assignedUsers: 0 },
      { licenseName: 'Meeting 50', product: 'meeting-50', assignedUsers: 1, maxAssignments: 10, isActive: true },
    ])
    const users = apiUsersSchema.parse(await (await callApi('/users?full_list=true', tokens.access_token)).json())
    expect(users.users).toMatchObject([{ id: account.userid, activated_license_name: 'Meeting 50' }])
  })

  it('makes one company only', async () => {
    await signUp(createBrowser())
    const again = await createBrowser().send('POST', `${workspace.address}/console-api/company`, company)
    expect([again.status, await again.json()]).toEqual([409, { error: 'company-exists' }])
  })

  it('names the fields at fault', async () => {
    const answer = await createBrowser().send('POST', `${workspace.address}/console-api/company`, {
      ...company,
      password: 'short',
      email: 'no',
    })
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'invalid', fields: ['email', 'password'] }])
  })
})

describe('signing in', () => {
  it('asks for credentials, refuses wrong ones, and goes on with right ones', async () => {
    await signUp(createBrowser())
    const browser = createBrowser()
    const app = await desktop()
    const { location } = await browser.open(app.address())
    const signInAddress = `${workspace.address}/console-api/sign-in${location.search}`
    const wrong = await browser.send('POST', signInAddress, { email: company.email, password: 'wrong horse battery' })
    expect([wrong.status, await wrong.json()]).toEqual([401, { error: 'wrong-credentials' }])
    const unknown = await browser.send('POST', signInAddress, { email: 'eve@example.com', password: company.password })
    expect([unknown.status, await unknown.json()]).toEqual([401, { error: 'wrong-credentials' }])
    expect(browser.cookies().size).toBe(0)
    const right = await browser.send('POST', signInAddress, { email: company.email, password: company.password })
    await app.exchange(new URL(signedInSchema.parse(await right.json()).continueTo))
  })

  it('refuses a query that was altered', async () => {
    await signUp(createBrowser())
    const browser = createBrowser()
    const { location } = await browser.open((await desktop()).address())
    const altered = location.search.replace('51234', '51235')
    const answer = await browser.send('POST', `${workspace.address}/console-api/sign-in${altered}`, {
      email: company.email,
      password: company.password,
    })
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'sign-in-outdated' }])
  })

  it('goes to the console when no app waits, and never elsewhere', async () => {
    await signUp(createBrowser())
    for (const [next, expected] of [
      ['/nav/users/company/licences', '/nav/users/company/licences'],
      ['https://evil.example/', '/nav/users/company'],
      ['//evil.example/nav/users/company', '/nav/users/company'],
    ] as const) {
      const answer = await createBrowser().send(
        'POST',
        `${workspace.address}/console-api/sign-in?next=${encodeURIComponent(next)}`,
        { email: company.email, password: company.password },
      )
      expect(await answer.json()).toEqual({ continueTo: expected })
    }
  })

  it('asks again with prompt=login, and then goes on', async () => {
    const browser = createBrowser()
    await signUp(browser)
    const app = await desktop()
    const { location } = await browser.open(app.address({ prompt: 'login' }))
    expect(location.pathname).toBe('/sign-in')
    const answer = await browser.send('POST', `${workspace.address}/console-api/sign-in${location.search}`, {
      email: company.email,
      password: company.password,
    })
    await app.exchange(new URL(signedInSchema.parse(await answer.json()).continueTo))
  })

  it('slows guessing down', async () => {
    await signUp(createBrowser())
    const statuses: number[] = []
    for (let attempt = 0; attempt < 14; attempt += 1) {
      const answer = await createBrowser().send('POST', `${workspace.address}/console-api/sign-in`, {
        email: company.email,
        password: 'wrong horse battery',
      })
      statuses.push(answer.status)
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(statuses).toContain(401)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('tokens', () => {
  it('rotate, and reuse of an old refresh token ends all of them', async () => {
    const { app, tokens, refreshToken } = await signedIn(await signedUpBrowser())
    const second = await client.refreshTokenGrant(app.configuration, refreshToken)
    expect(second.refresh_token).toBeTruthy()
    expect(second.refresh_token).not.toBe(refreshToken)
    expect((await callApi('/account', second.access_token)).status).toBe(200)
    expect(tokens.access_token).not.toBe(second.access_token)

    await expect(client.refreshTokenGrant(app.configuration, refreshToken)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    await expect(client.refreshTokenGrant(app.configuration, second.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('are revoked', async () => {
    const { app, tokens, refreshToken } = await signedIn(await signedUpBrowser())
    await client.tokenRevocation(app.configuration, refreshToken)
    await expect(client.refreshTokenGrant(app.configuration, refreshToken)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    const answer = await callApi('/account', tokens.access_token)
    expect([answer.status, await answer.json()]).toMatchObject([401, { error: 'invalid_token' }])
  })

  it('are exchanged for a code once only', async () => {
    const app = await desktop()
    const { location } = await (await signedUpBrowser()).open(app.address())
    await app.exchange(location)
    await expect(app.exchange(location)).rejects.toMatchObject({ error: 'invalid_grant' })
  })
})

describe('signing out in the app', () => {
  it('ends the browser session, without cookies', async () => {
    const browser = await signedUpBrowser()
    const { app, tokens, idToken } = await signedIn(browser)
    expect((await browser.send('GET', `${workspace.address}/console-api/me`)).status).toBe(200)
    const endSession = client.buildEndSessionUrl(app.configuration, { id_token_hint: idToken })
    expect((await fetch(endSession)).status).toBe(200)
    const me = await browser.send('GET', `${workspace.address}/console-api/me`)
    expect([me.status, await me.json()]).toEqual([401, { error: 'not-signed-in' }])
    expect((await callApi('/account', tokens.access_token)).status).toBe(401)
    expect((await browser.open((await desktop()).address())).location.pathname).toBe('/sign-in')
  })

  it('needs an ID token of this workspace', async () => {
    const browser = await signedUpBrowser()
    const { app, idToken } = await signedIn(browser)
    const [head = '', payload = '', signature = ''] = idToken.split('.')
    const forged = [head, payload, signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))].join('.')
    const address = client.buildEndSessionUrl(app.configuration, { id_token_hint: forged })
    expect((await fetch(address)).status).toBe(401)
    expect((await browser.send('GET', `${workspace.address}/console-api/me`)).status).toBe(200)
  })
})

describe('a port that moves', () => {
  it('keeps browser sessions and refresh tokens', async () => {
    const browser = await signedUpBrowser()
    const { refreshToken, idToken } = await signedIn(browser)
    const before = workspace.address
    await workspace.stop()
    const elsewhere = temporaryWorkspace()
    onTestFinished(() => elsewhere.remove())
    const blocker = await elsewhere.start()
    workspace = await temporary.start({ port: Number(new URL(blocker.address).port) })
    expect(workspace.address).not.toBe(before)
    expect(workspace.address).not.toBe(blocker.address)
    await blocker.stop()

    const me = meSchema.parse(await (await browser.send('GET', `${workspace.address}/console-api/me`)).json())
    expect(me.account.name).toBe('Anna Example')
    const app = await desktop()
    const tokens = await client.refreshTokenGrant(app.configuration, refreshToken)
    expect((await callApi('/account', tokens.access_token)).status).toBe(200)
    expect(tokens.claims()?.iss).toBe(workspace.address)
    expect(tokens.id_token).not.toBe(idToken)
    const endSession = client.buildEndSessionUrl(app.configuration, { id_token_hint: tokens.id_token ?? '' })
    expect((await fetch(endSession)).status).toBe(200)
    expect((await browser.send('GET', `${workspace.address}/console-api/me`)).status).toBe(401)
  })
})

async function signedUpBrowser(): Promise<Browser> {
  const browser = createBrowser()
  await signUp(browser)
  return browser
}
