import { afterEach, beforeEach, expect } from 'vitest'
import type { SessionKeeper } from './session-keeper'
import { startTestProvider, type TestProvider } from './test-provider'
import { anna, makeWorld, type World } from './test-world'

/** Starts of Parley on a test's computer. */
interface Starts {
  readonly provider: TestProvider
  readonly world: World
  /** One with somebody signed in. */
  start(): SessionKeeper
  /** One as the computer is now. */
  openOne(): SessionKeeper
  /** One in which somebody signs in. */
  signIn(): Promise<SessionKeeper>
  /** The refresh tokens that the provider was given, in their order. */
  refreshes(): string[]
}

/** Gives each test of a file a provider and a computer of its own; everything is stopped after it. */
export function eachWithStarts(): Starts {
  let provider: TestProvider
  let world: World
  const open: SessionKeeper[] = []
  beforeEach(async () => {
    provider = await startTestProvider()
    world = makeWorld(provider)
  })
  afterEach(async () => {
    for (const session of open.splice(0)) session.stop()
    await provider.close()
  })
  const openOne = () => {
    const session = world.open()
    open.push(session)
    return session
  }
  return {
    get provider() {
      return provider
    },
    get world() {
      return world
    },
    openOne,
    start: () => {
      provider.refreshTokens.add('RT-0')
      world.remembered = anna
      world.keychain.secret = { accountId: anna.id, refreshToken: 'RT-0' }
      return openOne()
    },
    signIn: async () => {
      const session = openOne()
      await session.signIn()
      await expect.poll(() => world.opened.length).toBe(1)
      await fetch(await provider.authorize(world.opened[0] ?? ''))
      return session
    },
    refreshes: () =>
      provider.calls
        .filter(({ parameters }) => parameters.get('grant_type') === 'refresh_token')
        .map(({ parameters }) => parameters.get('refresh_token') ?? ''),
  }
}
