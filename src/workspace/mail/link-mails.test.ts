import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userMadeSchema, userPageSchema } from '../../contract/console-users'
import { ownAccountSchema, passwordLinkSchema } from '../../contract/own-account'
import { consoleApiPrefix } from '../../contract/page-paths'
import { removeExpired } from '../database/remove-expired'
import { confirmNewEmail } from '../own-account/change-email'
import { resetPassword } from '../own-account/reset-password'
import { askNewEmail } from '../own-account/change-email'
import { mailingWorkspace, nowhere, type MailingWorkspace } from '../testing/mailing'
import { findActiveAccount } from '../users/find-account'
import { waits } from './patience'

const hour = 3_600_000
const tokenIn = (content = '') => /#([\w-]{43})/.exec(content)?.[1] ?? ''

let time: number
let workspace: MailingWorkspace
let ben: string

beforeEach(async () => {
  time = Date.now()
  workspace = await mailingWorkspace(['Ben'], () => time, 15_000)
  ben = workspace.idOf('Ben')
})
afterEach(() => workspace.remove())

const send = (method: string, path: string, body?: unknown) =>
  workspace.send(method, consoleApiPrefix + path, workspace.inConsole(workspace.administratorId), body)
async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await send(method, path, body)
  expect(answer.status).toBeLessThan(300)
  return answer.status === 204 ? null : answer.json()
}
const makeLink = async (isMailed = true) => passwordLinkSchema.parse(await ask('POST', `/users/${ben}/password-link`, { isMailed }))
const page = async (id = ben) => userPageSchema.parse(await ask('GET', `/users/${id}`))
const waiting = () => workspace.db.selectFrom('mail').select(['kind', 'email', 'accountId']).execute()
const choose = (token: string) => resetPassword(workspace.db, token, 'grüne Wolken im Keller', time)

describe('a new user’s link', () => {
  it('is mailed as an invitation, and again where it could not be', async () => {
    workspace.server.refused.set('eve@example.com', 550)
    const wanted = { email: 'Eve@example.com', name: 'Eve', role: 'member', language: 'de', licenceIds: [] }
    const { user, isMailed } = userMadeSchema.parse(await ask('POST', '/users', wanted))
    expect(isMailed).toBe(true)
    await workspace.post()
    const { mails, hasPassword } = await page(user.id)
    expect([mails, hasPassword]).toMatchObject([[{ kind: 'password-link', state: 'failed', problem: 'refused', email: 'eve@example.com' }], false])
    workspace.server.refused.clear()
    await ask('POST', `/users/${user.id}/password-link`, { isMailed: true })
    await workspace.post()
    expect((await page(user.id)).mails).toEqual([])
    const { content } = await workspace.server.next('eve@example.com')
    expect(content).toContain('lädt Sie ein')
    time += 13 * 24 * hour
    expect(await choose(tokenIn(content))).toBe('done')
    expect((await page(user.id)).hasPassword).toBe(true)
  })

  it('is not mailed where making the user was taken back', async () => {
    const wanted = { email: 'eve@example.com', name: 'Eve', role: 'member', language: 'en', licenceIds: [] }
    const { user } = userMadeSchema.parse(await ask('POST', '/users', wanted))
    await ask('POST', `/users/${user.id}/delete`, { email: user.email })
    await workspace.post()
    expect(workspace.recipients()).toEqual([])
  })
})

describe('a link for a new password', () => {
  it('is given up while it is good, and tells so on the user’s page', async () => {
    await choose((await makeLink(false)).link.split('#')[1] ?? '')
    await makeLink()
    const begun = time
    for (let state = 'waiting'; state === 'waiting'; ) {
      await workspace.post('one', nowhere())
      const [mail] = (await page()).mails
      state = mail?.state ?? 'sent'
      time = mail?.nextTryAt ?? time
    }
    expect((await page()).mails).toMatchObject([{ kind: 'password-link', state: 'failed', problem: 'no-server' }])
    expect(time - begun).toBeLessThan(hour)
    // Made anew for copying, there is nothing to be told any more.
    const { link, isMailed } = await makeLink(false)
    expect([isMailed, (await page()).mails]).toEqual([false, []])
    expect(await choose(tokenIn(link))).toBe('done')
  })

  it('is good for an hour from when it is sent', async () => {
    await choose((await makeLink(false)).link.split('#')[1] ?? '')
    await makeLink()
    await workspace.post('one', nowhere())
    time += waits[0] ?? 0
    await workspace.post('one', nowhere())
    time += waits[1] ?? 0
    await workspace.post()
    const { content } = await workspace.server.next('ben@example.com')
    time += hour - 1
    expect(await choose(tokenIn(content))).toBe('done')
  })

  it('is not sent once it was taken back, used, or replaced', async () => {
    await makeLink()
    await ask('DELETE', `/users/${ben}/password-link`)
    await workspace.post()
    const { link } = await makeLink()
    expect(await choose(tokenIn(link))).toBe('done')
    await workspace.post()
    expect([workspace.recipients(), await waiting()]).toEqual([[], []])
    await makeLink()
    await makeLink()
    await workspace.post()
    expect(workspace.recipients()).toEqual(['ben@example.com'])
  })

  it('waits for somebody who is switched off or removed, which can be taken back', async () => {
    await makeLink()
    await ask('DELETE', `/users/${ben}`)
    await workspace.post()
    expect(workspace.recipients()).toEqual([])
    await ask('POST', `/users/${ben}/restore`)
    time += 5 * 60_000
    await workspace.post()
    expect(workspace.recipients()).toEqual(['ben@example.com'])
  })

  it('is written down alike for those who have an account and those who have none', async () => {
    for (const email of ['Ben@example.com', 'nobody@example.com']) await ask('POST', '/password-resets', { email })
    expect(await waiting()).toEqual(
      expect.arrayContaining([
        { kind: 'forgotten', email: 'ben@example.com', accountId: null },
        { kind: 'forgotten', email: 'nobody@example.com', accountId: null },
      ]),
    )
    await workspace.post()
    expect([workspace.recipients(), await waiting()]).toEqual([['ben@example.com'], []])
    const made = await workspace.db.selectFrom('event').where('name', '=', 'PasswordLinkMade').select(['authorId', 'affectedItem', 'address']).execute()
    expect(made).toEqual([{ authorId: null, affectedItem: 'ben@example.com', address: '127.0.0.1' }])
  })

  it('tells that it could not be sent also where nobody could have tried', async () => {
    await makeLink()
    time += 15 * 24 * hour
    await removeExpired(workspace.db, time)
    expect((await page()).mails).toMatchObject([{ state: 'failed', problem: 'no-server' }])
    time += 31 * 24 * hour
    await removeExpired(workspace.db, time)
    expect((await page()).mails).toEqual([])
  })
})

describe('a new e-mail', () => {
  const own = async () => ownAccountSchema.parse(await ask('GET', '/own-account')).newEmail
  beforeEach(async () => {
    const anna = await findActiveAccount(workspace.db, workspace.administratorId)
    if (anna === null) throw new Error('Anna is gone')
    await askNewEmail(workspace.db, anna, 'anna2@example.com', workspace.sealing, time)
  })

  it('is confirmed at both addresses, also where one of the mails took until the next day', async () => {
    workspace.server.refused.set('anna2@example.com', 450)
    await workspace.post()
    expect(await confirmNewEmail(workspace.db, tokenIn((await workspace.server.next('anna@example.com')).content), time)).toBe('confirmed')
    expect(await own()).toMatchObject({ isConfirmedAtOld: true, mails: [{ email: 'anna2@example.com', problem: 'not-now' }] })
    for (const wait of waits) {
      time += wait
      await workspace.post()
    }
    workspace.server.refused.clear()
    expect(await own()).toMatchObject({ mails: [{ email: 'anna2@example.com', state: 'failed', problem: 'not-now' }] })
    await ask('POST', '/own-account/email/resend')
    await workspace.post()
    time += 23 * hour
    expect(await confirmNewEmail(workspace.db, tokenIn((await workspace.server.next('anna2@example.com')).content), time)).toBe('changed')
  })

  it('is not asked for once it was given up, and has nothing to send again where all was sent', async () => {
    await ask('DELETE', '/own-account/email')
    await workspace.post()
    expect(workspace.recipients()).toEqual([])
    expect((await send('POST', '/own-account/email/resend')).status).toBe(404)
  })
})

describe('the company’s deletion', () => {
  it('is told to every administrator, unless it was taken back before', async () => {
    await workspace.add('Olga', 'olga@example.com', 'administrator')
    const [company] = await workspace.db.selectFrom('company').select('name').execute()
    await ask('POST', '/company/deletion', { name: company?.name })
    await ask('DELETE', '/company/deletion')
    await workspace.post()
    expect(workspace.recipients()).toEqual([])
    time += 1
    await ask('POST', '/company/deletion', { name: company?.name })
    await workspace.post()
    expect(workspace.recipients()).toEqual(['anna@example.com', 'olga@example.com'])
  })
})
