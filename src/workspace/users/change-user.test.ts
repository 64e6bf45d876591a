import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../contract/session'
import { createLicence } from '../licences/create-licence'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { changeUserIn, type UserChange } from './change-user'
import { createAccount } from './create-account'
import type { Actor } from './may-manage'
import { removeUserIn } from './remove-user'
import { changeSeatsIn } from '../licences/change-seats'

const now = Date.parse('2026-05-01T08:00:00Z')
let workspace: ApiWorkspace
let anna: Actor

beforeEach(async () => {
  workspace = await apiWorkspace({ now: () => now })
  anna = { accountId: workspace.administratorId, email: 'anna@example.com', role: 'administrator' }
})
afterEach(() => workspace.remove())

const change = (accountId: string, wanted: UserChange, actor: Actor = anna) =>
  workspace.db
    .transaction()
    .execute((transaction) =>
      changeUserIn(transaction, { companyId: workspace.companyId, accountId, actor }, wanted, now),
    )

const remove = (accountId: string, isPermanent = false, actor: Actor = anna) =>
  workspace.db
    .transaction()
    .execute((transaction) =>
      removeUserIn(transaction, { companyId: workspace.companyId, accountId, actor }, isPermanent, now),
    )

const memberships = () => workspace.db.selectFrom('membership').selectAll().execute()
const eventNames = async () =>
  (await workspace.db.selectFrom('event').select('name').execute()).map(({ name }) => name).slice(-3)

describe('the last administrator', () => {
  it('can not be demoted, switched off or removed, by nobody', async () => {
    for (const actor of [anna, null]) {
      expect(await change(workspace.administratorId, { role: 'member' }, actor)).toBe('last-administrator')
      expect(await change(workspace.administratorId, { active: false }, actor)).toBe('last-administrator')
      expect(await remove(workspace.administratorId, false, actor)).toBe('last-administrator')
      expect(await remove(workspace.administratorId, true, actor)).toBe('last-administrator')
    }
    expect(await memberships()).toMatchObject([{ role: 'administrator', active: 1 }])
  })

  it('is the one that is left when all the others try to go at once', async () => {
    const others: string[] = []
    for (const name of ['B', 'C', 'D']) others.push(await workspace.add(name, `${name}@example.com`, 'administrator'))
    const everybody = [workspace.administratorId, ...others]
    const outcomes = await Promise.all(
      everybody.map((id, index) =>
        index % 3 === 0 ? remove(id) : index % 3 === 1 ? change(id, { role: 'member' }) : change(id, { active: false }),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'last-administrator')).toHaveLength(1)
    const left = (await memberships()).filter(({ role, active }) => role === 'administrator' && active === 1)
    expect(left).toHaveLength(1)
  })

  it('is not an administrator who was switched off', async () => {
    const other = await workspace.add('B', 'b@example.com', 'administrator')
    expect(await change(other, { active: false })).toBe('done')
    expect(await change(workspace.administratorId, { role: 'member' })).toBe('last-administrator')
    expect(await remove(other, true)).toBe('done')
  })
})

describe('a user manager', () => {
  it.each<[Role, UserChange]>([
    ['member', { role: 'administrator' }],
    ['member', { role: 'user-manager' }],
    ['administrator', { passwordHash: 'mine' }],
    ['administrator', { active: false }],
    ['user-manager', { email: 'mine@example.com' }],
  ])('may not change a %s by %j', async (role, wanted) => {
    const manager = await workspace.add('M', 'm@example.com', 'user-manager')
    const actor = { accountId: manager, email: 'm@example.com', role: 'user-manager' } as const
    const other = await workspace.add('O', 'o@example.com', role)
    expect(await change(other, wanted, actor)).toBe('not-allowed')
    expect(await remove(other, false, actor)).toBe(role === 'member' ? 'done' : 'not-allowed')
  })
})

describe('a changed user', () => {
  it('has its new properties, each kind with its event', async () => {
    const ben = await workspace.add('Ben', 'ben@example.com')
    const wanted = { name: 'Bénédicte', email: 'B@Example.com', role: 'user-manager', active: false, language: 'fr' }
    expect(await change(ben, { ...wanted, role: 'user-manager' })).toBe('done')
    expect((await memberships()).find(({ accountId }) => accountId === ben)).toMatchObject({
      foldedName: 'benedicte',
      role: 'user-manager',
      active: 0,
      language: 'fr',
    })
    expect(await eventNames()).toEqual(['EditUserProperties', 'EditUserPermissions', 'UserDeactivated'])
  })

  it('keeps the e-mail of nobody else', async () => {
    const ben = await workspace.add('Ben', 'ben@example.com')
    expect(await change(ben, { email: 'ANNA@example.com' })).toBe('email-taken')
    expect(await change(ben, { email: 'BEN@example.com' })).toBe('done')
  })

  it('is signed out when switched off or given another password', async () => {
    const ben = await workspace.add('Ben', 'ben@example.com')
    for (const wanted of [{ active: false }, { active: true, passwordHash: 'new' }]) {
      const call = await workspace.as(ben)
      await change(ben, wanted)
      expect((await call('GET', '/account')).status).toBe(401)
    }
  })
})

describe('a removed user', () => {
  it('gives its seat back, is signed out, and can join again under the same id without its old password', async () => {
    const { db, companyId } = workspace
    const ben = await workspace.add('Ben', 'ben@example.com')
    await change(ben, { passwordHash: 'old' })
    const licence = { companyId, name: 'Meeting 100', product: 'meeting-100', seats: 1, endsOn: null } as const
    const { id: licenceId } = await createLicence(db, licence)
    await db
      .transaction()
      .execute((transaction) =>
        changeSeatsIn(transaction, { companyId, accountId: ben, give: [licenceId], author: null }, now),
      )
    const call = await workspace.as(ben)
    expect(await remove(ben)).toBe('done')
    expect((await call('GET', '/account')).status).toBe(401)
    const { seatsUsed } = await db
      .selectFrom('licence')
      .where('id', '=', licenceId)
      .select('seatsUsed')
      .executeTakeFirstOrThrow()
    expect(seatsUsed).toBe(0)
    expect(await eventNames()).toEqual(['LicenseAssigned', 'LicenseRemoved', 'UserRemovedFromCompany'])

    const account = { companyId, name: 'Benjamin', email: 'ben@example.com', role: 'member', language: 'en' } as const
    expect(await createAccount(db, { ...account, passwordHash: null }, now)).toEqual({ id: ben })
    expect(await db.selectFrom('account').where('userId', '=', ben).selectAll().execute()).toEqual([])
    expect(await createAccount(db, { ...account, passwordHash: null }, now)).toBe('email-taken')
  })

  it('leaves nothing behind when deleted for good', async () => {
    const ben = await workspace.add('Ben', 'ben@example.com')
    await workspace.as(ben)
    expect(await remove(ben, true)).toBe('done')
    expect(await workspace.db.selectFrom('user').where('id', '=', ben).selectAll().execute()).toEqual([])
    expect(await workspace.db.selectFrom('oauthAccessToken').selectAll().execute()).toEqual([])
    expect((await eventNames()).at(-1)).toBe('UserDeleted')
    expect(await remove(ben)).toBe('not-found')
  })
})
