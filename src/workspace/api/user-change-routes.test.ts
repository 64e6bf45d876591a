import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { apiCompanyLicencesSchema, apiUserSchema, apiUsersSchema } from '../../contract/web-api'
import { createLicence } from '../licences/create-licence'
import { apiWorkspace, type ApiCall, type ApiWorkspace } from '../testing/api-workspace'

let workspace: ApiWorkspace
let anna: ApiCall

beforeEach(async () => {
  workspace = await apiWorkspace()
  anna = await workspace.as(workspace.administratorId)
})
afterEach(() => workspace.remove())

const ben = { email: 'Ben@example.com', name: 'Ben', language: 'en' }

async function create(call: ApiCall, more: Record<string, unknown> = {}) {
  const answer = await call('POST', '/users', { ...ben, ...more })
  expect(answer).toMatchObject({ status: 200 })
  return apiUserSchema.parse(answer.body)
}

async function emails(): Promise<string[]> {
  return apiUsersSchema.parse((await anna('GET', '/users')).body).users.map(({ email }) => email)
}

async function licence(seats: number) {
  const { companyId } = workspace
  return createLicence(workspace.db, { companyId, name: 'Meeting 100', product: 'meeting-100', seats, endsOn: null })
}

async function seatsUsed(id: string) {
  const { body } = await anna('GET', '/company/license')
  return apiCompanyLicencesSchema.parse(body).available_licenses.find(({ licenseId }) => licenseId === id)?.assignedUsers
}

describe('a user', () => {
  it('is added, changed, switched off, and removed', async () => {
    const made = await create(anna, { userRoleId: 'user-manager' })
    expect(made).toMatchObject({ email: 'ben@example.com', active: true, userRoleId: 'user-manager' })
    const change = { name: 'Benjamin', active: false, UnassignUserRoleIds: ['user-manager'] }
    expect(await anna('PUT', `/users/${made.id}`, change)).toMatchObject({ status: 204, body: null })
    const after = (await anna('GET', `/users/${made.id}`)).body
    expect(after).toMatchObject({ name: 'Benjamin', active: false, role: 'member', online_state: 'Offline' })
    expect((await anna('DELETE', `/users/${made.id}`)).status).toBe(204)
    expect((await anna('GET', `/users/${made.id}`)).status).toBe(404)
    expect((await create(anna)).id).toBe(made.id)
    expect((await anna('DELETE', `/users/${made.id}?isPermanentDelete=True`)).status).toBe(204)
    expect((await create(anna)).id).not.toBe(made.id)
  })

  it.each([
    [{ email: 'b@b.c' }, 'email'],
    [{ email: 'anna@example.com' }, 'email'],
    [{ name: 'B' }, 'name'],
    [{ language: undefined }, 'language'],
    [{ password: 'short' }, 'password'],
    [{ userRoleId: 'owner' }, 'userRoleId'],
    [{ license_key: 'nothing' }, 'license_key'],
  ])('is refused with %j, and nothing of it stays', async (more, field) => {
    const answer = await anna('POST', '/users', { ...ben, ...more })
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    expect(answer.body).toHaveProperty('error_description', expect.stringContaining(field))
    expect(await emails()).toEqual(['anna@example.com'])
  })

  it('has no password that can be guessed', async () => {
    for (const password of ['password1234', 'ben@example.com', 'ExampleExample1']) {
      const answer = await anna('POST', '/users', { ...ben, password })
      expect([answer.status, answer.body]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })])
    }
    expect(await emails()).toEqual(['anna@example.com'])
    const { id } = await create(anna)
    const change = async (password: string) => (await anna('PUT', `/users/${id}`, { password })).status
    expect([await change('password1234'), await change('ben@example.com')]).toEqual([400, 400])
    expect(await workspace.db.selectFrom('account').where('userId', '=', id).select('id').execute()).toEqual([])
    expect(await change('grüne Wolken im Keller')).toBe(204)
  })

  it('is never made or changed without the licence that was asked for', async () => {
    const { id } = await licence(1)
    const first = await create(anna, { license_key: id })
    expect(first).toMatchObject({ activated_license_id: id, activated_meeting_license_key: id })
    const second = { ...ben, email: 'cid@example.com' }
    const refused = await anna('POST', '/users', { ...second, meeting_license_key: id })
    expect(refused).toMatchObject({ status: 403, body: { error: 'license_required' } })
    expect(await emails()).toEqual(['anna@example.com', 'ben@example.com'])
    const cid = await create(anna, second)
    const change = { name: 'Changed', meeting_license_key: id }
    expect((await anna('PUT', `/users/${cid.id}`, change)).status).toBe(403)
    expect((await anna('GET', `/users/${cid.id}`)).body).toMatchObject({ name: 'Ben' })
    expect(await seatsUsed(id)).toBe(1)
    expect((await anna('PUT', `/users/${first.id}`, { meeting_license_key: '' })).status).toBe(204)
    expect((await anna('PUT', `/users/${cid.id}`, change)).status).toBe(204)
    await anna('DELETE', `/users/${cid.id}`)
    expect(await seatsUsed(id)).toBe(0)
  })

  it('is not made, changed or removed by members, and by user managers only where it is a member', async () => {
    const member = await workspace.as(await workspace.add('Max', 'max@example.com'))
    const manager = await workspace.as(await workspace.add('Uma', 'uma@example.com', 'user-manager'))
    const refused = { status: 403, body: { error: 'invalid_permission' } }
    expect(await member('POST', '/users', ben)).toMatchObject(refused)
    const made = await create(manager)
    for (const [method, path, body] of [
      ['PUT', `/users/${made.id}`, { AssignUserRoleIds: ['administrator'] }],
      ['PUT', `/users/${workspace.administratorId}`, { password: 'mine from now on' }],
      ['DELETE', `/users/${workspace.administratorId}`, undefined],
      ['POST', '/users', { ...ben, email: 'cid@example.com', userRoleId: 'administrator' }],
      ['POST', '/userroles/assign/account', { UserIds: [made.id], UserRoleId: 'administrator' }],
      ['POST', '/EventLogging', {}],
    ] as const) {
      expect(await manager(method, path, body)).toMatchObject(refused)
    }
    expect((await member('PUT', `/users/${made.id}`, { name: 'Mine' })).status).toBe(403)
    expect((await manager('DELETE', `/users/${made.id}`)).status).toBe(204)
  })

  it('stays where it is the last administrator, and no call removes all of them', async () => {
    const me = workspace.administratorId
    for (const [method, path, body] of [
      ['DELETE', `/users/${me}`, undefined],
      ['DELETE', `/users/${me}?isPermanentDelete=true`, undefined],
      ['PUT', `/users/${me}`, { active: false }],
      ['PUT', `/users/${me}`, { UnassignUserRoleIds: ['administrator'] }],
      ['POST', '/userroles/assign/account', { UserIds: [me], UserRoleId: 'member' }],
      ['POST', '/userroles/unassign/account', { UserIds: [me], UserRoleId: 'administrator' }],
    ] as const) {
      expect(await anna(method, path, body)).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    }
    for (const path of ['/users', '/users/', '/users/%20', '/users?isPermanentDelete=true']) {
      expect((await anna('DELETE', path)).status).toBe(404)
    }
    expect(await emails()).toEqual(['anna@example.com'])
  })
})

describe('roles', () => {
  it('are given to many at once, or to none', async () => {
    const ids = [await workspace.add('B', 'b@example.com'), await workspace.add('C', 'c@example.com')]
    const assign = (UserIds: string[], UserRoleId: string) =>
      anna('POST', '/userroles/assign/account', { UserIds, UserRoleId })
    expect((await assign([...ids, 'u404'], 'user-manager')).status).toBe(404)
    const roles = async () =>
      (await workspace.db.selectFrom('membership').orderBy('foldedName').select('role').execute()).map(({ role }) => role)
    expect(await roles()).toEqual(['administrator', 'member', 'member'])
    expect((await assign(ids, 'user-manager')).status).toBe(204)
    expect(await roles()).toEqual(['administrator', 'user-manager', 'user-manager'])
    expect((await anna('GET', '/userroles')).body).toMatchObject({ Roles: [{ Id: 'administrator' }, {}, {}] })
  })
})
