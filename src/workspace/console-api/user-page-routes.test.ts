import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { consoleErrorSchema, consoleUserSchema } from '../../contract/console-api'
import { consoleApiPrefix } from '../../contract/page-paths'
import { userMadeSchema, userPageSchema } from '../../contract/console-users'
import { passwordLinkSchema } from '../../contract/own-account'
import { removeExpired } from '../database/remove-expired'
import { createLicence } from '../licences/create-licence'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'

// Passwords are hashed as slowly here as anywhere.
vi.setConfig({ testTimeout: 60_000 })

let workspace: ApiWorkspace
let anna: string
let max: string
/** How far the clock is ahead, milliseconds. */
let ahead = 0

beforeEach(async () => {
  ahead = 0
  workspace = await apiWorkspace({ now: () => Date.now() + ahead })
  anna = workspace.administratorId
  max = await workspace.add('Max', 'max@example.com')
})
afterEach(() => workspace.remove())

async function ask(method: string, path: string, body?: unknown, by = anna) {
  const answer = await workspace.send(method, `${consoleApiPrefix}/users${path}`, workspace.inConsole(by), body)
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
}
const pageOf = async (id: string, by = anna) => userPageSchema.parse((await ask('GET', `/${id}`, undefined, by)).body)
const errorOf = ({ body }: { body: unknown }) => consoleErrorSchema.parse(body).error
const licence = (name: string, seats: number) =>
  createLicence(workspace.db, { companyId: workspace.companyId, name, product: 'other', seats, endsOn: null })

describe('the page of a user', () => {
  it('shows the user, what it may lose, and what happened to it', async () => {
    const { id } = await licence('Support', 5)
    await ask('POST', `/${max}/licences`, { give: [id] })
    await ask('PUT', `/${max}`, { name: 'Max Moritz', active: false })
    const page = await pageOf(max)
    expect(page.user).toMatchObject({ name: 'Max Moritz', email: 'max@example.com', active: false, language: 'en' })
    expect(page.user.licences.map(({ name }) => name)).toEqual(['Support'])
    expect([page.mayManage, page.isLastAdministrator, page.isYourself]).toEqual([true, false, false])
    expect(page.events?.map(({ name }) => name)).toEqual(['UserDeactivated', 'EditUserProperties', 'LicenseAssigned'])
    expect((await pageOf(anna)).isLastAdministrator).toBe(true)
    expect((await ask('GET', '/nobody')).status).toBe(404)
  })

  it('shows user managers no event log, and no sessions of those whom they don’t manage', async () => {
    const uma = await workspace.add('Uma', 'uma@example.com', 'user-manager')
    expect(await pageOf(anna, uma)).toMatchObject({ mayManage: false, sessions: [], events: null })
    expect(await pageOf(max, uma)).toMatchObject({ mayManage: true, events: null })
    expect(errorOf(await ask('PUT', `/${anna}`, { name: 'Not Anna' }, uma))).toBe('not-allowed')
  })
})

describe('a user who is made', () => {
  const eve = { email: 'Eve@example.com', name: 'Eve', role: 'member', language: 'de' }

  it('has the licences, and a link for the first password that is good for fourteen days', async () => {
    const { id } = await licence('Support', 5)
    const { body } = await ask('POST', '', { ...eve, licenceIds: [id] })
    const made = userMadeSchema.parse(body)
    expect(made.user).toMatchObject({ email: 'eve@example.com', lastSeenAt: null, licences: [{ name: 'Support' }] })
    expect(made.isMailed).toBe(false)
    const token = made.link.split('#')[1]
    ahead = 13 * 86_400_000
    const use = () =>
      workspace.send('POST', `${consoleApiPrefix}/password-resets/use`, workspace.inConsole(null), { token, password: 'paper boats on rivers' })
    expect((await use()).status).toBe(204)
    expect((await use()).status).toBe(404)
  })

  it('is not there at all where a licence has no seat or the e-mail is taken', async () => {
    const { id } = await licence('Full', 0)
    expect(errorOf(await ask('POST', '', { ...eve, licenceIds: [id] }))).toBe('no-seats-left')
    expect(await workspace.db.selectFrom('user').where('name', '=', 'Eve').select('id').execute()).toEqual([])
    expect(errorOf(await ask('POST', '', { ...eve, email: 'MAX@example.com' }))).toBe('email-taken')
  })

  it('is no administrator where a user manager makes it', async () => {
    const uma = await workspace.add('Uma', 'uma@example.com', 'user-manager')
    expect(errorOf(await ask('POST', '', { ...eve, role: 'administrator' }, uma))).toBe('not-allowed')
    expect((await ask('POST', '', eve, uma)).status).toBe(200)
  })
})

describe('removing from the company', () => {
  it('is taken back with password, meetings, invitees, tokens and licences', async () => {
    const { id } = await licence('Support', 5)
    await ask('POST', `/${max}/licences`, { give: [id] })
    await workspace.db
      .insertInto('account')
      .values({ id: 'a1', accountId: max, providerId: 'credential', userId: max, password: 'hash', createdAt: '', updatedAt: '' })
      .execute()
    const asMax = await workspace.as(max)
    await asMax('POST', '/meetings', { subject: 'Of Max', instant: true, invitees: ['anna@example.com', 'x@example.org'] })
    const asAnna = await workspace.as(anna)
    await asAnna('POST', '/meetings', { subject: 'Of Anna', instant: true, invitees: ['max@example.com'] })
    const token = { name: 'Script', scopes: ['users.read'], days: 1 }
    await workspace.send('POST', `${consoleApiPrefix}/script-tokens`, workspace.inConsole(max), token)
    const before = await kept()
    expect(before.map((rows) => rows.length)).toEqual([1, 2, 3, 1, 2, 2])

    expect((await ask('DELETE', `/${max}`)).status).toBe(204)
    expect((await ask('GET', `/${max}`)).status).toBe(404)
    expect((await kept()).map((rows) => rows.length)).toEqual([1, 1, 1, 0, 1, 1])
    const restored = consoleUserSchema.parse((await ask('POST', `/${max}/restore`)).body)
    expect(restored.licences).toMatchObject([{ name: 'Support' }])
    expect(await kept()).toEqual(before)
    expect((await ask('POST', `/${max}/restore`)).status).toBe(404)
  })

  const kept = () => {
    const { db } = workspace
    return Promise.all([
      db.selectFrom('account').where('userId', '=', max).selectAll().execute(),
      db.selectFrom('meeting').selectAll().orderBy('id').execute(),
      db.selectFrom('meetingInvitee').selectAll().orderBy('meetingId').orderBy('email').execute(),
      db.selectFrom('scriptToken').selectAll().execute(),
      db.selectFrom('seat').select(['accountId', 'licenceId']).orderBy('accountId').execute(),
      db.selectFrom('membership').select(['accountId', 'role', 'active', 'language']).orderBy('accountId').execute(),
    ])
  }

  it('is taken back without the licences that others have by now', async () => {
    const { id } = await licence('Single', 1)
    await ask('POST', `/${max}/licences`, { give: [id] })
    await ask('DELETE', `/${max}`)
    await ask('POST', `/${anna}/licences`, { give: [id] })
    const restored = consoleUserSchema.parse((await ask('POST', `/${max}/restore`)).body)
    expect(restored.licences).toEqual([])
  })

  it('can’t be taken back after a day, or by whoever may not manage the user', async () => {
    const uma = await workspace.add('Uma', 'uma@example.com', 'user-manager')
    const ada = await workspace.add('Ada', 'ada@example.com', 'administrator')
    await ask('DELETE', `/${ada}`)
    expect(errorOf(await ask('POST', `/${ada}/restore`, undefined, uma))).toBe('not-allowed')
    ahead = 25 * 3_600_000
    expect((await ask('POST', `/${ada}/restore`)).status).toBe(404)
    await removeExpired(workspace.db, Date.now() + ahead)
    expect(await workspace.db.selectFrom('removedUser').selectAll().execute()).toEqual([])
  })
})

describe('deleting for good', () => {
  it('wants the e-mail typed, and leaves nothing', async () => {
    expect(errorOf(await ask('POST', `/${max}/delete`, { email: 'anna@example.com' }))).toBe('invalid')
    expect((await ask('POST', `/${max}/delete`, { email: ' MAX@example.com ' })).status).toBe(204)
    expect(await workspace.db.selectFrom('user').where('id', '=', max).select('id').execute()).toEqual([])
    expect((await ask('POST', `/${max}/restore`)).status).toBe(404)
  })
})

it('lets nobody shut themselves out', async () => {
  for (const change of [{ role: 'member' }, { active: false }]) {
    expect(errorOf(await ask('PUT', `/${anna}`, change))).toBe('not-allowed')
  }
  expect(errorOf(await ask('DELETE', `/${anna}`))).toBe('not-allowed')
  expect(errorOf(await ask('POST', `/${anna}/delete`, { email: 'anna@example.com' }))).toBe('not-allowed')
})

describe('what a user is signed in with', () => {
  const moment = (after: number) => new Date(Date.now() + after).toISOString()
  const signIn = (id: string, userId: string) =>
    workspace.db
      .insertInto('session')
      .values({ id, userId, token: id, expiresAt: moment(60_000), createdAt: moment(0), updatedAt: moment(0), ipAddress: '192.0.2.1', userAgent: null })
      .execute()
  const sessionsOf = async (id: string) => (await pageOf(id)).sessions.map((session) => session.id).sort()

  it('is ended one by one or all at once, with who did it in the log', async () => {
    for (const id of ['s1', 's2', 's3']) await signIn(id, max)
    await signIn('s4', anna)
    expect((await ask('DELETE', `/${max}/sessions/s4`)).status).toBe(404)
    expect((await ask('DELETE', `/${max}/sessions/s1`)).status).toBe(204)
    expect((await ask('DELETE', `/${max}/sessions/s1`)).status).toBe(404)
    expect(await sessionsOf(max)).toEqual(['s2', 's3'])
    expect((await pageOf(max)).events?.map(({ name, author, affected }) => [name, author, affected])).toEqual([
      ['SessionsEnded', 'anna@example.com', 'max@example.com'],
    ])
    expect((await ask('DELETE', `/${max}/sessions`)).status).toBe(204)
    expect([await sessionsOf(max), await sessionsOf(anna)]).toEqual([[], ['s4']])
  })

  it('stays where one does it to oneself, in the browser that asks', async () => {
    // The stand-in of the identity library calls the session by its account.
    for (const id of [anna, 's1']) await signIn(id, anna)
    expect((await pageOf(anna)).sessions.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([[anna, true], ['s1', false]])
    expect((await ask('DELETE', `/${anna}/sessions`)).status).toBe(204)
    expect(await sessionsOf(anna)).toEqual([anna])
  })

  it('is no affair of a user manager who may not manage the user', async () => {
    const uma = await workspace.add('Uma', 'uma@example.com', 'user-manager')
    await signIn('s1', anna)
    for (const [method, path] of [['GET', '/sessions/export'], ['DELETE', '/sessions/s1'], ['DELETE', '/sessions'], ['DELETE', '/password-link']] as const) {
      expect(errorOf(await ask(method, `/${anna}${path}`, undefined, uma)), `${method} ${path}`).toBe('not-allowed')
    }
    expect(await sessionsOf(anna)).toEqual(['s1'])
  })
})

describe('a link for a password', () => {
  const make = async () => {
    const made = passwordLinkSchema.parse((await ask('POST', `/${max}/password-link`, { isMailed: true })).body)
    expect(made.isMailed).toBe(false)
    return made.link.split('#')[1]
  }
  const choose = async (token: string | undefined) => {
    const wanted = { token, password: 'paper boats on rivers' }
    return (await workspace.send('POST', `${consoleApiPrefix}/password-resets/use`, workspace.inConsole(null), wanted)).status
  }

  it('is taken back as long as nobody has used it, with both in the log', async () => {
    const token = await make()
    expect((await ask('DELETE', `/${max}/password-link`)).status).toBe(204)
    expect((await ask('DELETE', `/${max}/password-link`)).status).toBe(404)
    expect(await choose(token)).toBe(404)
    expect((await pageOf(max)).events?.map(({ name }) => name)).toEqual(['PasswordLinkWithdrawn', 'PasswordLinkMade'])
    expect(await choose(await make())).toBe(204)
    expect((await ask('DELETE', `/${max}/password-link`)).status).toBe(404)
  })
})
