import { describe, expect, it } from 'vitest'
import { eachWithStarts } from './test-starts'
import { anna } from './test-world'

const starts = eachWithStarts()
const { openOne, refreshes, signIn, start } = starts

const online = { state: 'signed-in', account: anna, connection: 'online', persistence: 'kept' }

describe('a restart', () => {
  it('is signed in at once, and then for real', async () => {
    const session = start()
    expect(session.get()).toEqual(online)
    expect(starts.provider.calls).toEqual([])
    starts.world.account = { outcome: 'done', value: { ...anna, name: 'Anna Wolf' } }
    await session.connect()
    expect(session.get()).toEqual({ ...online, account: { ...anna, name: 'Anna Wolf' } })
    expect(starts.world.remembered?.name).toBe('Anna Wolf')
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
    starts.world.keychain.secret = { accountId: 'u1', refreshToken: 'left over' }
    const session = openOne()
    await session.connect()
    expect(session.get()).toEqual({ state: 'signed-out', problem: null })
    expect(await session.accessToken()).toEqual({ outcome: 'signed-out' })
    expect(starts.provider.calls).toEqual([])
  })

  it('offline stays signed in, and comes back by itself', async () => {
    const session = start()
    const { address } = starts.world
    starts.world.address = ''
    await session.connect()
    expect(session.get()).toEqual({ ...online, connection: 'offline' })
    expect(await session.accessToken()).toEqual({ outcome: 'offline' })
    starts.world.pass(2_000)
    await expect.poll(() => starts.world.timers.length).toBe(1)
    expect(starts.world.timers[0]?.at).toBe(starts.world.now + 4_000)
    starts.world.address = address
    starts.world.pass(4_000)
    await expect.poll(() => session.get()).toEqual(online)
    expect(starts.world.timers).toEqual([])
  })

  it('offline beside the account that is shown tries nothing by itself, until it is looked at', async () => {
    const session = start()
    const { address } = starts.world
    Object.assign(starts.world, { address: '', isShown: false })
    await session.connect()
    expect(session.get()).toEqual({ ...online, connection: 'offline' })
    expect(starts.world.timers).toEqual([])
    Object.assign(starts.world, { address, isShown: true })
    await session.recheck()
    expect(session.get()).toEqual(online)
  })

  it('with a dead refresh token is expired, with the account kept', async () => {
    const session = start()
    starts.provider.refreshTokens.clear()
    await session.connect()
    expect(session.get()).toEqual({ state: 'expired', account: anna, problem: null })
    expect(await session.accessToken()).toEqual({ outcome: 'expired' })
    expect(starts.world.keychain.secret).toBeNull()
    expect(starts.world.remembered).toEqual(anna)
  })

  it.each(['locked', 'missing', 'changed'] as const)('with a keychain that is %s asks to sign in again', async (trouble) => {
    starts.world.keychain.trouble = trouble
    const session = start()
    await session.connect()
    expect(session.get()).toEqual({ state: 'expired', account: anna, problem: null })
    expect(starts.world.keychain.secret?.refreshToken).toBe('RT-0')
    expect(starts.provider.calls).toEqual([])
  })

  it('comes back when the keychain is unlocked', async () => {
    starts.world.keychain.trouble = 'locked'
    const session = start()
    await session.connect()
    starts.world.keychain.enter(null)
    await expect.poll(() => session.get()).toEqual(online)
    expect((await session.accessToken()).outcome).toBe('token')
  })

  it("does not use another account's token", async () => {
    const session = start()
    starts.world.keychain.secret = { accountId: 'u2', refreshToken: 'RT-0' }
    await session.connect()
    expect(session.get().state).toBe('expired')
    expect(refreshes()).toEqual([])
  })
})

describe('refreshing', () => {
  it('happens once for many callers', async () => {
    const session = start()
    let release: () => void = () => undefined
    starts.provider.behaviour.gate = new Promise((resolve) => (release = resolve))
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
    starts.world.pass(3_600_000 - 60_001)
    await session.accessToken()
    expect(refreshes()).toHaveLength(0)
    starts.world.pass(1)
    await session.accessToken()
    expect(refreshes()).toHaveLength(1)
  })

  it('puts the rotated token away before the old one is forgotten', async () => {
    const session = start()
    const { keychain } = starts.world
    const write: typeof keychain.write = (secret) => {
      keychain.secret = secret
      return Promise.resolve({ outcome: 'done' })
    }
    let finishWrite: () => void = () => undefined
    starts.world.keychain.write = async (secret) => {
      await new Promise<void>((resolve) => (finishWrite = resolve))
      return write(secret)
    }
    let answered = false
    const connected = session.connect().then(() => (answered = true))
    await expect.poll(() => refreshes().length).toBe(1)
    await expect.poll(() => starts.provider.refreshTokens.has('RT-0')).toBe(false)
    expect(answered).toBe(false)
    expect(starts.world.keychain.secret?.refreshToken).toBe('RT-0')
    await expect.poll(() => (finishWrite(), starts.world.keychain.secret?.refreshToken)).not.toBe('RT-0')
    await connected
    starts.world.keychain.write = write
    const [rotated] = starts.provider.refreshTokens
    expect(starts.world.keychain.secret).toEqual({ accountId: anna.id, refreshToken: rotated })
    session.rejectAccessToken(await tokenOf(session))
    await session.accessToken()
    expect(refreshes()).toEqual(['RT-0', rotated])
  })

  it('lasts until Parley quits when the rotated token cannot be put away, and is kept once it can', async () => {
    const session = start()
    starts.world.keychain.write = () => Promise.resolve({ outcome: 'refused', state: 'locked' })
    await session.connect()
    expect(session.get()).toEqual({ ...online, persistence: 'until-quit' })
    expect(starts.world.remembered).toBeNull()
    starts.world.keychain.write = (secret) => {
      starts.world.keychain.secret = secret
      return Promise.resolve({ outcome: 'done' })
    }
    await session.recheck()
    expect(session.get()).toEqual(online)
    expect(starts.world.remembered).toEqual(anna)
    expect(starts.provider.refreshTokens.has(starts.world.keychain.secret?.refreshToken ?? '')).toBe(true)
  })

  it('loses no token where the disk takes nothing, and says that it lasts until Parley quits', async () => {
    const session = start()
    starts.world.isDiskFull = true
    await session.connect()
    expect(session.get()).toEqual({ ...online, persistence: 'until-quit' })
    const [rotated] = starts.provider.refreshTokens
    session.rejectAccessToken(await tokenOf(session))
    expect((await session.accessToken()).outcome).toBe('token')
    expect(refreshes()).toEqual(['RT-0', rotated])
  })

  it.each([
    ['server trouble', { tokenStatus: 503 }, 'offline'],
    ['a temporary error', { refreshError: 'temporarily_unavailable' }, 'offline'],
    ['invalid_grant', { refreshError: 'invalid_grant' }, 'expired'],
    ['a client that is not known just now', { refreshError: 'invalid_client' }, 'registration'],
  ])('tells %s apart', async (_what, behaviour, expected) => {
    const session = start()
    Object.assign(starts.provider.behaviour, behaviour)
    await session.connect()
    expect((await session.accessToken()).outcome).toBe(expected)
    expect(session.get()).toMatchObject(expected === 'expired' ? { state: expected } : { state: 'signed-in', connection: expected })
  })

  it.each(['offline', 'too-slow', 'certificate', 'clock', 'network-sign-in', 'proxy'] as const)('says what is in the way of the account: %s', async (problem) => {
    starts.world.account = { outcome: 'failed', problem }
    const session = start()
    await session.connect()
    expect(session.get()).toEqual({ ...online, connection: problem })
    starts.world.account = { outcome: 'done', value: anna }
    await session.recheck()
    expect(session.get()).toEqual(online)
  })

  it('gets a fresh token when the workspace refuses one, and gives up on the second', async () => {
    starts.world.account = { outcome: 'failed', problem: 'expired' }
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
    starts.world.keychain.trouble = trouble
    const session = await signIn()
    expect(session.get()).toEqual({ ...online, persistence: 'until-quit' })
    expect(starts.world.keychain.log).toEqual([])
    expect(openOne().get()).toEqual({ state: 'signed-out', problem: null })
  })

  it('is kept once the person has an entry replaced that Parley can’t read', async () => {
    starts.world.keychain.trouble = 'changed'
    const session = await signIn()
    await session.replaceKeychainEntry()
    expect(session.get()).toEqual(online)
    expect(starts.world.keychain.secret?.accountId).toBe(anna.id)
    expect(starts.world.remembered).toEqual(anna)
  })
})

describe('signing in again', () => {
  it('fills the e-mail in, and falls back to the account when it is cancelled', async () => {
    const session = start()
    starts.provider.refreshTokens.clear()
    await session.connect()
    await session.signIn()
    await expect.poll(() => starts.world.opened.length).toBe(1)
    expect(new URL(starts.world.opened[0] ?? '').searchParams.get('login_hint')).toBe('anna@example.com')
    expect(session.get()).toMatchObject({ state: 'signing-in', account: anna })
    session.cancelSignIn()
    expect(session.get()).toEqual({ state: 'expired', account: anna, problem: null })
  })
})
