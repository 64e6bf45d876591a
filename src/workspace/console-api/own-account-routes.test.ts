import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { eventsPageSchema } from '../../contract/console-events'
import { emailConfirmedSchema, ownAccountSchema, ownSessionsSchema, passwordLinkSchema } from '../../contract/own-account'
import type { RunningWorkspace } from '../start-workspace'
import { createBrowser, type Browser } from '../testing/browser'
import { startMailServer, type MailServer } from '../testing/mail-server'
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace'

// Passwords are hashed as slowly here as anywhere.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const password = 'correct horse battery'
let temporary: TemporaryWorkspace
let workspace: RunningWorkspace
let mail: MailServer
let anna: Browser
let moId: string
/** How far the workspace's clock is ahead: by a minute for each sign-in, of which it takes ten a minute. */
let ahead = 0

const address = (path: string) => `${workspace.address}/console-api${path}`
const status = async (browser: Browser, method: string, path: string, body?: unknown) =>
  (await browser.send(method, address(path), body)).status
const stranger = () => createBrowser()

async function signIn(email: string, secret = password): Promise<{ browser: Browser; status: number }> {
  ahead += 61_000
  const browser = createBrowser()
  return { browser, status: await status(browser, 'POST', '/sign-in', { email, password: secret }) }
}

async function linkFor(to: string): Promise<string> {
  return /#([\w-]{43})/.exec((await mail.next(to)).content)?.[1] ?? ''
}

beforeAll(async () => {
  mail = await startMailServer()
  temporary = temporaryWorkspace(() => Date.now() + ahead)
  workspace = await temporary.start({ mail: { server: mail.address, from: 'meet@example.com' } })
  anna = createBrowser()
  const company = { companyName: 'Example', name: 'Anna', email: 'anna@example.com', password, language: 'en' }
  expect(await status(anna, 'POST', '/company', { ...company, password: 'anna@example' })).toBe(400)
  expect(await status(anna, 'POST', '/company', company)).toBe(200)
  const administration = await temporary.administration()
  const mo = { name: 'Mo', email: 'mo@example.com', password, role: 'member', language: 'de' } as const
  moId = (await administration.addAccount(mo)).id
  await administration.addAccount({ ...mo, name: 'Uma', email: 'uma@example.com', role: 'user-manager' })
  await administration.close()
})
afterAll(async () => {
  await workspace.stop()
  await temporary.remove()
  await mail.stop()
})

describe('one’s own account', () => {
  it('is renamed by a member as well, and never given a role', async () => {
    const { browser } = await signIn('mo@example.com')
    const answer = await browser.send('PUT', address('/own-account'), { name: 'Mo Müller', language: 'fr' })
    expect(ownAccountSchema.parse(await answer.json())).toMatchObject({ name: 'Mo Müller', language: 'fr', newEmail: null })
    expect(await status(browser, 'PUT', '/own-account', { role: 'administrator' })).toBe(400)
    expect(await status(stranger(), 'GET', '/own-account')).toBe(401)
  })

  it('gets another password from whoever knows the old one; other browsers are signed out', async () => {
    const [here, there] = [(await signIn('mo@example.com')).browser, (await signIn('mo@example.com')).browser]
    const better = 'wolken am grünen Fenster'
    const change = (current: string, wanted: string) =>
      here.send('POST', address('/own-account/password'), { current, password: wanted })
    expect(await (await change('wrong', better)).json()).toEqual({ error: 'wrong-credentials' })
    expect(await (await change(password, 'passwordpassword')).json()).toEqual({ error: 'password-too-common' })
    expect(await (await change(password, 'Mo@example.com')).json()).toEqual({ error: 'password-too-common' })
    expect((await change(password, better)).status).toBe(204)
    expect([await status(here, 'GET', '/me'), await status(there, 'GET', '/me')]).toEqual([200, 401])
    expect((await signIn('mo@example.com')).status).toBe(401)
    expect((await here.send('POST', address('/own-account/password'), { current: better, password })).status).toBe(204)
  })

  it('lists its sessions and ends one, or all others', async () => {
    const [here, there, elsewhere] = await Promise.all([1, 2, 3].map(async () => (await signIn('uma@example.com')).browser))
    if (here === undefined || there === undefined || elsewhere === undefined) throw new Error('three browsers')
    const list = async (browser: Browser) =>
      ownSessionsSchema.parse(await (await browser.send('GET', address('/own-account/sessions'))).json()).sessions
    const sessions = await list(here)
    expect(sessions.map(({ isCurrent, kind }) => [isCurrent, kind])).toEqual([
      [true, 'browser'],
      [false, 'browser'],
      [false, 'browser'],
    ])
    const foreign = (await list(anna))[0]?.id ?? ''
    expect(await status(here, 'DELETE', `/own-account/sessions/${foreign}`)).toBe(404)
    const current = (await list(there))[0]?.id ?? ''
    expect(await status(here, 'DELETE', `/own-account/sessions/${current}`)).toBe(204)
    expect([await status(there, 'GET', '/me'), await status(elsewhere, 'GET', '/me')]).toEqual([401, 200])
    expect(await status(here, 'DELETE', '/own-account/sessions')).toBe(204)
    expect([await status(here, 'GET', '/me'), await status(elsewhere, 'GET', '/me')]).toEqual([200, 401])
  })

  it('gets another e-mail once both addresses have confirmed', async () => {
    const { browser } = await signIn('mo@example.com')
    const ask = (email: string, current: string) => browser.send('POST', address('/own-account/email'), { email, current })
    expect((await ask('mo2@example.com', 'wrong')).status).toBe(401)
    expect((await ask('Mo2@example.com', password)).status).toBe(200)
    const [atOld, atNew] = [await linkFor('mo@example.com'), await linkFor('mo2@example.com')]
    const confirm = (token: string) => stranger().send('POST', address('/email-confirmations'), { token })
    expect(emailConfirmedSchema.parse(await (await confirm(atNew)).json())).toEqual({ isChanged: false })
    expect((await confirm(atNew)).status).toBe(404)
    expect((await signIn('mo2@example.com')).status).toBe(401)
    expect(emailConfirmedSchema.parse(await (await confirm(atOld)).json())).toEqual({ isChanged: true })
    expect((await signIn('mo2@example.com')).status).toBe(200)
    const log = eventsPageSchema.parse(await (await anna.send('GET', address('/events?name=EditUserProperties'))).json())
    expect(log.events[0]).toMatchObject({ author: 'mo@example.com', details: { email: 'mo2@example.com' } })
  })

  it('keeps its e-mail when the new one is given up or taken', async () => {
    const { browser } = await signIn('uma@example.com')
    const ask = (email: string) => browser.send('POST', address('/own-account/email'), { email, current: password })
    const confirm = (token: string) => status(stranger(), 'POST', '/email-confirmations', { token })
    await ask('uma2@example.com')
    const [given, up] = [await linkFor('uma@example.com'), await linkFor('uma2@example.com')]
    expect((await browser.send('DELETE', address('/own-account/email'))).status).toBe(200)
    expect([await confirm(given), await confirm(up)]).toEqual([404, 404])
    // Whether another account has it is not told before the mail of that address has confirmed.
    expect((await ask('anna@example.com')).status).toBe(200)
    expect(await confirm(await linkFor('uma@example.com'))).toBe(200)
    expect(await confirm(await linkFor('anna@example.com'))).toBe(404)
    expect((await signIn('uma@example.com')).status).toBe(200)
  })
})

describe('a forgotten password', () => {
  it('is replaced by a mailed link, once, and ends every session', async () => {
    const { browser } = await signIn('uma@example.com')
    expect(await status(stranger(), 'POST', '/password-resets', { email: 'UMA@example.com' })).toBe(204)
    const token = await linkFor('uma@example.com')
    const use = (wanted: string) => status(stranger(), 'POST', '/password-resets/use', { token, password: wanted })
    expect(await use('passwordpassword')).toBe(400)
    expect(await use('grüne Wolken im Keller')).toBe(204)
    expect(await use('noch grünere Wolken im Keller')).toBe(404)
    expect(await status(browser, 'GET', '/me')).toBe(401)
    expect((await signIn('uma@example.com', 'grüne Wolken im Keller')).status).toBe(200)
  })

  it('is asked for alike whether there is such an account, and a few times only', async () => {
    const ask = (email: string) => stranger().send('POST', address('/password-resets'), { email })
    const answers = [await ask('anna@example.com'), await ask('nobody@example.com')]
    expect(answers.map((answer) => answer.status)).toEqual([204, 204])
    expect(await answers[1]?.text()).toBe(await answers[0]?.text())
    const sent = await linkFor('anna@example.com')
    expect(sent).toHaveLength(43)
    for (const email of ['anna@example.com', 'nobody@example.com']) {
      const more = [await ask(email), await ask(email), await ask(email)]
      expect(more.map((answer) => answer.status)).toEqual([204, 204, 429])
      expect(more[2]?.headers.get('retry-after')).toMatch(/^\d+$/)
    }
    expect(mail.received.some(({ to }) => to === 'nobody@example.com')).toBe(false)
  })

  it('is replaced by an administrator’s link, which a user manager has for members alone', async () => {
    const made = passwordLinkSchema.parse(await (await anna.send('POST', address(`/users/${moId}/password-link`), { isMailed: true })).json())
    expect(made.link).toMatch(/\/reset-password#[\w-]{43}$/)
    expect(made.isMailed).toBe(true)
    const { browser: uma } = await signIn('uma@example.com', 'grüne Wolken im Keller')
    expect(await status(uma, 'POST', `/users/${moId}/password-link`, { isMailed: true })).toBe(200)
    const me: unknown = await (await anna.send('GET', address('/me'))).json()
    const annaId = /"id":"(u\w+)"/.exec(JSON.stringify(me))?.[1] ?? ''
    expect(await status(uma, 'POST', `/users/${annaId}/password-link`, { isMailed: true })).toBe(403)
    expect(await status(uma, 'DELETE', `/users/${annaId}/sessions`)).toBe(403)
    const { browser: mo } = await signIn('mo2@example.com')
    expect(await status(mo, 'POST', `/users/${moId}/password-link`, { isMailed: true })).toBe(403)
    expect(await status(anna, 'DELETE', `/users/${moId}/sessions`)).toBe(204)
    expect(await status(mo, 'GET', '/me')).toBe(401)
  })
})
