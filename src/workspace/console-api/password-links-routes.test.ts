import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { consoleApiPrefix } from '../../contract/page-paths'
import { passwordLinksSchema, type PasswordLinksOf } from '../../contract/password-links'
import { noFilter } from '../../contract/users-filter'
import { dayInMilliseconds } from '../clock'
import { hashOfLink } from '../links/account-links'
import { makeFirstLinks } from '../own-account/make-first-links'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { findActiveAccount, markSeen } from '../users/find-account'

// Passwords are hashed as slowly here as anywhere.
vi.setConfig({ testTimeout: 60_000 })

let workspace: ApiWorkspace
let now = 0
beforeEach(async () => {
  now = Date.now()
  workspace = await apiWorkspace({ now: () => now })
  await markSeen(workspace.db, workspace.administratorId, now)
})
afterEach(() => workspace.remove())

const everybody: PasswordLinksOf = { kind: 'all', filter: noFilter, except: [] }

const path = `${consoleApiPrefix}/users/password-links`
const send = (of: unknown, by = workspace.administratorId) => workspace.send('POST', path, workspace.inConsole(by), { of })

async function make(of: PasswordLinksOf, by?: string) {
  const answer = await send(of, by)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const { made, leftOut, csv } = passwordLinksSchema.extend({ csv: z.string() }).parse(await answer.json())
  const [head, ...rows] = z.array(z.array(z.string())).parse(parse(csv, { bom: true }))
  expect(head).toEqual(['email', 'name', 'link', 'ends'])
  expect(rows).toHaveLength(made)
  const links = rows.map(([email = '', name = '', link = '', ends = '']) => ({ email, name, link, token: link.split('#')[1] ?? '', ends }))
  return { leftOut, links, emails: links.map(({ email }) => email).sort() }
}
const stored = () => workspace.db.selectFrom('accountLink').select(['tokenHash', 'purpose', 'endsAt']).execute()
const events = () => workspace.db.selectFrom('event').where('name', '=', 'PasswordLinkMade').select(['affectedItem', 'authorEmail', 'details']).execute()

it('makes a link for each who has never signed in, tells it once, and keeps no secret anywhere', async () => {
  await workspace.add('=HYPERLINK("x")', 'eve@example.com', 'administrator')
  const seen = await workspace.add('Sam', 'sam@example.com')
  await markSeen(workspace.db, seen, now)
  const off = await workspace.add('Otto', 'otto@example.com')
  await workspace.db.updateTable('membership').set({ active: 0 }).where('accountId', '=', off).execute()
  await workspace.add('Max', 'max@example.com')

  const { links, emails, leftOut } = await make(everybody)
  expect([emails, leftOut]).toEqual([['eve@example.com', 'max@example.com'], 3])
  expect(links.map(({ name }) => name)).toContain(`'=HYPERLINK("x")`)
  expect(links.every(({ link }) => /\/reset-password#[\w-]{43}$/.test(link))).toBe(true)
  expect(new Set(links.map(({ ends }) => Date.parse(ends)))).toEqual(new Set([now + 14 * dayInMilliseconds]))
  const rows = await stored()
  expect(rows.map(({ tokenHash }) => tokenHash).sort()).toEqual(links.map(({ token }) => hashOfLink(token)).sort())
  expect((await events()).map(({ affectedItem, authorEmail, details }) => [affectedItem, authorEmail, details]).sort()).toEqual([
    ['eve@example.com', 'anna@example.com', '{}'],
    ['max@example.com', 'anna@example.com', '{}'],
  ])
  const told = JSON.stringify([await workspace.db.selectFrom('event').selectAll().execute(), rows, workspace.logLines])
  for (const { token } of links) expect(told).not.toContain(token)

  // Whoever makes them again makes the former ones void.
  const again = await make(everybody)
  expect((await stored()).map(({ tokenHash }) => tokenHash).sort()).toEqual(again.links.map(({ token }) => hashOfLink(token)).sort())
})

it('gives the links that it makes to whoever chooses a password by them', async () => {
  await workspace.add('Max', 'max@example.com')
  const { links } = await make(everybody)
  const use = { token: links[0]?.token, password: 'paper boats on wide rivers' }
  const choose = () => workspace.send('POST', `${consoleApiPrefix}/password-resets/use`, workspace.inConsole(null), use)
  expect([(await choose()).status, (await choose()).status]).toEqual([204, 404])
})

it('leaves the links to a job that mails them, where mail is sent, and tells them to nobody', async () => {
  const wanted = { of: everybody, isMailed: true }
  const asked = (of: ApiWorkspace) => of.send('POST', path, of.inConsole(of.administratorId), wanted)
  expect((await asked(workspace)).status).toBe(409)
  expect(await stored()).toEqual([])
  const mail = { send: () => Promise.resolve(), close: () => undefined }
  const mailing = await apiWorkspace({ now: () => now, mail })
  onTestFinished(() => mailing.remove())
  await markSeen(mailing.db, mailing.administratorId, now)
  expect(await (await asked(mailing)).json()).toEqual({ made: 0, leftOut: 1, csv: null, jobId: null })
  await mailing.add('Max', 'max@example.com')
  await mailing.add('Eve', 'eve@example.com')
  const { jobId, ...answer } = passwordLinksSchema.extend({ jobId: z.string() }).parse(await (await asked(mailing)).json())
  expect(answer).toEqual({ made: 2, leftOut: 1, csv: null })
  const items = mailing.db.selectFrom('jobItem').innerJoin('job', 'job.id', 'jobItem.jobId').where('job.id', '=', jobId)
  expect(await items.select(['jobItem.email', 'job.lane']).orderBy('jobItem.email').execute()).toEqual([
    { email: 'eve@example.com', lane: 'mails' },
    { email: 'max@example.com', lane: 'mails' },
  ])
})

it('is for a selection, or for those whom an import has made, and never reaches beyond the company', async () => {
  const { db, companyId } = workspace
  const max = await workspace.add('Max', 'max@example.com')
  const mia = await workspace.add('Mia', 'mia@example.com')
  await workspace.add('Tim', 'tim@example.com')
  expect((await make({ kind: 'ids', ids: [max, 'nobody'] })).emails).toEqual(['max@example.com'])
  expect((await make({ ...everybody, except: [max] })).emails).toEqual(['mia@example.com', 'tim@example.com'])
  const job = { companyId, kind: 'import', state: 'done', plan: '{}', authorId: 'x', authorEmail: 'anna@example.com', createdAt: now, endedAt: now, total: 2 } as const
  await db.insertInto('job').values({ ...job, id: 'j1' }).execute()
  const item = { jobId: 'j1', email: 'x', name: 'x' }
  await db.insertInto('jobItem').values([
    { ...item, position: 1, accountId: mia, state: 'done' },
    { ...item, position: 2, accountId: max, state: 'refused' },
  ]).execute()
  expect((await make({ kind: 'import', jobId: 'j1' })).emails).toEqual(['mia@example.com'])
  await db.insertInto('company').values({ id: 'c2', name: 'Other', isSample: 0, createdAt: now }).execute()
  await db.updateTable('job').set({ companyId: 'c2' }).execute()
  expect((await make({ kind: 'import', jobId: 'j1' })).emails).toEqual([])
})

it('leaves out whom a user manager may not manage', async () => {
  await workspace.add('Eve', 'eve@example.com', 'administrator')
  await workspace.add('Max', 'max@example.com')
  const uma = await workspace.add('Uma', 'uma@example.com', 'user-manager')
  expect((await make(everybody, uma)).emails).toEqual(['max@example.com'])
  expect((await send(everybody, await workspace.add('Mo', 'mo@example.com'))).status).toBe(403)
})

it('makes links of more than one page, no more than so many at once, and not again and again', async () => {
  const { db, companyId, administratorId } = workspace
  const moment = new Date().toISOString()
  const people = Array.from({ length: 510 }, (_, at) => ({ id: `u${String(at)}`, name: 'User', email: `user${String(at)}@example.com` }))
  await db.insertInto('user').values(people.map((each) => ({ ...each, emailVerified: 0, image: null, createdAt: moment, updatedAt: moment }))).execute()
  await db.insertInto('membership').values(people.map(({ id, name }) => ({ accountId: id, companyId, role: 'member' as const, active: 1, language: 'en', lastSeenAt: null, foldedName: name }))).execute()
  const anna = await findActiveAccount(db, administratorId)
  if (anna === null) throw new Error('Anna is gone')
  expect(await makeFirstLinks(db, anna, everybody, now, { most: 509 })).toBe('too-many')
  expect(await stored()).toEqual([])
  expect(new Set((await make(everybody)).emails).size).toBe(510)
  for (let times = 1; times < 30; times += 1) expect((await send({ kind: 'ids', ids: ['nobody'] })).status).toBe(200)
  expect((await send({ kind: 'ids', ids: ['nobody'] })).status).toBe(429)
})
