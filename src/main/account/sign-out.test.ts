import { describe, expect, it } from 'vitest'
import { eachWithStarts } from './test-starts'
import { anna } from './test-world'

const starts = eachWithStarts()
const { refreshes, signIn, start } = starts

describe('signing out', () => {
  const remote = (): string[] => starts.provider.calls.map(({ path }) => path).filter((path) => /revoke|end-session/.test(path))

  it('revokes, clears the keychain and ends the browser session', async () => {
    const session = await signIn()
    expect(await session.signOut()).toBe('ended')
    expect(session.get()).toEqual({ state: 'signed-out', problem: null })
    expect(starts.world.keychain.secret).toBeNull()
    expect(starts.world.remembered).toBeNull()
    expect(starts.world.signedOut).toEqual([anna])
    expect(remote().toSorted()).toEqual(['/end-session', '/revoke'])
    expect(starts.provider.refreshTokens.size).toBe(0)
    const ended = starts.provider.calls.find(({ path }) => path === '/end-session')
    expect(ended?.parameters.get('id_token_hint')).toMatch(/^ey/)
    expect(await session.accessToken()).toEqual({ outcome: 'signed-out' })
  })

  it('asks for an ID token first when it holds none', async () => {
    const session = start()
    starts.provider.behaviour.tokenStatus = 503
    await session.connect()
    starts.provider.behaviour.tokenStatus = null
    await session.signOut()
    expect(remote().toSorted()).toEqual(['/end-session', '/revoke'])
    expect(starts.provider.refreshTokens.size).toBe(0)
    expect(starts.world.keychain.secret).toBeNull()
  })

  it('works offline, for this computer', async () => {
    const session = await signIn()
    starts.world.address = ''
    expect(await session.signOut()).toBe('goes-on')
    expect(session.get()).toEqual({ state: 'signed-out', problem: null })
    expect(starts.world.keychain.secret).toBeNull()
    expect(remote()).toEqual([])
  })

  it('does not wait for a workspace that hangs', async () => {
    const session = start()
    starts.provider.behaviour.tokenStatus = 503
    await session.connect()
    starts.provider.behaviour.tokenStatus = null
    starts.provider.behaviour.gate = new Promise(() => undefined)
    const done = session.signOut()
    await expect.poll(() => refreshes().length).toBe(2)
    expect(starts.world.remembered).toBeNull()
    starts.world.pass(4_000)
    expect(await done).toBe('goes-on')
    expect(session.get().state).toBe('signed-out')
  })

  it('tells when the session could not be ended there', async () => {
    const session = await signIn()
    starts.provider.behaviour.revokesNothing = true
    expect(await session.signOut()).toBe('goes-on')
  })

  it('tells when the token is in a keychain that is locked', async () => {
    const session = start()
    starts.world.keychain.enter('locked')
    await session.connect()
    expect(await session.signOut()).toBe('goes-on')
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
