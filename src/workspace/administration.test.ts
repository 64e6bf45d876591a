import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiCompanyLicencesSchema, apiErrorSchema, apiUsersSchema } from '../contract/web-api'
import { consoleUserSchema, licencesSchema, meSchema, usersPageSchema } from '../contract/console-api'
import type { Administration } from './administration'
import type { RunningWorkspace } from './start-workspace'
import { createBrowser, type Browser } from './testing/browser'
import { signInThrough } from './testing/desktop-app'
import { temporaryWorkspace, type TemporaryWorkspace } from './testing/temporary-workspace'

const password = 'correct horse battery'
let temporary: TemporaryWorkspace
let workspace: RunningWorkspace
let administration: Administration

beforeAll(async () => {
  temporary = temporaryWorkspace()
  workspace = await temporary.start()
  const company = { companyName: 'Example', name: 'Anna', email: 'anna@example.com', password, language: 'en' }
  await createBrowser().send('POST', `${workspace.address}/console-api/company`, company)
  administration = await temporary.administration()
  await administration.addAccount({ name: 'Max', email: 'max@example.com', password, role: 'member' })
  await administration.addAccount({ name: 'Uma', email: 'Uma@example.com', password, role: 'user-manager' })
})
afterAll(async () => {
  await administration.close()
  await workspace.stop()
  await temporary.remove()
})

async function browserOf(email: string): Promise<Browser> {
  const browser = createBrowser()
  const answer = await browser.send('POST', `${workspace.address}/console-api/sign-in`, { email, password })
  expect(answer.status).toBe(200)
  return browser
}

const tokensOf = async (email: string) => signInThrough(await browserOf(email), workspace.address)

async function api(path: string, token: string | null) {
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const answer = await fetch(`${workspace.address}/api/v1${path}`, { headers })
  const body: unknown = await answer.json()
  return { status: answer.status, headers: answer.headers, body }
}

describe('a member', () => {
  it('reads itself, the company and its colleagues by the API', async () => {
    const { tokens } = await tokensOf('max@example.com')
    expect((await api('/account', tokens.access_token)).body).toMatchObject({
      name: 'Max',
      role: 'member',
      license: null,
    })
    expect((await api('/company', tokens.access_token)).body).toMatchObject({
      companyName: 'Example',
      administrators: [{ name: 'Anna', email: 'anna@example.com' }],
      isSample: false,
    })
    const answer = await api('/users?full_list=true&email=anna@example.com', tokens.access_token)
    const [anna] = apiUsersSchema.parse(answer.body).users
    // What tells of a person's licence, role or habits is for those who manage users.
    expect(Object.keys(anna ?? {}).sort()).toEqual(['active', 'email', 'id', 'name', 'online_state'])
    const { body } = await api(`/users/${anna?.id ?? ''}`, tokens.access_token)
    expect(body).toEqual(anna)
    const unknown = await api('/users/u1', tokens.access_token)
    expect([unknown.status, apiErrorSchema.parse(unknown.body).error]).toEqual([404, 'not_found'])
  })

  it('reads itself in the console, and changes nothing', async () => {
    const browser = await browserOf('max@example.com')
    const me = meSchema.parse(await (await browser.send('GET', `${workspace.address}/console-api/me`)).json())
    expect(me).toMatchObject({ account: { role: 'member' }, administrators: [{ email: 'anna@example.com' }] })
    for (const [method, path, body] of [
      ['GET', '/users', undefined],
      ['GET', '/licences', undefined],
      ['POST', `/users/${me.account.id}/licences`, {}],
    ] as const) {
      const answer = await browser.send(method, `${workspace.address}/console-api${path}`, body)
      expect([answer.status, await answer.json()]).toEqual([403, { error: 'not-allowed' }])
    }
  })
})

describe('a user manager', () => {
  it('assigns a licence in the console, which the API then tells', async () => {
    const browser = await browserOf('uma@example.com')
    const base = `${workspace.address}/console-api`
    const { users, total } = usersPageSchema.parse(await (await browser.send('GET', `${base}/users?search=max`)).json())
    const { licences } = licencesSchema.parse(await (await browser.send('GET', `${base}/licences`)).json())
    const licence = licences.find(({ product }) => product === 'meeting-50')
    const max = users[0]
    expect([total, licence?.seatsUsed]).toEqual([1, 1])
    const path = `${base}/users/${max?.id ?? ''}/licences`
    const answer = await browser.send('POST', path, { give: [licence?.id] })
    expect(consoleUserSchema.parse(await answer.json()).licences).toEqual([
      { id: licence?.id, name: 'Meeting 50', product: 'meeting-50' },
    ])
    const { tokens } = await tokensOf('uma@example.com')
    const { body } = await api('/company/license', tokens.access_token)
    expect(apiCompanyLicencesSchema.parse(body).available_licenses).toMatchObject([
      { product: 'free' },
      { product: 'meeting-50', assignedUsers: 2 },
    ])
    expect((await browser.send('POST', path, { give: licences.map(({ id }) => id) })).status).toBe(409)
    expect((await browser.send('POST', path, { takeBack: [licence?.id] })).status).toBe(200)
    expect((await browser.send('POST', path, { give: ['nothing'] })).status).toBe(404)
    expect((await browser.send('POST', path, { give: [''] })).status).toBe(400)
  })

  it('is refused a change that another page asked for', async () => {
    const browser = await browserOf('uma@example.com')
    const path = `${workspace.address}/console-api/users/u1/licences`
    const answer = await browser.send('POST', path, {}, { origin: 'http://127.0.0.1:1' })
    expect(answer.status).toBe(403)
  })

  it('filters users by the API', async () => {
    await administration.addAccount({ name: 'Under_Score', email: 'under@example.com', password, role: 'member' })
    const { tokens } = await tokensOf('uma@example.com')
    const emails = async (query: string) => {
      const { users } = apiUsersSchema.parse((await api(`/users?${query}`, tokens.access_token)).body)
      return users.map((user) => user.email)
    }
    expect(await emails('name=a')).toEqual(['anna@example.com', 'max@example.com', 'uma@example.com'])
    expect(await emails('email=MAX@example.com,anna@example.com')).toEqual(['anna@example.com', 'max@example.com'])
    expect(await emails('name=%25')).toEqual([])
    expect(await emails('name=under_sc')).toEqual(['under@example.com'])
    expect((await api('/users/nobody', tokens.access_token)).status).toBe(404)
    expect((await api('/users?full_list=perhaps', tokens.access_token)).body).toMatchObject({
      error: 'invalid_request',
    })
  })
})

describe('tokens', () => {
  it('that are missing or unknown are told from those that ran out', async () => {
    const { app, tokens, refreshToken } = await tokensOf('anna@example.com')
    for (const token of [null, 'unknown', refreshToken]) {
      const answer = await api('/account', token)
      expect([answer.status, apiErrorSchema.parse(answer.body).error]).toEqual([401, 'invalid_token'])
      expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    }
    await administration.expireAccessTokens('anna@example.com')
    expect(await api('/account', tokens.access_token)).toMatchObject({ status: 401, body: { error: 'token_expired' } })
    const fresh = await client.refreshTokenGrant(app.configuration, refreshToken)
    expect((await api('/account', fresh.access_token)).status).toBe(200)
  })

  it('and browser sessions end together', async () => {
    const browser = await browserOf('anna@example.com')
    const { app, tokens, refreshToken } = await signInThrough(browser, workspace.address)
    await administration.endSessions('anna@example.com')
    expect(await api('/account', tokens.access_token)).toMatchObject({ status: 401, body: { error: 'invalid_token' } })
    await expect(client.refreshTokenGrant(app.configuration, refreshToken)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    expect((await browser.send('GET', `${workspace.address}/console-api/me`)).status).toBe(401)
  })
})

describe('an operator', () => {
  it('replaces licences, and changes roles', async () => {
    await administration.replaceLicences([
      { name: 'Free', product: 'free', seats: 3, endsOn: null, holders: ['anna@example.com', 'max@example.com'] },
    ])
    await administration.setRole('max@example.com', 'administrator')
    const { tokens } = await tokensOf('max@example.com')
    expect((await api('/company/license', tokens.access_token)).body).toMatchObject({
      available_licenses: [{ product: 'free', assignedUsers: 2, maxAssignments: 3 }],
    })
    expect((await api('/users', tokens.access_token)).status).toBe(200)
    const tooMany = administration.replaceLicences([
      { name: 'M', product: 'meeting-50', seats: 0, endsOn: null, holders: ['max@example.com'] },
    ])
    await expect(tooMany).rejects.toThrow('no-seats-left')
    expect((await api('/company/license', tokens.access_token)).body).toMatchObject({
      available_licenses: [{ product: 'free', assignedUsers: 2 }],
    })
  })
})
