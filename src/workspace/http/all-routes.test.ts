import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { consoleApiPrefix } from '../../contract/page-paths'
import { apiPrefix } from '../../contract/web-api'
import type { Role } from '../../contract/session'
import { routeTable } from '../api/route-table'
import { createLicence } from '../licences/create-licence'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { rules, type Rule } from '../testing/route-rules'
import { createAccount } from '../users/create-account'

const roles: Readonly<Record<Rule, readonly Role[]>> = {
  anyone: ['member', 'user-manager', 'administrator'],
  'signed-in': ['member', 'user-manager', 'administrator'],
  managers: ['user-manager', 'administrator'],
  administrators: ['administrator'],
}

/** Whatever a route takes, filled with what belongs to somebody else. */
function bodyNaming({ user, licence }: { user: string; licence: string }) {
  return {
    name: 'Changed', subject: 'Changed', active: false, role: 'member', license_key: licence, give: [licence], takeBack: [licence],
    UserIds: [user], UserRoleId: 'member', ids: [user], userIds: [user], licenceId: licence, address: 'https://x.example', icon: 'apps',
  }
}

let workspace: ApiWorkspace

beforeEach(async () => {
  workspace = await apiWorkspace({ limits: { consume: () => Promise.resolve({ allowed: true, retryAfter: null }) } })
})
afterEach(() => workspace.remove())

const isApi = (path: string) => path.startsWith(`${apiPrefix}/`) && !/\/(?:openapi\.json|docs)$/.test(path)
const fill = (path: string, id: string) => path.replaceAll(/:\w+(\{.*?\})?|\*/g, id)

function mayCall({ method, path }: { method: string; path: string }): readonly Role[] {
  const inTable = routeTable.find((route) => route.method === method && apiPrefix + route.path.replaceAll(/\{(\w+)\}/g, ':$1') === path)
  if (inTable !== undefined) return inTable.roles ?? roles['signed-in']
  const rule = rules[`${method} ${path}`]
  if (rule === undefined) throw new Error(`There is no rule for ${method} ${path}`)
  return roles[rule]
}

const isOpen = ({ method, path }: { method: string; path: string }) => !isApi(path) && rules[`${method} ${path}`] === 'anyone'

/** Calls a route as an account does, through a token or a cookie; null for who is signed out. */
async function call(route: { method: string; path: string }, accountId: string | null, id = 'x', body: unknown = {}) {
  const sent = route.method === 'GET' || route.method === 'DELETE' ? undefined : body
  if (isApi(route.path) && accountId !== null) {
    const answer = await (await workspace.as(accountId))(route.method, fill(route.path, id).slice(apiPrefix.length), sent)
    return { status: answer.status, headers: answer.headers, text: JSON.stringify(answer.body) }
  }
  const answer = await workspace.send(route.method, fill(route.path, id), workspace.inConsole(accountId), sent)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

it('has a rule for every route', () => {
  for (const route of workspace.routes) expect(mayCall(route).length).toBeGreaterThan(0)
})

it('answers nobody who is signed out, but where anyone may come', async () => {
  for (const route of workspace.routes) {
    const answer = await call(route, null)
    if (!isOpen(route)) expect(answer.status, `${route.method} ${route.path}`).toBe(401)
    expect(answer.status, `${route.method} ${route.path}`).toBeLessThan(500)
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
  }
})

it.each(['member', 'user-manager', 'administrator'] as const)('lets a %s do what the rules say, and nothing else', async (role) => {
  const accountId = await workspace.add('Max', 'max@example.com', role)
  for (const route of workspace.routes) {
    const { status } = await call(route, accountId)
    const name = `${route.method} ${route.path}`
    if (isOpen(route)) expect(status, name).toBeLessThan(500)
    else if (mayCall(route).includes(role)) expect([401, 403, 500], name).not.toContain(status)
    else expect(status, name).toBe(403)
  }
})

describe('another company', () => {
  it('is not seen and not changed, whatever its administrator asks for', async () => {
    const { db, companyId, administratorId } = workspace
    // What belongs to the first company, and is marked.
    const user = await workspace.add('Marked-Max', 'marked-max@example.com')
    const licence = await createLicence(db, { companyId, name: 'Marked-Licence', product: 'meeting-100', seats: 5, endsOn: null })
    const anna = await workspace.as(administratorId)
    await anna('PUT', `/users/${user}`, { license_key: licence.id })
    const meeting = await anna('POST', '/meetings', { subject: 'Marked-Meeting', instant: true })
    const token = await workspace.send('POST', `${consoleApiPrefix}/script-tokens`, workspace.inConsole(administratorId), {
      name: 'Marked-Token', scopes: ['users.read'], days: 1,
    })
    const [meetingId, tokenId] = [/"id":"(m[^"]+)"/, /"id":"([^"]+)"/].map((pattern, at) =>
      pattern.exec(at === 0 ? JSON.stringify(meeting.body) : '')?.[1])
    const { made } = JSON.parse(await token.text()) as { made: { id: string } }
    const product = { id: 'p', companyId, licenceId: null, name: 'Marked-Product', address: '', icon: 'apps' } as const
    await db.insertInto('productLink').values(product).execute()
    await db.insertInto('productPicture').values({ productId: product.id, content: Buffer.from('Marked-Picture'), version: '1' }).execute()
    const ids = [user, product.id, licence.id, meetingId ?? tokenId ?? '', made.id, companyId]

    // The second company, with an administrator who knows all of these ids.
    await db.insertInto('company').values({ id: 'c-other', name: 'Other', isSample: 0, createdAt: 0 }).execute()
    const eve = await createAccount(
      db,
      { companyId: 'c-other', name: 'Eve', email: 'eve@other.example', role: 'administrator', language: 'en', passwordHash: null },
      Date.now(),
    )
    if (eve === 'email-taken') throw new Error('taken')
    const before = await ofCompany(companyId)
    for (const route of workspace.routes) {
      for (const id of route.path.includes(':') ? ids : ['x']) {
        const answer = await call(route, eve.id, id, bodyNaming({ user, licence: licence.id }))
        expect(answer.status, `${route.method} ${route.path}`).toBeLessThan(500)
        expect(answer.text, `${route.method} ${route.path}`).not.toMatch(/marked/i)
      }
    }
    expect(await ofCompany(companyId)).toEqual(before)
  })

  async function ofCompany(companyId: string): Promise<unknown> {
    const { db } = workspace
    return {
      company: await db.selectFrom('company').where('id', '=', companyId).selectAll().execute(),
      users: await db.selectFrom('membership').innerJoin('user', 'user.id', 'membership.accountId').where('companyId', '=', companyId)
        .selectAll().orderBy('user.id').execute(),
      licences: await db.selectFrom('licence').where('companyId', '=', companyId).selectAll().orderBy('id').execute(),
      products: await db.selectFrom('productLink').leftJoin('productPicture', 'productId', 'id').where('companyId', '=', companyId).select(['name', 'version']).execute(),
      seats: await db.selectFrom('seat').selectAll().orderBy('accountId').execute(),
      meetings: await db.selectFrom('meeting').where('companyId', '=', companyId).selectAll().orderBy('id').execute(),
      tokens: await db.selectFrom('scriptToken').select(['id', 'name', 'accountId']).where('name', '=', 'Marked-Token').execute(),
      events: await db.selectFrom('event').where('companyId', '=', companyId).selectAll().orderBy('number').execute(),
    }
  }
})

describe('changes in the console', () => {
  it.each([
    ['without its header', { 'x-parley-console': '' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another port of this computer', { 'sec-fetch-site': 'same-site' }],
  ])('are refused %s', async (_, headers) => {
    const changes = workspace.routes.filter(({ method, path }) => path.startsWith(consoleApiPrefix) && method !== 'GET')
    expect(changes.length).toBeGreaterThan(5)
    for (const { method, path } of changes) {
      const own = Object.entries({ ...workspace.inConsole(workspace.administratorId), ...headers }).filter(([, value]) => value !== '')
      const answer = await workspace.send(method, fill(path, 'x'), Object.fromEntries(own), method === 'DELETE' ? undefined : {})
      expect(answer.status, `${method} ${path}`).toBe(403)
    }
  })
})
