import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestProvider, type TestProvider } from './test-provider'
import { anna, makeWorld, type World } from './test-world'

let provider: TestProvider
let world: World
const open: { stop(): void }[] = []

beforeEach(async () => {
  provider = await startTestProvider()
  world = makeWorld(provider)
})

afterEach(async () => {
  for (const session of open.splice(0)) session.stop()
  await provider.close()
})

/** A start of Parley with somebody signed in. */
function start() {
  provider.refreshTokens.add('RT-0')
  world.remembered = anna
  world.keychain.secret = { accountId: anna.id, refreshToken: 'RT-0' }
  return openOne()
}

function openOne() {
  const session = world.open()
  open.push(session)
  return session
}

async function signIn() {
  const session = openOne()
  await session.signIn()
  await expect.poll(() => world.opened.length).toBe(1)
  await fetch(await provider.authorize(world.opened[0] ?? ''))
  return session
}

const refreshes = (): string[] =>
  provider.calls
    .filter(({ parameters }) => parameters.get('grant_type') === 'refresh_token')
    .map(({ parameters }) => parameters.get('refresh_token') ?? '')

describe('signing out', () => {
  const remote = (): string[] => provider.calls.map(({ path }) => path).filter((path) => /revoke|end-session/.test(path))

  it('revokes, clears the keychain and ends the browser session', async () => {
    const session = await signIn()
    await session.signOut()
    expect(session.get()).toEqual({ state: 'signed-out', problem: null })
    expect(world.keychain.secret).toBeNull()
    expect(world.remembered).toBeNull()
    expect(world.signedOut).toEqual([anna])
    expect(remote().toSorted()).toEqual(['/end-session', '/revoke'])
    expect(provider.refreshTokens.size).toBe(0)
    const ended = provider.calls.find(({ path }) => path === '/end-session')
    expect(ended?.parameters.get('id_token_hint')).toMatch(/^ey/)
    expect(await session.accessToken()).toEqual({ outcome: 'signed-out' })
  })

  it('asks for an ID token first when it holds none', async () => {
    const session = start()
    provider.behaviour.tokenStatus = 503
    await session.connect()
    provider.behaviour.tokenStatus = null
    await session.signOut()
    expect(remote().toSorted()).toEqual(['/end-session', '/revoke'])
    expect(provider.refreshTokens.size).toBe(0)
    expect(world.keychain.secret).toBeNull()
  })

  it('works offline, for this computer', async () => {
    const session = await signIn()
    world.address = ''
    await session.signOut()
    expect(session.get()).toEqual({ state: 'signed-out', problem: null })
    expect(world.keychain.secret).toBeNull()
    expect(remote()).toEqual([])
  })

  it('does not wait for a workspace that hangs', async () => {
    const session = start()
    provider.behaviour.tokenStatus = 503
    await session.connect()
    provider.behaviour.tokenStatus = null
    provider.behaviour.gate = new Promise(() => undefined)
    const done = session.signOut()
    await expect.poll(() => refreshes().length).toBe(2)
    expect(world.remembered).toBeNull()
    world.pass(4_000)
    await done
    expect(session.get().state).toBe('signed-out')
  })

  it('is over before a new sign-in starts', async () => {
    const session = await signIn()
    const out = session.signOut()
    await session.signIn()
    await out
    expect(session.get().state).toBe('signing-in')
    expect(remote()).toHaveLength(2)
  })
})
