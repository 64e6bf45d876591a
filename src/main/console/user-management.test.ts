import { beforeEach, describe, expect, it } from 'vitest'
import { userManagementSchema, type CompanyFigures } from '../../contract/user-management'
import type { Account, Role, Session } from '../../contract/session'
import type { Licence } from '../../contract/licence'
import type { WorkspaceProblem } from '../../contract/workspace'
import { failed, type WorkspaceAnswer } from '../workspace/workspace'
import { requestWords } from './administrator-request'
import { consoleAddress } from './hand-off'
import { openUserManagement } from './user-management'

const account: Account = {
  id: 'u1', name: 'Anna', email: 'anna@example.com', companyName: 'Example', role: 'administrator',
}
const licence: Licence = {
  id: 'l1', name: 'Meeting 50', active: true, seatsUsed: 3, seats: 50, product: 'meeting-50', endsOn: '2027-01-31',
}

let world: {
  session: Session
  role: Role | null
  licences: Licence[] | 'hidden'
  problem: WorkspaceProblem | null
  address: string | null
  kept: Map<string, CompanyFigures>
  now: number
  requests: number
  opened: string[]
  copied: string[]
  browserFails: boolean
}

beforeEach(() => {
  world = {
    session: { state: 'signed-in', account, connection: 'online', persistence: 'kept' },
    role: 'administrator', licences: [licence], problem: null, address: 'http://127.0.0.1:41000', kept: new Map(),
    now: Date.parse('2026-03-01'), requests: 0, opened: [], copied: [], browserFails: false,
  }
})

function desk() {
  const answer = <T>(value: T): Promise<WorkspaceAnswer<T>> => {
    world.requests += 1
    return Promise.resolve(world.problem === null ? { outcome: 'done', value } : failed(world.problem))
  }
  const workspace = {
    account: () => answer({ ...account, role: world.role }),
    company: () => answer({ name: 'Example', administrators: [{ name: 'Anna', email: 'anna@example.com' }] }),
    licences: () =>
      world.licences === 'hidden' ? Promise.resolve(failed('forbidden')) : answer(world.licences),
    consoleAddress: (email: string) => consoleAddress(world.address, email),
  }
  return openUserManagement({
    account: () => ({ key: 'first', session: { get: () => world.session }, workspace }),
    figures: { get: (id) => world.kept.get(id) ?? null, set: (id, figures) => void world.kept.set(id, figures) },
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
  it.each<[string, Role | null, Licence[] | 'hidden', string]>([
    ['an administrator', 'administrator', [licence], 'allowed'],
    ['a user manager', 'user-manager', [licence], 'allowed'],
    ['a member', 'member', [licence], 'member'],
    ['licence Free', 'administrator', [{ ...licence, product: 'free' }], 'no-licence'],
    ['no licence', 'administrator', [], 'no-licence'],
    ['a licence that is switched off', 'administrator', [{ ...licence, active: false }], 'no-licence'],
    ['somebody of whom no role is told', null, [licence], 'allowed'],
    ['somebody of whom no role is told and who may not see licences', null, 'hidden', 'member'],
    ['a member without licence', 'member', [], 'member'],
  ])('%s', async (_who, role, licences, state) => {
    Object.assign(world, { role, licences })
    const shown = await desk().get()
    expect(shown).toMatchObject({ state, problem: null })
    expect(userManagementSchema.safeParse(shown).success).toBe(true)
  })

  it('the console and the account, for those who may', async () => {
    expect(await desk().get()).toMatchObject({
      target: { host: '127.0.0.1:41000', email: 'anna@example.com' },
      figures: { companyName: 'Example', fetchedAt: world.now, licences: [{ seatsUsed: 3, seats: 50, endsOn: '2027-01-31' }] },
    })
  })

  it.each(['offline', 'certificate', 'workspace-error', 'bad-answer'] as const)('the last known figures when %s', async (problem) => {
    const one = desk()
    await one.get()
    const fetchedAt = world.now
    world.now += 3_600_000
    world.problem = problem
    expect(await one.get()).toMatchObject({ state: 'allowed', problem, figures: { fetchedAt } })
    world.kept.clear()
    expect(await one.get()).toMatchObject({ state: 'unreachable', problem, target: { host: '127.0.0.1:41000' } })
  })

  it('that the session is over', async () => {
    world.problem = 'expired'
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
