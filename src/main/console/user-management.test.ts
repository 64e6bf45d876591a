import { beforeEach, describe, expect, it } from 'vitest'
import { userManagementSchema, type CompanyFigures } from '../../contract/user-management'
import type { Account, Role, Session } from '../../contract/session'
import type { AccessToken } from '../account/token-keeper'
import type { ApiAnswer, ApiProblem } from '../workspace/api-client'
import { requestWords } from './administrator-request'
import { productOf, toLicence } from './figures'
import { openUserManagement } from './user-management'

const account: Account = {
  id: 'u1', name: 'Anna', email: 'anna@example.com', companyName: 'Example', role: 'administrator',
}
const licence = {
  licenseId: 'l1', licenseName: 'Meeting 50', isActive: true, assignedUsers: 3, maxAssignments: 50,
  product: 'meeting-50', endsOn: '2027-01-31',
}

let world: {
  session: Session
  access: AccessToken
  role: Role
  licences: (typeof licence)[]
  problem: ApiProblem | null
  address: string | null
  kept: Map<string, CompanyFigures>
  now: number
  requests: number
  rejected: string[]
  connection: string | null
  opened: string[]
  copied: string[]
  browserFails: boolean
}

beforeEach(() => {
  world = {
    session: { state: 'signed-in', account, connection: 'online', persistence: 'kept' },
    access: { outcome: 'token', token: 'AT' },
    role: 'administrator', licences: [licence], problem: null, address: 'http://127.0.0.1:41000', kept: new Map(),
    now: Date.parse('2026-03-01'), requests: 0, rejected: [], connection: null, opened: [], copied: [], browserFails: false,
  }
})

function desk() {
  const answer = <T>(value: T): Promise<ApiAnswer<T>> => {
    world.requests += 1
    return Promise.resolve(
      world.problem === null ? { outcome: 'done', value } : { outcome: 'failed', problem: world.problem },
    )
  }
  return openUserManagement({
    session: {
      get: () => world.session,
      accessToken: () => Promise.resolve(world.access),
      rejectAccessToken: (token) => world.rejected.push(token),
      noteConnection: (connection) => (world.connection = connection),
    },
    api: {
      account: () => answer({ userid: 'u1', email: account.email, name: 'Anna', company_name: 'Example', role: world.role }),
      company: () =>
        answer({ companyId: 'c1', companyName: 'Example', createdAt: '2026-01-01T00:00:00Z', administrators: [{ name: 'Anna', email: 'anna@example.com' }] }),
      companyLicences: () => answer({ companyId: 'c1', companyName: 'Example', available_licenses: world.licences }),
    },
    figures: { get: (id) => world.kept.get(id) ?? null, set: (id, figures) => void world.kept.set(id, figures) },
    configuration: () => ({ kind: 'parley', address: world.address }),
    openOutside: (address) => {
      if (world.browserFails) return Promise.reject(new Error('no browser'))
      world.opened.push(address)
      return Promise.resolve()
    },
    copyText: (text) => void world.copied.push(text),
    words: () => requestWords('en'),
    now: () => world.now,
  })
}

const link = 'http://127.0.0.1:41000/nav/users/company?login_hint=anna%40example.com'

describe('what the panel shows', () => {
  it.each<[string, Role, (typeof licence)[], string]>([
    ['an administrator', 'administrator', [licence], 'allowed'],
    ['a user manager', 'user-manager', [licence], 'allowed'],
    ['a member', 'member', [licence], 'member'],
    ['licence Free', 'administrator', [{ ...licence, product: 'free' }], 'no-licence'],
    ['no licence', 'administrator', [], 'no-licence'],
    ['a licence that has ended', 'administrator', [{ ...licence, endsOn: '2026-02-28' }], 'no-licence'],
    ['a licence on its last day', 'administrator', [{ ...licence, endsOn: '2026-03-01' }], 'allowed'],
    ['a licence that is switched off', 'administrator', [{ ...licence, isActive: false }], 'no-licence'],
    ['a member without licence', 'member', [], 'member'],
  ])('%s', async (_who, role, licences, state) => {
    Object.assign(world, { role, licences })
    const shown = await desk().get()
    expect(shown).toMatchObject({ state, fresh: true })
    expect(userManagementSchema.safeParse(shown).success).toBe(true)
  })

  it('the console and the account, for those who may', async () => {
    expect(await desk().get()).toMatchObject({
      target: { host: '127.0.0.1:41000', email: 'anna@example.com' },
      figures: { companyName: 'Example', fetchedAt: world.now, licences: [{ seatsUsed: 3, seats: 50, endsOn: '2027-01-31' }] },
    })
  })

  it.each(['offline', 'workspace-error', 'bad-answer'] as const)('the last known figures when %s', async (problem) => {
    const one = desk()
    await one.get()
    const fetchedAt = world.now
    world.now += 3_600_000
    world.problem = problem
    expect(await one.get()).toMatchObject({ state: 'allowed', fresh: false, figures: { fetchedAt } })
    expect(world.connection).toBe(problem === 'offline' ? 'offline' : 'online')
    world.kept.clear()
    const shown = problem === 'offline' ? 'offline' : 'workspace-error'
    expect(await one.get()).toMatchObject({ state: 'unreachable', problem: shown, target: { host: '127.0.0.1:41000' } })
  })

  it('that the session is over, after a second token was tried', async () => {
    world.problem = 'expired'
    expect(await desk().get()).toEqual({ state: 'expired' })
    expect(world.rejected).toEqual(['AT', 'AT'])
    world.access = { outcome: 'expired' }
    expect(await desk().get()).toEqual({ state: 'expired' })
    world.session = { state: 'expired', account, problem: null }
    expect(await desk().get()).toEqual({ state: 'expired' })
    world.session = { state: 'signed-out', problem: null }
    expect(await desk().get()).toEqual({ state: 'signed-out' })
  })
})

describe('the hand-off', () => {
  it('opens the console, and asks nothing again right after the panel did', async () => {
    const one = desk()
    await one.get()
    const { requests } = world
    expect(await one.open()).toEqual({ outcome: 'opened' })
    expect(await one.copyLink()).toEqual({ outcome: 'copied' })
    expect(world.opened).toEqual([link])
    expect(world.copied).toEqual([link])
    expect(world.requests).toBe(requests)
  })

  it.each<[string, object]>([
    ['a member', { role: 'member' }],
    ['licence Free', { licences: [{ ...licence, product: 'free' }] }],
    ['nobody', { session: { state: 'signed-out', problem: null } }],
    ['an expired session', { session: { state: 'expired', account, problem: null } }],
  ])('is refused for %s, even when the page asks for it', async (_who, change) => {
    Object.assign(world, change)
    expect(await desk().open()).toEqual({ outcome: 'refused' })
    expect(await desk().copyLink()).toEqual({ outcome: 'refused' })
    expect([...world.opened, ...world.copied]).toEqual([])
  })

  it('looks again after a while: a role may have changed', async () => {
    const one = desk()
    await one.get()
    world.role = 'member'
    world.now += 30_000
    expect(await one.open()).toEqual({ outcome: 'refused' })
  })

  it("does not use another account's decision", async () => {
    const one = desk()
    await one.get()
    world.session = { state: 'signed-in', account: { ...account, id: 'u9' }, connection: 'online', persistence: 'kept' }
    world.role = 'member'
    expect(await one.open()).toEqual({ outcome: 'refused' })
  })

  it('offline opens nothing, but the link can be copied', async () => {
    await desk().get()
    world.problem = 'offline'
    expect(await desk().open()).toEqual({ outcome: 'failed' })
    expect(await desk().copyLink()).toEqual({ outcome: 'copied' })
    world.kept.clear()
    expect(await desk().open()).toEqual({ outcome: 'refused' })
    expect(await desk().copyLink()).toEqual({ outcome: 'copied' })
    expect(world.opened).toEqual([])
  })

  it('says when the system cannot open a browser', async () => {
    world.browserFails = true
    expect(await desk().open()).toEqual({ outcome: 'failed' })
  })
})

describe('the request to the administrators', () => {
  it('is copied for whoever knows an administrator', async () => {
    world.role = 'member'
    const one = desk()
    expect(await one.copyRequest()).toBe(false)
    await one.get()
    expect(await one.copyRequest()).toBe(true)
    expect(world.copied[0]).toContain('Anna <anna@example.com>')
  })
})

describe('licences of another maker', () => {
  it.each([
    [{ licenseName: 'TeamViewer Meeting 50' }, 'meeting-50'],
    [{ licenseName: 'x', displayName: 'Meeting100' }, 'meeting-100'],
    [{ licenseName: 'Enterprise' }, 'enterprise'],
    [{ licenseName: 'Free' }, 'free'],
    [{ licenseName: 'Remote Access' }, 'other'],
    [{ licenseName: 'Meeting 50', product: 'unheard-of' }, 'meeting-50'],
    [{ licenseName: 'Meeting 500' }, 'other'],
  ])('%j is %s', (names, product) => {
    expect(productOf(names)).toBe(product)
  })

  it('without an end stay', () => {
    expect(toLicence({ ...licence, endsOn: null }, '2030-01-01')).toMatchObject({ endsOn: null, active: true })
  })
})
