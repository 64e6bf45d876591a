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

const online = { state: 'signed-in', account: anna, connection: 'online', persistence: 'kept' }

describe('a restart', () => {
  it('is signed in at once, and then for real', async () => {
    const session = start()
    expect(session.get()).toEqual(online)
    expect(provider.calls).toEqual([])
    world.account = { outcome: 'done', value: { ...anna, name: 'Anna Wolf' } }
    await session.connect()
    expect(session.get()).toEqual({ ...online, account: { ...anna, name: 'Anna Wolf' } })
    expect(world.remembered?.name).toBe('Anna Wolf')
    expect(refreshes()).toEqual(['RT-0'])
  })

  it('makes callers wait for the keychain instead of calling them signed out', async () => {
    const session = start()
    const early = session.accessToken()
    await session.connect()
    expect((await early).outcome).toBe('token')
    expect(refreshes()).toHaveLength(1)
  })

  it('without anybody remembered asks nothing of the keychain', async () => {
    world.keychain.secret = { accountId: 'u1', refreshToken: 'left over' }
    const session = openOne()
    await session.connect()
    expect(session.get()).toEqual({ state: 'signed-out', problem: null })
    expect(await session.accessToken()).toEqual({ outcome: 'signed-out' })
    expect(provider.calls).toEqual([])
  })

  it('offline stays signed in, and comes back by itself', async () => {
    const session = start()
    const { address } = world
    world.address = ''
    await session.connect()
    expect(session.get()).toEqual({ ...online, connection: 'offline' })
    expect(await session.accessToken()).toEqual({ outcome: 'offline' })
    world.pass(2_000)
    await expect.poll(() => world.timers.length).toBe(1)
    expect(world.timers[0]?.at).toBe(world.now + 4_000)
    world.address = address
    world.pass(4_000)
    await expect.poll(() => session.get()).toEqual(online)
    expect(world.timers).toEqual([])
  })

  it('with a dead refresh token is expired, with the account kept', async () => {
    const session = start()
    provider.refreshTokens.clear()
    await session.connect()
    expect(session.get()).toEqual({ state: 'expired', account: anna, problem: null })
    expect(await session.accessToken()).toEqual({ outcome: 'expired' })
    expect(world.keychain.secret).toBeNull()
    expect(world.remembered).toEqual(anna)
  })

  it.each(['locked', 'missing', 'changed'] as const)('with a keychain that is %s asks to sign in again', async (trouble) => {
    world.keychain.trouble = trouble
    const session = start()
    await session.connect()
    expect(session.get()).toEqual({ state: 'expired', account: anna, problem: null })
    expect(world.keychain.secret?.refreshToken).toBe('RT-0')
    expect(provider.calls).toEqual([])
  })

  it('comes back when the keychain is unlocked', async () => {
    world.keychain.trouble = 'locked'
    const session = start()
    await session.connect()
    world.keychain.enter(null)
    await expect.poll(() => session.get()).toEqual(online)
    expect((await session.accessToken()).outcome).toBe('token')
  })

  it("does not use another account's token", async () => {
    const session = start()
    world.keychain.secret = { accountId: 'u2', refreshToken: 'RT-0' }
    await session.connect()
    expect(session.get().state).toBe('expired')
    expect(refreshes()).toEqual([])
  })
})

describe('refreshing', () => {
  it('happens once for many callers', async () => {
    const session = start()
    let release: () => void = () => undefined
    provider.behaviour.gate = new Promise((resolve) => (release = resolve))
    const connected = session.connect()
    const callers = Promise.all(Array.from({ length: 50 }, () => session.accessToken()))
    await expect.poll(() => refreshes().length).toBe(1)
    release()
    await connected
    const given = new Set((await callers).map((access) => (access.outcome === 'token' ? access.token : access.outcome)))
    expect(given.size).toBe(1)
    expect([...given][0]).toMatch(/^AT-/)
    expect(refreshes()).toHaveLength(1)
  })

  it('happens a minute before the end, not earlier', async () => {
    const session = await signIn()
    world.pass(3_600_000 - 60_001)
    await session.accessToken()
    expect(refreshes()).toHaveLength(0)
    world.pass(1)
    await session.accessToken()
    expect(refreshes()).toHaveLength(1)
  })

  it('puts the rotated token away before the old one is forgotten', async () => {
    const session = start()
    const { keychain } = world
    const write: typeof keychain.write = (secret) => {
      keychain.secret = secret
      return Promise.resolve({ outcome: 'done' })
    }
    let finishWrite: () => void = () => undefined
    world.keychain.write = async (secret) => {
      await new Promise<void>((resolve) => (finishWrite = resolve))
      return write(secret)
    }
    let answered = false
    const connected = session.connect().then(() => (answered = true))
    await expect.poll(() => refreshes().length).toBe(1)
    await expect.poll(() => provider.refreshTokens.has('RT-0')).toBe(false)
    expect(answered).toBe(false)
    expect(world.keychain.secret?.refreshToken).toBe('RT-0')
    await expect.poll(() => (finishWrite(), world.keychain.secret?.refreshToken)).not.toBe('RT-0')
    await connected
    world.keychain.write = write
    const [rotated] = provider.refreshTokens
    expect(world.keychain.secret).toEqual({ accountId: anna.id, refreshToken: rotated })
    session.rejectAccessToken(await tokenOf(session))
    await session.accessToken()
    expect(refreshes()).toEqual(['RT-0', rotated])
  })

  it('lasts until Parley quits when the rotated token cannot be put away, and is kept once it can', async () => {
    const session = start()
    world.keychain.write = () => Promise.resolve({ outcome: 'refused', state: 'locked' })
    await session.connect()
    expect(session.get()).toEqual({ ...online, persistence: 'until-quit' })
    expect(world.remembered).toBeNull()
    world.keychain.write = (secret) => {
      world.keychain.secret = secret
      return Promise.resolve({ outcome: 'done' })
    }
    await session.recheck()
    expect(session.get()).toEqual(online)
    expect(world.remembered).toEqual(anna)
    expect(provider.refreshTokens.has(world.keychain.secret?.refreshToken ?? '')).toBe(true)
  })

  it.each([
    ['server trouble', { tokenStatus: 503 }, 'offline'],
    ['a temporary error', { refreshError: 'temporarily_unavailable' }, 'offline'],
    ['invalid_grant', { refreshError: 'invalid_grant' }, 'expired'],
    ['a client that is not known any more', { refreshError: 'invalid_client' }, 'expired'],
  ])('tells %s apart', async (_what, behaviour, expected) => {
    const session = start()
    Object.assign(provider.behaviour, behaviour)
    await session.connect()
    expect((await session.accessToken()).outcome).toBe(expected)
    expect(session.get().state).toBe(expected === 'expired' ? 'expired' : 'signed-in')
  })

  it('gets a fresh token when the workspace refuses one, and gives up on the second', async () => {
    world.account = { outcome: 'failed', problem: 'expired' }
    const session = start()
    await session.connect()
    expect(refreshes()).toHaveLength(2)
    expect(session.get().state).toBe('expired')
  })
})

async function tokenOf(session: ReturnType<typeof openOne>): Promise<string> {
  const access = await session.accessToken()
  return access.outcome === 'token' ? access.token : ''
}

describe('a session without a keychain', () => {
  it.each(['locked', 'missing', 'changed'] as const)('lasts until Parley quits (%s)', async (trouble) => {
    world.keychain.trouble = trouble
    const session = await signIn()
    expect(session.get()).toEqual({ ...online, persistence: 'until-quit' })
    expect(world.keychain.log).toEqual([])
    expect(openOne().get()).toEqual({ state: 'signed-out', problem: null })
  })

  it('is kept once the person has an entry replaced that Parley can’t read', async () => {
    world.keychain.trouble = 'changed'
    const session = await signIn()
    await session.replaceKeychainEntry()
    expect(session.get()).toEqual(online)
    expect(world.keychain.secret?.accountId).toBe(anna.id)
    expect(world.remembered).toEqual(anna)
  })
})

describe('signing in again', () => {
  it('fills the e-mail in, and falls back to the account when it is cancelled', async () => {
    const session = start()
    provider.refreshTokens.clear()
    await session.connect()
    await session.signIn()
    await expect.poll(() => world.opened.length).toBe(1)
    expect(new URL(world.opened[0] ?? '').searchParams.get('login_hint')).toBe('anna@example.com')
    expect(session.get()).toMatchObject({ state: 'signing-in', account: anna })
    session.cancelSignIn()
    expect(session.get()).toEqual({ state: 'expired', account: anna, problem: null })
  })
})
