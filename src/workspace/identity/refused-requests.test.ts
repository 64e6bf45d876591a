import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { RunningWorkspace } from '../start-workspace'
import { createBrowser, type Browser } from '../testing/browser'
import { desktopApp } from '../testing/desktop-app'
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace'

vi.setConfig({ testTimeout: 60_000 })

let temporary: TemporaryWorkspace
let workspace: RunningWorkspace
/** Signed in, so that a request that is not refused would be answered at once. */
let browser: Browser

beforeAll(async () => {
  temporary = temporaryWorkspace()
  workspace = await temporary.start()
  browser = createBrowser()
  const company = {
    companyName: 'Example',
    name: 'Anna',
    email: 'anna@example.com',
    password: 'correct horse battery',
    language: 'en',
  }
  await browser.send('POST', `${workspace.address}/console-api/company`, company)
})
afterAll(async () => {
  await workspace.stop()
  await temporary.remove()
})

describe('authorization requests that are refused', () => {
  it.each([
    ['another host', { redirect_uri: 'http://evil.example/signed-in' }],
    ['localhost', { redirect_uri: 'http://localhost:51234/signed-in' }],
    ['another path', { redirect_uri: 'http://127.0.0.1:51234/elsewhere' }],
    ['another scheme', { redirect_uri: 'https://127.0.0.1:51234/signed-in' }],
    ['credentials in it', { redirect_uri: 'http://127.0.0.1:51234@evil.example/signed-in' }],
    ['a client that does not exist', { client_id: 'other' }],
  ])('are never answered to the redirect address: %s', async (_, more) => {
    const app = await desktopApp(workspace.address)
    const { location, response } = await browser.open(app.address(more))
    expect(location.origin).toBe(workspace.address)
    expect(location.pathname).toBe('/sign-in')
    expect(location.searchParams.get('error')).toBeTruthy()
    expect(location.searchParams.has('sig')).toBe(false)
    expect(response.status).toBe(200)
  })

  it.each([
    ['no PKCE', ['code_challenge', 'code_challenge_method'], {}],
    ['plain PKCE', [], { code_challenge_method: 'plain' }],
    ['an unknown scope', [], { scope: 'openid admin' }],
    ['the implicit flow', [], { response_type: 'token' }],
  ])('tell the app: %s', async (_, without, more: Record<string, string>) => {
    const app = await desktopApp(workspace.address)
    const address = new URL(app.address(more))
    for (const name of without) address.searchParams.delete(name)
    const { location } = await browser.open(address.href)
    expect(location.origin).toBe('http://127.0.0.1:51234')
    // Where a token was asked for in the fragment, the error comes there too (OpenID Connect Core §3.2.2.6).
    const answer = new URLSearchParams(location.search === '' ? location.hash.slice(1) : location.search)
    expect(answer.get('error')).toBeTruthy()
    expect(answer.has('code')).toBe(false)
  })
})
