import { encode } from 'fast-png'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { companySettingsSchema } from '../../contract/company'
import { meSchema } from '../../contract/console-api'
import { largestPicture } from '../../contract/picture'
import { dayInMilliseconds } from '../clock'
import { checkEvents } from '../events/check-events'
import type { Log } from '../log'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { needsCompany } from './create-company'
import { deleteEndedCompanies } from './delete-company'

let workspace: ApiWorkspace
let ahead = 0
const now = () => Date.now() + ahead
const worker = (instanceId: string) => ({ db: workspace.db, instanceId, now, lease: 15_000 })
const end = (log: Log = () => undefined) => deleteEndedCompanies(worker('one'), log, () => false)

beforeEach(async () => {
  ahead = 0
  workspace = await apiWorkspace({ now })
})
afterEach(() => workspace.remove())

const send = (method: string, path: string, body?: unknown, accountId = workspace.administratorId) =>
  workspace.send(method, `/console-api${path}`, workspace.inConsole(accountId), body)
const settings = async (answer: Response) => companySettingsSchema.parse(await answer.json())
function upload(file: string) {
  const headers = { ...workspace.inConsole(workspace.administratorId), 'transfer-encoding': 'chunked' }
  return workspace.send('PUT', '/console-api/company/picture', headers, file)
}
const names = async () =>
  (await workspace.db.selectFrom('event').orderBy('number').select('name').execute()).map(({ name }) => name).slice(-3)

describe('the company', () => {
  it('changes its name and language, with an event of both', async () => {
    const answer = await send('PUT', '/company', { name: ' Anderes Haus ', language: 'de' })
    expect(await settings(answer)).toMatchObject({ name: 'Anderes Haus', language: 'de' })
    const me = meSchema.parse(await (await send('GET', '/me')).json())
    expect(me).toMatchObject({ account: { companyName: 'Anderes Haus' }, company: { language: 'de' } })
    const event = await workspace.db.selectFrom('event').where('name', '=', 'EditCompany').select('details').executeTakeFirstOrThrow()
    expect(JSON.parse(event.details)).toEqual({ name: 'Anderes Haus', nameBefore: 'Example', language: 'de', languageBefore: 'en' })
    expect((await send('PUT', '/company', { name: 'x' })).status).toBe(400)
    await send('PUT', '/company', { name: 'Anderes Haus' })
    expect((await names()).filter((name) => name === 'EditCompany')).toHaveLength(1)
  })

  it('has no picture that is not one, or is too large', async () => {
    expect((await upload('<svg/>')).status).toBe(400)
    const large = await upload('x'.repeat(largestPicture + 1))
    expect([large.status, await large.json()]).toEqual([413, { error: 'too-large' }])
    expect((await send('GET', '/company/picture')).status).toBe(404)
  })

  it('shows its picture to everybody in it', async () => {
    const { db, companyId } = workspace
    const content = encode({ width: 2, height: 2, channels: 4, depth: 8, data: new Uint8Array(16).fill(200) })
    await db.insertInto('companyPicture').values({ companyId, content, version: 'abc' }).execute()
    const max = await workspace.add('Max', 'max@example.com')
    const me = meSchema.parse(await (await send('GET', '/me', undefined, max)).json())
    expect(me.company.picture).toBe('abc')
    const shown = await send('GET', '/company/picture', undefined, max)
    expect([shown.headers.get('content-type'), shown.headers.get('x-content-type-options')]).toEqual(['image/png', 'nosniff'])
    expect(Buffer.from(await shown.arrayBuffer()).equals(content)).toBe(true)
    expect(await settings(await send('DELETE', '/company/picture'))).toMatchObject({ picture: null })
  })
})

describe('the company’s deletion', () => {
  it('needs its name, and can be taken back', async () => {
    const refused = await send('POST', '/company/deletion', { name: 'example' })
    expect([refused.status, await refused.json()]).toEqual([400, { error: 'invalid', fields: ['name'] }])
    const asked = await settings(await send('POST', '/company/deletion', { name: ' Example ' }))
    expect(asked.deletesAt).toBeGreaterThan(now() + 6.9 * dayInMilliseconds)
    // Asking again does not postpone it.
    ahead += dayInMilliseconds
    expect(await settings(await send('POST', '/company/deletion', { name: 'Example' }))).toEqual(asked)
    expect(await settings(await send('DELETE', '/company/deletion'))).toMatchObject({ deletesAt: null })
    expect(await names()).toEqual(expect.arrayContaining(['CompanyDeletionAsked', 'CompanyDeletionWithdrawn']))
    ahead += 8 * dayInMilliseconds
    await end()
    expect((await send('GET', '/company')).status).toBe(200)
  })

  it('takes everybody and everything along, seven days later and not before', async () => {
    const { db, companyId, administratorId } = workspace
    const max = await workspace.add('Max', 'max@example.com')
    const anna = await workspace.as(administratorId)
    await anna('POST', '/meetings', { subject: 'Meeting', instant: true })
    const removed = await workspace.add('Rea', 'rea@example.com')
    expect((await send('DELETE', `/users/${removed}`)).status).toBe(204)
    const long = await workspace.add('Lou', 'lou@example.com')
    expect((await send('DELETE', `/users/${long}`)).status).toBe(204)
    await db.deleteFrom('removedUser').where('accountId', '=', long).execute()
    await send('POST', '/invitations', { emails: ['new@example.com'], role: 'member', language: 'en' })
    await send('POST', '/bulk-jobs', { action: { type: 'end-sessions' }, selection: { kind: 'ids', ids: [max] } })
    await send('POST', '/script-tokens', { name: 'Token', scopes: ['users.read'], days: 1 })
    await send('POST', '/company/deletion', { name: 'Example' })
    // Another company on the same database stays as it is.
    await db.insertInto('company').values({ id: 'c-other', name: 'Other', isSample: 0, createdAt: 0 }).execute()

    ahead += 7 * dayInMilliseconds - 60_000
    await end()
    expect((await send('GET', '/company')).status).toBe(200)
    expect(await checkEvents(db, companyId)).toMatchObject({ outcome: 'intact' })

    ahead += 120_000
    await end()
    expect((await send('GET', '/company')).status).toBe(401)
    const tables = ['user', 'account', 'membership', 'seat', 'licence', 'meeting', 'invitation', 'job', 'jobItem', 'scriptToken', 'event', 'eventHead', 'oauthAccessToken', 'removedUser'] as const
    // Of somebody whom no company knows it can't be said whose it was, as long as there is another.
    expect(await db.selectFrom('user').select('email').execute()).toEqual([{ email: 'lou@example.com' }])
    await db.deleteFrom('user').execute()
    for (const table of tables) {
      const rows = await db.selectFrom(table).select((is) => is.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
      expect(rows, table).toEqual({ n: 0 })
    }
    expect(await db.selectFrom('company').select('id').execute()).toEqual([{ id: 'c-other' }])
    await db.deleteFrom('company').execute()
    expect(await needsCompany(db)).toBe(true)
  })

  it('goes on where it was broken off, and is then taken back by nobody', async () => {
    const { db, companyId } = workspace
    const long = await workspace.add('Lou', 'lou@example.com')
    expect((await send('DELETE', `/users/${long}`)).status).toBe(204)
    await db.deleteFrom('removedUser').execute()
    await send('POST', '/company/deletion', { name: 'Example' })
    ahead += 8 * dayInMilliseconds
    await db.updateTable('company').set({ isEnding: 1 }).where('id', '=', companyId).execute()
    expect((await send('DELETE', '/company/deletion')).status).toBe(401)
    await end()
    expect(await needsCompany(db)).toBe(true)
    // The last company takes along whoever no company knows.
    expect(await db.selectFrom('user').select('email').execute()).toEqual([])
  })
})
