import { connect } from 'node:net'
import { request as httpRequest } from 'node:http'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionKeeper } from './session-keeper'
import { startTestProvider, type TestProvider } from './test-provider'
import { anna, makeWorld, type World } from './test-world'

let provider: TestProvider
let world: World
let session: SessionKeeper

beforeEach(async () => {
  provider = await startTestProvider()
  world = makeWorld(provider)
  session = world.open()
})

afterEach(async () => {
  session.stop()
  await provider.close()
})

/** Starts a sign-in and gives the address that the browser was sent to. */
async function begin(): Promise<string> {
  const before = world.opened.length
  await session.signIn()
  await expect.poll(() => world.opened.length).toBe(before + 1)
  return world.opened.at(-1) ?? ''
}

const redirectOf = (address: string): URL => new URL(new URL(address).searchParams.get('redirect_uri') ?? '')

async function listens(address: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(address.port), '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** A request as a browser would not make it. */
function rawRequest(address: URL, method: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port: address.port, path: address.pathname + address.search, method, headers: { host } })
    asked.once('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.once('error', reject)
    asked.end()
  })
}

describe('signing in', () => {
  it('takes an answer in the query', async () => {
    const address = await begin()
    const asked = new URL(address).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('scope')).toBe('openid profile email offline_access')
    expect(asked.get('client_id')).toBe('parley-desktop')
    expect(redirectOf(address).href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/signed-in$/)
    expect(session.get()).toMatchObject({ state: 'signing-in', step: 'browser', endsAt: world.now + 300_000 })

    const answer = await fetch(await provider.authorize(address), { redirect: 'manual' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/done')
    expect(session.get()).toEqual({ state: 'signed-in', account: anna, connection: 'online', persistence: 'kept' })
    expect(world.fronts).toBe(1)
    expect(world.remembered).toEqual(anna)
    expect(world.keychain.secret?.refreshToken).toMatch(/^RT-/)

    const last = await fetch(new URL('/done', redirectOf(address)))
    const html = await last.text()
    expect(html).toContain('Vous êtes connecté à Parley')
    expect(html).not.toMatch(/RT-|AT-|code=|https?:/)
    expect(last.headers.get('cache-control')).toBe('no-store')
    expect(last.headers.get('referrer-policy')).toBe('no-referrer')
    expect(last.headers.get('content-security-policy')).toContain("default-src 'none'")
    await expect.poll(() => listens(redirectOf(address))).toBe(false)
    expect((await session.accessToken()).outcome).toBe('token')
  })

  it('takes an answer in the fragment, which a page of the listener hands back', async () => {
    provider.behaviour.answerIn = 'fragment'
    const address = await begin()
    const sent = await provider.authorize(address)
    expect(sent.search).toBe('')
    const page = await fetch(sent)
    const html = await page.text()
    const nonce = /<script nonce="([^"]+)">/.exec(html)?.[1] ?? '?'
    expect(page.headers.get('content-security-policy')).toContain(`script-src 'nonce-${nonce}'`)
    expect(session.get()).toMatchObject({ state: 'signing-in', step: 'browser' })

    // The page's own script, run with a browser's `location`.
    const script = /<script[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
    let moved = ''
    const location = { hash: `${sent.hash}&access_token=AT-leaked`, replace: (target: string) => (moved = target) }
    runInNewContext(script, { location, URLSearchParams })
    expect(moved).not.toContain('AT-leaked')
    expect((await fetch(new URL(moved, redirectOf(address)), { redirect: 'manual' })).status).toBe(303)
    expect(session.get()).toMatchObject({ state: 'signed-in' })
  })

  it.each([
    ['access_denied', 'cancelled', 'La connexion a été annulée'],
    ['invalid_scope', 'refused', 'a refusé la connexion'],
    ['server_error', 'refused', 'a refusé la connexion'],
  ])('tells the error %s from the server as %s', async (error, problem, words) => {
    provider.behaviour.authorizationError = error
    const html = await (await fetch(await provider.authorize(await begin()))).text()
    expect(html).toContain(words)
    expect(session.get()).toEqual({ state: 'signed-out', problem })
    expect(world.fronts).toBe(1)
    expect(world.keychain.secret).toBeNull()
  })

  it.each([
    ['another issuer', { issuerInAnswer: 'http://127.0.0.1:1' }],
    ['another nonce', { nonceInToken: 'x' }],
    ['a signature of another key', { signsWithForeignKey: true }],
  ])('does not trust an answer with %s', async (_what, behaviour) => {
    Object.assign(provider.behaviour, behaviour)
    await fetch(await provider.authorize(await begin()))
    expect(session.get()).toEqual({ state: 'signed-out', problem: 'answer-not-trusted' })
    expect(world.keychain.secret).toBeNull()
  })

  it('comes back to the pending attempt when started again', async () => {
    const first = await begin()
    const second = await begin()
    expect(second).toBe(first)
    expect(session.signInAddress()).toBe(first)
    expect(provider.calls.filter(({ path }) => path.startsWith('/.well-known'))).toHaveLength(1)
    await fetch(await provider.authorize(second))
    expect(session.get().state).toBe('signed-in')
  })

  it('starts one attempt even when asked twice at once', async () => {
    await Promise.all([session.signIn(), session.signIn()])
    await expect.poll(() => world.opened.length).toBeGreaterThan(0)
    expect(new Set(world.opened).size).toBe(1)
  })

  it('is not ended by stray requests', async () => {
    const address = await begin()
    const redirect = redirectOf(address)
    const state = new URL(address).searchParams.get('state') ?? ''
    const status = async (target: string, init?: RequestInit) => (await fetch(new URL(target, redirect), init)).status
    expect(await status('/favicon.ico')).toBe(404)
    expect(await status('/')).toBe(404)
    expect(await status('/done')).toBe(404)
    expect(await status('/signed-in', { method: 'POST', body: `code=x&state=${state}` })).toBe(405)
    expect(await status('/signed-in?code=x')).toBe(400)
    expect(await status('/signed-in?error=access_denied')).toBe(400)
    expect(await status(`/signed-in?code=x&state=${state}&state=${state}`)).toBe(400)
    expect(await rawRequest(new URL(`/signed-in?code=x&state=${state}`, redirect), 'GET', 'evil.example')).toBe(421)
    expect(session.get()).toMatchObject({ state: 'signing-in', step: 'browser' })
    await fetch(await provider.authorize(address))
    expect(session.get().state).toBe('signed-in')
  })

  it('ignores an answer with a wrong state and goes on', async () => {
    const address = await begin()
    const forged = await provider.authorize(address)
    forged.searchParams.set('state', 'A'.repeat(43))
    const page = await fetch(forged)
    expect(page.status).toBe(400)
    expect(await page.text()).toContain('ne fait pas partie de votre connexion')
    expect(provider.calls.some(({ path }) => path === '/token')).toBe(false)
    await fetch(await provider.authorize(address))
    expect(session.get().state).toBe('signed-in')
  })

  it('uses an answer once, however often the browser sends it', async () => {
    const answer = await provider.authorize(await begin())
    const statuses = await Promise.all([1, 2, 3].map(async () => (await fetch(answer, { redirect: 'manual' })).status))
    expect(statuses).toEqual([303, 303, 303])
    expect(provider.calls.filter(({ path }) => path === '/token')).toHaveLength(1)
  })

  it('ends after five minutes', async () => {
    const address = await begin()
    world.pass(299_999)
    expect(session.get().state).toBe('signing-in')
    world.pass(1)
    await expect.poll(() => session.get()).toEqual({ state: 'signed-out', problem: 'timed-out' })
    expect(await listens(redirectOf(address))).toBe(false)
    expect(session.signInAddress()).toBeNull()
  })

  it('has the whole time again once somebody has opened its page anew', async () => {
    await begin()
    world.pass(299_000)
    const again = await begin()
    expect(session.get()).toMatchObject({ state: 'signing-in', endsAt: world.now + 300_000 })
    world.pass(299_000)
    await fetch(await provider.authorize(again))
    expect(session.get().state).toBe('signed-in')
  })

  it('that was cancelled while the keychain took its time takes nothing away of the next one', async () => {
    let queue: Promise<unknown> = Promise.resolve()
    let unlock: () => void = () => undefined
    const unlocked = new Promise<void>((resolve) => (unlock = resolve))
    const { write, remove } = world.keychain
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      const result = queue.then(() => unlocked).then(work)
      queue = result
      return result
    }
    world.keychain.write = (secret) => inTurn(() => write(secret))
    world.keychain.remove = () => inTurn(() => remove())
    const writes: string[] = []
    const first = await begin()
    const noted = world.keychain.write
    world.keychain.write = (secret) => (writes.push(secret.refreshToken), noted(secret))
    // With the attempt, the listener that it came to goes.
    const pages = [fetch(await provider.authorize(first)).catch(() => null)]
    await expect.poll(() => writes.length).toBe(1)
    session.cancelSignIn()
    pages.push(fetch(await provider.authorize(await begin())))
    await expect.poll(() => writes.length).toBe(2)
    unlock()
    await Promise.all(pages)
    await expect.poll(() => session.get().state).toBe('signed-in')
    await queue
    expect(world.keychain.secret?.refreshToken).toBe(writes[1])
    expect(provider.refreshTokens.has(writes[1] ?? '')).toBe(true)
  })

  it('can be cancelled, and started anew', async () => {
    const address = await begin()
    session.cancelSignIn()
    expect(session.get()).toEqual({ state: 'signed-out', problem: null })
    expect(await listens(redirectOf(address))).toBe(false)
    const next = await begin()
    expect(next).not.toBe(address)
    await fetch(await provider.authorize(next))
    expect(session.get().state).toBe('signed-in')
  })

  it('stays pending when no browser can be opened, so that the link can be copied', async () => {
    world.browserFails = true
    const address = await begin()
    expect(session.get()).toMatchObject({ state: 'signing-in', step: 'browser' })
    expect(session.signInAddress()).toBe(address)
    world.pass(300_000)
    await expect.poll(() => session.get()).toEqual({ state: 'signed-out', problem: 'browser-not-opened' })
  })

  it('says so when the workspace cannot be reached', async () => {
    world.address = 'http://127.0.0.1:1'
    await session.signIn()
    await expect.poll(() => session.get()).toEqual({ state: 'signed-out', problem: 'workspace-unreachable' })
  })

  it('gives the tokens back when the account cannot be read', async () => {
    world.account = { outcome: 'failed', problem: 'offline' }
    await fetch(await provider.authorize(await begin()))
    expect(session.get()).toEqual({ state: 'signed-out', problem: 'workspace-unreachable' })
    expect(provider.refreshTokens.size).toBe(0)
  })

  it('asks the workspace at its present address after it has moved', async () => {
    await begin()
    session.cancelSignIn()
    const moved = await startTestProvider()
    world.address = moved.address
    expect((await begin()).startsWith(moved.address)).toBe(true)
    await moved.close()
  })
})
