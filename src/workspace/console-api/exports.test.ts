import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { jobSchema } from '../../contract/bulk-jobs'
import { invitationsSchema } from '../../contract/invitations'
import { scriptTokenMadeSchema } from '../../contract/script-tokens'
import { askToJoin } from '../invitations/join'
import { createLicence } from '../licences/create-licence'
import { changeSeats } from '../licences/change-seats'
import { workOnNextJob } from '../jobs/run-jobs'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'

let workspace: ApiWorkspace

beforeEach(async () => {
  workspace = await apiWorkspace()
})
afterEach(() => workspace.remove())

const send = (method: string, path: string, body?: unknown) =>
  workspace.send(method, `/console-api${path}`, workspace.inConsole(workspace.administratorId), body)

/** A file as a spreadsheet takes it: what stands in its cells, without the mark that says UTF-8. */
async function rowsOf(path: string): Promise<string[][]> {
  const answer = await send('GET', path)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.csv"$/)
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  return z.array(z.array(z.string())).parse(parse(bytes, { bom: true }))
}

/** Names that a spreadsheet would run, if it were let; and one with letters of everywhere. */
const hostile = '=HYPERLINK("http://evil.example";"x")'
const foreign = 'Zoë Ōkubo "Ż", 大久保'

it('exports the users that a filter means, as text alone, so that an import could read them', async () => {
  const { db, companyId } = workspace
  const { id: licenceId } = await createLicence(db, { companyId, name: '+Meeting', product: 'meeting-50', seats: 3, endsOn: null })
  const eve = await workspace.add(hostile, 'eve@example.com', 'user-manager')
  await workspace.add(foreign, 'zoe@example.com')
  await changeSeats(db, { companyId, accountId: eve, give: [licenceId], author: null }, Date.now())

  const [head, ...everybody] = await rowsOf('/users/export')
  expect(head).toEqual(['email', 'name', 'role', 'language', 'licence', 'active', 'last seen'])
  expect(everybody.map(([email]) => email).sort()).toEqual(['anna@example.com', 'eve@example.com', 'zoe@example.com'])
  expect(everybody.find(([email]) => email === 'zoe@example.com')).toEqual(['zoe@example.com', foreign, 'member', 'en', '', 'yes', ''])
  const [, ...managers] = await rowsOf('/users/export?role=user-manager')
  expect(managers).toEqual([['eve@example.com', `'${hostile}`, 'user-manager', 'en', `'+Meeting`, 'yes', '']])
  expect(await rowsOf('/users/export?search=zo%C3%AB')).toHaveLength(2)
  expect(await rowsOf(`/users/export?licence=${licenceId}`)).toHaveLength(2)
  expect(await rowsOf('/users/export?active=false')).toHaveLength(1)
  expect((await send('GET', '/users/export?role=king')).status).toBe(400)
})

it('exports more users than one page holds, each once', async () => {
  const { db, companyId } = workspace
  const moment = new Date().toISOString()
  const people = Array.from({ length: 1_050 }, (_, at) => ({ id: `u${String(at)}`, name: `User ${String(at)}`, email: `user${String(at)}@example.com` }))
  for (const part of [people.slice(0, 525), people.slice(525)]) {
    await db.insertInto('user').values(part.map((each) => ({ ...each, emailVerified: 0, image: null, createdAt: moment, updatedAt: moment }))).execute()
    const memberships = part.map(({ id, name }) => ({ accountId: id, companyId, role: 'member' as const, active: 1, language: 'en', lastSeenAt: null, foldedName: name }))
    await db.insertInto('membership').values(memberships).execute()
  }
  const [, ...rows] = await rowsOf('/users/export')
  expect(new Set(rows.map(([email]) => email)).size).toBe(1_051)
  expect(rows).toHaveLength(1_051)
})

it('exports licences, and what came of each user of a bulk change, as text alone', async () => {
  const { db, companyId } = workspace
  await createLicence(db, { companyId, name: '@SUM(A1)', product: 'other', seats: 3, endsOn: null })
  expect((await rowsOf('/licences/export')).flat()).toContain(`'@SUM(A1)`)

  const eve = await workspace.add(hostile, 'eve@example.com')
  const action = { type: 'deactivate' }
  const started = await send('POST', '/bulk-jobs', { action, selection: { kind: 'ids', ids: [eve, workspace.administratorId] } })
  const { id } = jobSchema.parse(await started.json())
  while (await workOnNextJob({ db, instanceId: 'test', now: Date.now, lease: 15_000 }, () => undefined, () => false));
  const [jobsHead, job] = await rowsOf('/bulk-jobs/export')
  expect(jobsHead?.slice(0, 5)).toEqual(['id', 'kind', 'what', 'licence or role', 'by'])
  expect(job?.slice(0, 5)).toEqual([id, 'bulk', 'deactivate', '', 'anna@example.com'])
  expect(job?.slice(7)).toEqual(['done', '2', '1', '0', '1'])
  const [head, ...results] = await rowsOf(`/bulk-jobs/${id}/export`)
  expect(head).toEqual(['Number', 'Name', 'E-mail', 'Result', 'Reasons'])
  expect(results.map(([, ...row]) => row)).toEqual(
    expect.arrayContaining([
      [`'${hostile}`, 'eve@example.com', 'done', ''],
      ['Anna', 'anna@example.com', 'refused', 'yourself'],
    ]),
  )
})

it('exports every open invitation that a search means, also where the page lists the first of them alone', async () => {
  for (let part = 0; part < 6; part += 1) {
    const emails = Array.from({ length: part < 5 ? 200 : 1 }, (_, at) => `p${String(part)}-${String(at)}@example.com`)
    expect((await send('POST', '/invitations', { emails, role: 'member', language: 'en' })).status).toBe(200)
  }
  const [, ...all] = await rowsOf('/invitations/export')
  expect([all.length, new Set(all.map(([email]) => email)).size]).toEqual([1_001, 1_001])
  expect(await rowsOf('/invitations/export?search=P5-')).toHaveLength(2)
})

it('exports open invitations with their links, to whoever may give their role', async () => {
  for (const [role, email] of [['member', 'ben@example.com'], ['administrator', 'cem@example.com']]) {
    expect((await send('POST', '/invitations', { emails: [email], role, language: 'en' })).status).toBe(200)
  }
  const [head, ...rows] = await rowsOf('/invitations/export')
  expect(head).toEqual(['email', 'role', 'invited', 'good until', 'link'])
  expect(rows.map(([email, role]) => [email, role]).sort()).toEqual([['ben@example.com', 'member'], ['cem@example.com', 'administrator']])
  expect(rows.map((row) => row[4])).toEqual([expect.stringMatching(/\/invitation#[\w-]{43}$/), expect.stringMatching(/\/invitation#[\w-]{43}$/)])

  const uma = await workspace.add('Uma', 'uma@example.com', 'user-manager')
  const answer = await workspace.send('GET', '/console-api/invitations/export', workspace.inConsole(uma))
  expect(await answer.text()).not.toContain('cem@example.com')
})

it('exports who asks to join, as text alone', async () => {
  const link = await send('POST', '/invitations/company-link', { days: 7, mostUses: 20 })
  const token = invitationsSchema.parse(await link.json()).companyLink?.link.split('#')[1] ?? ''
  const eve = { name: hostile, passwordHash: 'hash of Eve', language: 'de', email: 'eve@example.com' }
  expect(await askToJoin(workspace.db, token, eve, Date.UTC(2026, 4, 10))).toBe(true)
  expect(await rowsOf('/invitations/requests/export')).toEqual([
    ['email', 'name', 'asked'],
    ['eve@example.com', `'${hostile}`, '2026-05-10T00:00:00.000Z'],
  ])
})

it('exports products, API tokens without their secrets, and sessions of one’s own and of a user, as text alone', async () => {
  const product = { name: '=cmd|x', address: 'https://wiki.example.com/', icon: 'book' }
  await send('POST', '/products', product)
  expect(await rowsOf('/products/export')).toEqual([['product', 'address', 'held by a licence'], [`'=cmd|x`, product.address, 'no']])

  const made = await send('POST', '/script-tokens', { name: '+1', scopes: ['users.read', 'users.write'], days: 7 })
  const { token } = scriptTokenMadeSchema.parse(await made.json())
  const [head, ...tokens] = await rowsOf('/script-tokens/export')
  const moment = z.iso.datetime()
  expect(head).toEqual(['name', 'may', 'created', 'ends', 'last used'])
  expect(z.tuple([z.literal(`'+1`), z.literal('users.read users.write'), moment, moment, z.literal('')]).parse(tokens[0])).toHaveLength(5)
  expect(tokens.flat().join()).not.toContain(token)

  const { db, administratorId } = workspace
  const [now, later] = [new Date().toISOString(), new Date(Date.now() + 60_000).toISOString()]
  const bob = await workspace.add('Bob', 'bob@example.com')
  for (const userId of [administratorId, bob]) {
    const session = { id: `s ${userId}`, userId, token: `secret ${userId}`, expiresAt: later, createdAt: now, updatedAt: now, ipAddress: '192.0.2.1' }
    await db.insertInto('session').values({ ...session, userAgent: '@SUM(A1)' }).execute()
  }
  for (const path of ['/own-account/sessions/export', `/users/${bob}/sessions/export`]) {
    expect(await rowsOf(path)).toEqual([
      ['signed in with', 'browser', 'address', 'since', 'this browser'],
      ['browser', `'@SUM(A1)`, '192.0.2.1', now, 'no'],
    ])
  }
})

it('gives an example to start an import from, with a licence of the company', async () => {
  const { db, companyId } = workspace
  await createLicence(db, { companyId, name: 'Meeting 50', product: 'meeting-50', seats: 3, endsOn: null })
  expect(await rowsOf('/imports/example')).toEqual([
    ['email', 'name', 'role', 'language', 'licence'],
    ['mia.keller@example.com', 'Mia Keller', 'member', 'de', 'Meeting 50'],
    ['leo.martin@example.com', 'Leo Martin', '', '', ''],
  ])
})
