import { randomBytes } from 'node:crypto'
import { decode, encode } from 'fast-png'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { companySettingsSchema } from '../../contract/company'
import { consoleRequestHeader } from '../../contract/console-api'
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
let mo: Browser

const address = (path: string) => `${workspace.address}/console-api${path}`
const send = (browser: Browser, method: string, path: string, body?: unknown) =>
  browser.send(method, address(path), body)

async function signIn(email: string, secret = password): Promise<{ browser: Browser; answer: unknown[] }> {
  const browser = createBrowser()
  const answer = await send(browser, 'POST', '/sign-in', { email, password: secret })
  return { browser, answer: [answer.status, await answer.json()] }
}

beforeAll(async () => {
  mail = await startMailServer()
  temporary = temporaryWorkspace()
  workspace = await temporary.start({ mail: { server: mail.address, from: 'meet@example.com' } })
  anna = createBrowser()
  const company = { companyName: 'Example', name: 'Anna', email: 'anna@example.com', password, language: 'de' }
  expect((await send(anna, 'POST', '/company', company)).status).toBe(200)
  const administration = await temporary.administration()
  await administration.addAccount({ name: 'Mo', email: 'mo@example.com', password, role: 'member' })
  await administration.close()
  mo = (await signIn('mo@example.com')).browser
})
afterAll(async () => {
  await workspace.stop()
  await temporary.remove()
  await mail.stop()
})

it('takes a picture, draws it anew, and shows it to everybody', async () => {
  const data = Uint8Array.from(randomBytes(256 * 256 * 4))
  const file = encode({ width: 256, height: 256, channels: 4, depth: 8, data })
  // More than any other body may be.
  expect(file.length).toBeGreaterThan(64 * 1024)
  const cookie = [...anna.cookies()].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(address('/company/picture'), {
    method: 'PUT',
    headers: { cookie, [consoleRequestHeader]: '1', 'content-type': 'image/png' },
    body: Uint8Array.from(file),
  })
  expect(companySettingsSchema.parse(await answer.json()).picture).toMatch(/^[\da-f]{16}$/)
  const shown = await send(mo, 'GET', '/company/picture')
  expect(shown.headers.get('content-type')).toBe('image/png')
  const { data: pixels } = decode(new Uint8Array(await shown.arrayBuffer()))
  expect(Buffer.from(pixels.buffer).equals(data)).toBe(true)
})

it('lets administrators alone sign in while the company is to be deleted, and tells the others so', async () => {
  expect((await send(anna, 'POST', '/company/deletion', { name: 'Example' })).status).toBe(200)
  const { content } = await mail.next('anna@example.com')
  expect(content).toContain('Anna lässt Example aus Parley löschen')

  expect((await signIn('mo@example.com')).answer).toEqual([403, { error: 'company-ends' }])
  // Whoever does not know the password hears nothing of it.
  expect((await signIn('mo@example.com', 'not the password')).answer).toEqual([401, { error: 'wrong-credentials' }])
  const { browser, answer } = await signIn('anna@example.com')
  expect(answer[0]).toBe(200)
  // Nobody is thrown out of a meeting.
  expect((await send(mo, 'GET', '/me')).status).toBe(200)

  expect((await send(browser, 'DELETE', '/company/deletion')).status).toBe(200)
  expect((await signIn('mo@example.com')).answer[0]).toBe(200)
})
