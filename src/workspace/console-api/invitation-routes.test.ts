import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { invitationsSchema, invitedSchema, openInvitationsPageSchema, type Invitations } from '../../contract/invitations'
import type { RunningWorkspace } from '../start-workspace'
import { createBrowser, type Browser } from '../testing/browser'
import { startMailServer, type MailServer } from '../testing/mail-server'
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace'

// Passwords are hashed as slowly here as anywhere.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const password = 'correct horse battery'
const dayInMilliseconds = 86_400_000
let temporary: TemporaryWorkspace
let workspace: RunningWorkspace
let mail: MailServer
let anna: Browser
let uma: Browser
let ahead = 0

const address = (path: string) => `${workspace.address}/console-api${path}`
const send = (browser: Browser, method: string, path: string, body?: unknown) =>
  browser.send(method, address(path), body)
const list = async (browser = anna): Promise<Invitations> =>
  invitationsSchema.parse(await (await send(browser, 'GET', '/invitations')).json())
const open = async (browser = anna) =>
  openInvitationsPageSchema.parse(await (await send(browser, 'GET', '/invitations/open')).json()).invitations
const invite = (browser: Browser, emails: string[], role = 'member') =>
  send(browser, 'POST', '/invitations', { emails, role, language: 'de' })
const stranger = () => createBrowser()
const tokenOf = (link: string | undefined) => link?.split('#')[1] ?? ''
const join = (token: string) => ({ token, name: 'Neu Hier', password: 'grüne Wolken im Keller', language: 'de' })

async function signIn(email: string, secret = password): Promise<Browser> {
  ahead += 61_000
  const browser = createBrowser()
  expect((await send(browser, 'POST', '/sign-in', { email, password: secret })).status).toBe(200)
  return browser
}

beforeAll(async () => {
  mail = await startMailServer()
  temporary = temporaryWorkspace(() => Date.now() + ahead)
  workspace = await temporary.start({ mail: { server: mail.address, from: 'meet@example.com' } })
  anna = createBrowser()
  const company = { companyName: 'Example', name: 'Anna', email: 'anna@example.com', password, language: 'en' }
  expect((await send(anna, 'POST', '/company', company)).status).toBe(200)
  const administration = await temporary.administration()
  await administration.addAccount({ name: 'Uma', email: 'uma@example.com', password, role: 'user-manager' })
  await administration.addAccount({ name: 'Mo', email: 'mo@example.com', password, role: 'member' })
  await administration.close()
  uma = await signIn('uma@example.com')
})
afterAll(async () => {
  await workspace.stop()
  await temporary.remove()
  await mail.stop()
})

describe('an invitation', () => {
  it('is mailed, accepted once, and makes an account with its role', async () => {
    const answer = await invite(anna, ['New@example.com', 'new@example.com', 'uma@example.com'], 'user-manager')
    const { invited, leftOut } = invitedSchema.parse(await answer.json())
    expect([invited.map(({ email }) => email), leftOut]).toEqual([['new@example.com'], ['uma@example.com']])
    const { content } = await mail.next('new@example.com')
    expect(content).toContain('Anna lädt Sie ein')
    const token = /#([\w-]{43})/.exec(content)?.[1] ?? ''
    const offer = await send(stranger(), 'POST', '/invitation/read', { token })
    expect(await offer.json()).toEqual({ companyName: 'Example', email: 'new@example.com' })
    const weak = { ...join(token), password: 'passwordpassword' }
    expect((await send(stranger(), 'POST', '/invitation/accept', weak)).status).toBe(400)
    const accepted = await Promise.all([1, 2].map(() => send(stranger(), 'POST', '/invitation/accept', join(token))))
    expect(accepted.map(({ status }) => status).sort()).toEqual([204, 404])
    const me = await send(await signIn('new@example.com', 'grüne Wolken im Keller'), 'GET', '/me')
    expect(await me.json()).toMatchObject({ account: { role: 'user-manager', companyName: 'Example' } })
    expect(await open()).toEqual([])
  })

  it('is sent again with another link, withdrawn, and brought back', async () => {
    await invite(anna, ['later@example.com'])
    const [first] = await open()
    if (first === undefined) throw new Error('no invitation')
    expect((await send(anna, 'POST', `/invitations/${first.id}/resend`)).status).toBe(200)
    const [second] = await open()
    const read = async (token: string) => (await send(stranger(), 'POST', '/invitation/read', { token })).status
    expect([await read(tokenOf(first.link ?? '')), await read(tokenOf(second?.link ?? ''))]).toEqual([404, 200])
    expect((await send(anna, 'DELETE', `/invitations/${first.id}`)).status).toBe(200)
    expect([await open(), await read(tokenOf(second?.link ?? ''))]).toEqual([[], 404])
    expect((await send(anna, 'POST', `/invitations/${first.id}/restore`)).status).toBe(200)
    expect(await read(tokenOf(second?.link ?? ''))).toBe(200)
    ahead += 15 * dayInMilliseconds
    expect(await read(tokenOf(second?.link ?? ''))).toBe(404)
    expect((await open())[0]?.isOver).toBe(true)
    ahead -= 15 * dayInMilliseconds
  })

  it('is mailed after the next start, where the mail server was away until then', async () => {
    let later = 0
    const other = temporaryWorkspace(() => Date.now() + later)
    const begun = await other.start({ mail: { server: 'smtp://127.0.0.1:1', from: 'meet@example.com' } })
    const olga = createBrowser()
    const at = (path: string) => `${begun.address}/console-api${path}`
    await olga.send('POST', at('/company'), { companyName: 'Later', name: 'Olga', email: 'olga@example.com', password, language: 'en' })
    await olga.send('POST', at('/invitations'), { emails: ['durable@example.com'], role: 'member', language: 'en' })
    const first = async () => openInvitationsPageSchema.parse(await (await olga.send('GET', at('/invitations/open'))).json()).invitations[0]
    await expect.poll(async () => (await first())?.mail?.problem).toBe('no-server')
    await begun.stop()
    later = 60_000
    const again = await other.start({ mail: { server: mail.address, from: 'meet@example.com' } })
    expect((await mail.next('durable@example.com')).content).toContain('Olga invites you')
    await again.stop()
    await other.remove()
  })

  it('gives a user manager no way to a higher role', async () => {
    expect((await invite(uma, ['boss@example.com'], 'administrator')).status).toBe(403)
    await invite(anna, ['boss@example.com'], 'administrator')
    const boss = (await open()).find(({ email }) => email === 'boss@example.com')
    expect(boss?.role).toBe('administrator')
    expect(JSON.stringify(await open(uma))).not.toContain('boss@example.com')
    expect((await send(uma, 'POST', `/invitations/${boss?.id ?? ''}/resend`)).status).toBe(404)
    expect((await send(uma, 'DELETE', `/invitations/${boss?.id ?? ''}`)).status).toBe(404)
  })

  it('is no member’s and no stranger’s affair', async () => {
    const mo = await signIn('mo@example.com')
    for (const [browser, status] of [[mo, 403], [stranger(), 401]] as const) {
      expect((await send(browser, 'GET', '/invitations')).status).toBe(status)
      expect((await send(browser, 'GET', '/invitations/open')).status).toBe(status)
      expect((await invite(browser, ['x@example.com'])).status).toBe(status)
      expect((await send(browser, 'POST', '/invitations/company-link', { days: 1, mostUses: 1 })).status).toBe(status)
    }
  })
})

describe('the company’s link', () => {
  it('lets people ask to join, as often as it may, and tells nobody who is here', async () => {
    expect((await send(anna, 'POST', '/invitations/company-link', { days: 7, mostUses: 3 })).status).toBe(200)
    const token = tokenOf((await list()).companyLink?.link)
    expect(await (await send(stranger(), 'POST', '/invitation/read', { token })).json()).toEqual({
      companyName: 'Example',
      email: null,
    })
    const ask = (email: string) => send(stranger(), 'POST', '/invitation/ask', { ...join(token), email })
    const answers = [await ask('Ask@example.com'), await ask('anna@example.com'), await ask('ask2@example.com')]
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
    expect((await ask('ask3@example.com')).status).toBe(404)
    expect((await send(stranger(), 'POST', '/invitation/accept', join(token))).status).toBe(404)
    const { requests, companyLink } = await list(uma)
    expect(requests.map(({ email }) => email).sort()).toEqual(['ask2@example.com', 'ask@example.com'])
    expect(companyLink).toMatchObject({ uses: 3, isOver: true })

    const idOf = (email: string) => requests.find((request) => request.email === email)?.id ?? ''
    expect((await send(uma, 'POST', `/invitations/requests/${idOf('ask@example.com')}/accept`)).status).toBe(200)
    expect((await send(uma, 'POST', `/invitations/requests/${idOf('ask@example.com')}/accept`)).status).toBe(404)
    await signIn('ask@example.com', 'grüne Wolken im Keller')
    const other = `/invitations/requests/${idOf('ask2@example.com')}`
    expect((await send(uma, 'POST', `${other}/refuse`)).status).toBe(200)
    expect((await list()).requests).toEqual([])
    expect((await send(uma, 'POST', `${other}/restore`)).status).toBe(200)
    expect((await list()).requests).toHaveLength(1)
  })

  it('is withdrawn', async () => {
    await send(anna, 'POST', '/invitations/company-link', { days: 7, mostUses: 3 })
    const link = (await list()).companyLink
    expect((await send(anna, 'DELETE', `/invitations/${link?.id ?? ''}`)).status).toBe(200)
    expect((await send(stranger(), 'POST', '/invitation/read', { token: tokenOf(link?.link) })).status).toBe(404)
    expect((await list()).companyLink).toBeNull()
  })
})
