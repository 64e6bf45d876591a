import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientId } from '../../../../tests/stand-in/teamviewer-cloud'
import { anna, startAtTeamViewer, type AtTeamViewer } from './test-teamviewer'

let at: AtTeamViewer
beforeEach(async () => {
  at = await startAtTeamViewer()
})
afterEach(() => at.close())

describe('signing in at TeamViewer', () => {
  it.each([null, 's3cret'])('works with the client secret %s, and always with PKCE', async (clientSecret) => {
    at.cloud.behaviour.clientSecret = clientSecret
    at.secret = clientSecret
    await at.signIn()
    expect(at.session.get()).toEqual({ state: 'signed-in', account: anna, connection: 'online', persistence: 'kept' })
    expect(at.cloud.complaints).toEqual([])
  })

  it('with the wrong secret or id says so, and works once they are right', async () => {
    at.cloud.behaviour.clientSecret = 's3cret'
    await at.signIn()
    expect(at.session.get()).toEqual({ state: 'signed-out', problem: 'registration' })
    at.secret = 's3cret'
    at.configuredId = 'mistyped'
    await at.signIn()
    expect(at.session.get()).toEqual({ state: 'signed-out', problem: 'registration' })
    at.configuredId = clientId
    await at.signIn()
    expect(at.session.get()).toMatchObject({ state: 'signed-in', account: anna })
  })

  it('opens no browser while the secret is locked away', async () => {
    at.secret = 'locked away'
    await at.session.signIn()
    await expect.poll(() => at.session.get()).toEqual({ state: 'signed-out', problem: 'keychain' })
    expect(at.world.opened).toEqual([])
  })

  it('says when another program has the port', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(at.port, '127.0.0.1', resolve))
    await at.session.signIn()
    await expect.poll(() => at.session.get()).toEqual({ state: 'signed-out', problem: 'port-taken' })
    await new Promise((resolve) => other.close(resolve))
    await at.signIn()
    expect(at.session.get().state).toBe('signed-in')
  })

  it.each([
    ['locked keychain', 'keychain', (): void => void (at.secret = 'locked away'), (): void => void (at.secret = null)],
    ['secret that was changed', 'registration', (): void => void (at.cloud.behaviour.clientSecret = 'new'), (): void => void (at.secret = 'new')],
  ])('outlives a %s', async (_what, problem, breakIt, mendIt) => {
    await at.signIn()
    at.now += 90_000_000
    breakIt()
    expect(await at.workspace.account()).toMatchObject({ outcome: 'failed', problem })
    expect(at.session.get()).toMatchObject({ state: 'signed-in', connection: problem })
    expect(at.world.keychain.secret).not.toBeNull()
    mendIt()
    expect([await at.workspace.account(), at.session.get()]).toMatchObject([{ outcome: 'done' }, { connection: 'online' }])
  })

  it('lasts as long as it is told, then refreshes; signing out revokes', async () => {
    at.cloud.behaviour.lifetime = 600
    await at.signIn()
    const used = () => at.cloud.lines.filter((line) => line.includes('/oauth2/token')).length
    await at.workspace.company()
    expect(used()).toBe(1)
    at.now += 550_000
    await at.workspace.company()
    expect(used()).toBe(2)
    const kept = at.world.keychain.secret?.refreshToken
    await at.session.signOut()
    expect(at.cloud.revoked).toEqual([kept])
    expect(at.world.keychain.secret).toBeNull()
    expect(at.cloud.complaints).toEqual([])
  })

  it('waits with a refresh as long as it is asked to', async () => {
    await at.signIn()
    at.now += 90_000_000
    at.cloud.behaviour.tokensAfter = 30
    expect(await at.workspace.company()).toEqual({ outcome: 'failed', problem: 'busy', retryAt: at.now + 30_000 })
    at.cloud.behaviour.tokensAfter = null
    const asked = at.cloud.lines.length
    at.now += 29_000
    expect(await at.workspace.company()).toMatchObject({ problem: 'busy' })
    expect(at.cloud.lines).toHaveLength(asked)
    at.now += 1_000
    expect((await at.workspace.company()).outcome).toBe('done')
  })

  it('ends when the refresh token is not good any more', async () => {
    await at.signIn()
    at.now += 90_000_000
    at.cloud.endSessions()
    expect(await at.workspace.account()).toMatchObject({ outcome: 'failed', problem: 'expired' })
    expect(at.session.get().state).toBe('expired')
  })
})
