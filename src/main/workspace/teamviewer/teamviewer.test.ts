import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientId, startTestCloud, type TestCloud } from '../../../../tests/stand-in/teamviewer-cloud'
import type { Account } from '../../../contract/session'
import { openSession } from '../../account/session'
import type { SessionKeeper } from '../../account/session-keeper'
import { makeWorld, type World } from '../../account/test-world'
import { startTestProvider } from '../../account/test-provider'
import { fetchFigures } from '../../console/figures'
import { readAccountWith } from '../read-account'
import { openTurnstile } from '../turnstile'
import type { Workspace } from '../workspace'
import { teamviewerHosts } from './hosts'
import { teamviewerAccess } from './teamviewer-access'

const anna: Account = { id: 'u1000001', name: 'Anna Berger', email: 'anna@example.com', companyName: 'Example', role: null }

let cloud: TestCloud
let world: World
let session: SessionKeeper
let workspace: Workspace
let secret: string | null
let configuredId: string
let port: number
let now: number

/** A port that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const bound = server.address()
      server.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : 0))
    })
  })
}

beforeEach(async () => {
  cloud = await startTestCloud()
  const unused = await startTestProvider()
  world = makeWorld(unused)
  await unused.close()
  secret = null
  configuredId = clientId
  now = Date.now()
  port = await freePort()
  cloud.behaviour.redirectUri = `http://127.0.0.1:${port}/signed-in`
  const access = teamviewerAccess({
    hosts: cloud.hosts,
    clientId: () => configuredId,
    clientSecret: async () => (secret === 'locked away' ? { outcome: 'refused' } : { outcome: 'read', secret }),
    redirectPort: () => port,
    fetch,
    turnstile: openTurnstile({ now: () => now, random: () => 0 }),
    now: () => now,
  })
  session = openSession({
    workspaceAddress: access.address,
    discover: access.discover,
    readAccount: readAccountWith(access.open),
    redirectPort: access.redirectPort,
    secrets: world.keychain,
    remembered: { get: () => world.remembered, set: (account) => (world.remembered = account) },
    openBrowser: async (address) => void world.opened.push(address),
    bringToFront: () => undefined,
    language: () => 'en',
    computerName: () => 'desk',
    now: () => now,
    chance: () => 1,
    random: () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
    setTimer: () => () => undefined,
    onChange: () => undefined,
    onSignedOut: () => undefined,
  })
  workspace = access.open(session)
})

afterEach(async () => {
  session.stop()
  await cloud.close()
})

async function signIn(): Promise<void> {
  const before = world.opened.length
  await session.signIn()
  await expect.poll(() => world.opened.length).toBe(before + 1)
  await fetch(cloud.authorize(world.opened[before] ?? ''))
}

describe('signing in at TeamViewer', () => {
  it.each([null, 's3cret'])('works with the client secret %s, and always with PKCE', async (clientSecret) => {
    cloud.behaviour.clientSecret = clientSecret
    secret = clientSecret
    await signIn()
    expect(session.get()).toEqual({ state: 'signed-in', account: anna, connection: 'online', persistence: 'kept' })
    expect(cloud.complaints).toEqual([])
  })

  it('with the wrong secret or id says so, and works once they are right', async () => {
    cloud.behaviour.clientSecret = 's3cret'
    await signIn()
    expect(session.get()).toEqual({ state: 'signed-out', problem: 'registration' })
    secret = 's3cret'
    configuredId = 'mistyped'
    await signIn()
    expect(session.get()).toEqual({ state: 'signed-out', problem: 'registration' })
    configuredId = clientId
    await signIn()
    expect(session.get()).toMatchObject({ state: 'signed-in', account: anna })
  })

  it('opens no browser while the secret is locked away', async () => {
    secret = 'locked away'
    await session.signIn()
    await expect.poll(() => session.get()).toEqual({ state: 'signed-out', problem: 'keychain' })
    expect(world.opened).toEqual([])
  })

  it('says when another program has the port', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    await session.signIn()
    await expect.poll(() => session.get()).toEqual({ state: 'signed-out', problem: 'port-taken' })
    await new Promise((resolve) => other.close(resolve))
    await signIn()
    expect(session.get().state).toBe('signed-in')
  })

  it.each([
    ['locked keychain', 'keychain', (): void => void (secret = 'locked away'), (): void => void (secret = null)],
    ['secret that was changed', 'registration', (): void => void (cloud.behaviour.clientSecret = 'new'), (): void => void (secret = 'new')],
  ])('outlives a %s', async (_what, problem, breakIt, mendIt) => {
    await signIn()
    now += 90_000_000
    breakIt()
    expect(await workspace.account()).toMatchObject({ outcome: 'failed', problem })
    expect(session.get()).toMatchObject({ state: 'signed-in', connection: problem })
    expect(world.keychain.secret).not.toBeNull()
    mendIt()
    expect([await workspace.account(), session.get()]).toMatchObject([{ outcome: 'done' }, { connection: 'online' }])
  })

  it('lasts as long as it is told, then refreshes; signing out revokes', async () => {
    cloud.behaviour.lifetime = 600
    await signIn()
    const used = () => cloud.lines.filter((line) => line.includes('/oauth2/token')).length
    await workspace.company()
    expect(used()).toBe(1)
    now += 550_000
    await workspace.company()
    expect(used()).toBe(2)
    const kept = world.keychain.secret?.refreshToken
    await session.signOut()
    expect(cloud.revoked).toEqual([kept])
    expect(world.keychain.secret).toBeNull()
    expect(cloud.complaints).toEqual([])
  })

  it('waits with a refresh as long as it is asked to', async () => {
    await signIn()
    now += 90_000_000
    cloud.behaviour.tokensAfter = 30
    expect(await workspace.company()).toEqual({ outcome: 'failed', problem: 'busy', retryAt: now + 30_000 })
    cloud.behaviour.tokensAfter = null
    const asked = cloud.lines.length
    now += 29_000
    expect(await workspace.company()).toMatchObject({ problem: 'busy' })
    expect(cloud.lines).toHaveLength(asked)
    now += 1_000
    expect((await workspace.company()).outcome).toBe('done')
  })

  it('ends when the refresh token is not good any more', async () => {
    await signIn()
    now += 90_000_000
    cloud.endSessions()
    expect(await workspace.account()).toMatchObject({ outcome: 'failed', problem: 'expired' })
    expect(session.get().state).toBe('expired')
  })
})

describe('TeamViewer’s company', () => {
  it('is shown with its licences and seats', async () => {
    await signIn()
    expect(await fetchFigures(workspace, () => now)).toEqual({
      outcome: 'done',
      value: {
        companyName: 'Example',
        role: null,
        administrators: [],
        fetchedAt: now,
        licences: [
          { id: 'l-1', name: 'TeamViewer Meeting 50', product: 'meeting-50', seatsUsed: 12, seats: 50, endsOn: null, active: true },
          { id: '2', name: 'Remote Access', product: 'other', seatsUsed: 1, seats: 3, endsOn: null, active: true },
        ],
      },
    })
    expect(cloud.complaints).toEqual([])
  })

  it('makes a member of whoever may not see its licences', async () => {
    await signIn()
    cloud.behaviour.readsLicences = false
    expect(await fetchFigures(workspace, () => now)).toMatchObject({ value: { role: 'member', licences: [] } })
  })

  it('has people with presence, and a console of its own', async () => {
    await signIn()
    expect(await workspace.people()).toMatchObject({ value: [{ id: 'u1000001', presence: 'online' }, { presence: 'offline' }] })
    const vendor = teamviewerAccess({
      hosts: teamviewerHosts, clientId: () => clientId, clientSecret: async () => ({ outcome: 'read', secret: null }), redirectPort: () => 0, fetch, now: () => now,
      turnstile: openTurnstile({ now: () => now, random: () => 0 }),
    }).open(session)
    expect(vendor.consoleAddress('anna@example.com')).toBe('https://login.teamviewer.com/nav/users/company')
    expect(vendor.isOwnPage('https://go.teamviewer.com/v15/m12345678')).toBe(true)
    expect(vendor.isOwnPage('https://teamviewer.com.evil.example/')).toBe(false)
    expect(vendor.isOwnPage('http://go.teamviewer.com/')).toBe(false)
    expect(cloud.complaints).toEqual([])
  })
})

describe('TeamViewer’s meetings', () => {
  it('are listed, scheduled, changed and removed with the vendor’s own fields alone', async () => {
    await signIn()
    const { meetings } = workspace
    const draft = {
      subject: 'Plans', start: '2026-03-02T09:00:00.000Z', end: '2026-03-02T10:00:00.000Z', timeZone: 'Europe/Berlin',
      recurrence: { frequency: 'daily' as const, interval: 1, weekdays: [], ends: null }, password: 'four words', invitees: ['bob@example.com'],
    }
    const one = { id: 'm12-345-678', subject: 'Plans', joinLink: 'https://go.teamviewer.com/v15/m12345678', timeZone: null, recurrence: null, exceptions: null }
    expect(await meetings.list({ from: draft.start, to: draft.end })).toMatchObject({ value: [one] })
    expect(await meetings.create(draft, { key: 'one', at: now })).toMatchObject({ value: one })
    expect(await meetings.startNow('Now', { key: 'two', at: now })).toMatchObject({ value: one })
    expect(await meetings.change(one.id, { subject: 'Other', invitees: [] })).toEqual({ outcome: 'done', value: null })
    expect(await meetings.invitation(one.id, { language: 'en', timeZone: 'Europe/Berlin' })).toMatchObject({ value: 'You are invited' })
    expect(await meetings.remove(one.id)).toEqual({ outcome: 'done', value: null })
    expect(cloud.complaints).toEqual([])
  })
})

describe('the vendor’s errors', () => {
  it.each([
    [400, 'invalid_request', 'invalid'],
    [400, 'invalid_token', 'expired'],
    [400, 'token_expired', 'expired'],
    [401, 'wrong_credentials', 'expired'],
    [400, 'invalid_client', 'registration'],
    [403, 'invalid_permission', 'forbidden'],
    [404, 'not_found', 'not-found'],
    [403, 'rate_limit_reached', 'busy'],
    [403, 'too_many_retries', 'busy'],
    [500, 'internal_error', 'workspace-error'],
    [403, 'license_required', 'licence-required'],
  ])('%i %s is %s', async (status, error, problem) => {
    await signIn()
    const body = { error, error_description: 'x', error_code: 1, error_signature: 'x' }
    // A token that is refused is replaced once; the second refusal counts.
    cloud.behaviour.errors = [{ status, body }, { status, body }]
    expect(await workspace.company()).toMatchObject({ outcome: 'failed', problem })
  })

  it('are waited out as long as the vendor asks for', async () => {
    await signIn()
    cloud.behaviour.errors = [{ status: 429, body: { error: 'rate_limit_reached' }, headers: { 'retry-after': '30' } }]
    expect(await workspace.company()).toEqual({ outcome: 'failed', problem: 'busy', retryAt: now + 30_000 })
    const asked = cloud.lines.length
    now += 29_000
    expect(await workspace.company()).toMatchObject({ problem: 'busy' })
    expect(cloud.lines).toHaveLength(asked)
    now += 1_000
    expect((await workspace.company()).outcome).toBe('done')
  })
})
