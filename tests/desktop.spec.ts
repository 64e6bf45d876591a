import { createServer } from 'node:http'
import { join } from 'node:path'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { run } from './harness/processes'
import { findSecret } from './harness/secrets-on-disk'
import { expect, test } from './harness/test'

// What all other tests stand on: that the desktop they use is a real one.

test('the desktop opens addresses in its default browser, and in the one that runs already', async ({ desktop }) => {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html').end(`<title>${request.url ?? ''}</title>`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${String(address.port)}` : ''

  const first = run('xdg-open', [`${origin}/first`], { env: desktop.env })
  await expect(await desktop.browser.tab(({ pathname }) => pathname === '/first')).toHaveTitle('/first')
  await run('xdg-open', [`${origin}/second`], { env: desktop.env })
  await expect(await desktop.browser.tab(({ pathname }) => pathname === '/second')).toHaveTitle('/second')

  expect(await desktop.browser.starts()).toBe(2)
  expect((await desktop.browser.tabs()).map((tab) => new URL(tab.url()).pathname)).toEqual(['/first', '/second'])
  server.close()
  await desktop.close()
  await first
})

test('the keychain keeps, locks and gives back', async ({ desktop }) => {
  const secretTool = (args: string[], input = '') => run('secret-tool', args, { env: desktop.env, input })
  await secretTool(['store', '--label=one', 'service', 'test', 'account', 'one'], 'first')
  await secretTool(['store', '--label=two', 'service', 'test', 'account', 'two'], 'second')
  const all = [
    { service: 'test', account: 'one', secret: 'first' },
    { service: 'test', account: 'two', secret: 'second' },
  ]
  expect((await desktop.keychain.entries('test')).sort((a, b) => a.account.localeCompare(b.account))).toEqual(all)
  await desktop.keychain.lock()
  expect((await secretTool(['lookup', 'service', 'test', 'account', 'one'])).output).toBe('')
  await desktop.keychain.unlock()
  expect((await secretTool(['lookup', 'service', 'test', 'account', 'one'])).output).toBe('first')
})

test.describe('without a keychain', () => {
  test.use({ keychain: 'missing' })

  test('nothing answers for it, and nothing starts it', async ({ desktop }) => {
    const { status, errors } = await run('secret-tool', ['lookup', 'service', 'test'], { env: desktop.env })
    expect(status).not.toBe(0)
    expect(errors).toContain('org.freedesktop.secrets')
  })
})

test('a secret on disk is found in every form', async ({ desktop }) => {
  const secret = 'a refresh token, 32 characters ..'
  const forms = [
    (text: string) => text,
    (text: string) => Buffer.from(text, 'utf16le').toString('latin1'),
    (text: string) => Buffer.from(text).toString('hex'),
    (text: string) => encodeURIComponent(text),
    (text: string) => Buffer.from(text).toString('base64'),
    (text: string) => Buffer.from(`-${text}-`).toString('base64'),
    (text: string) => Buffer.from(`--${text}--`).toString('base64'),
  ]
  const folder = join(desktop.folder, 'searched')
  await mkdir(folder)
  for (const [index, form] of forms.entries()) await writeFile(join(folder, String(index)), form(secret), 'latin1')
  const found = await findSecret(folder, [secret])
  expect(new Set(found.map((line) => line.slice(0, line.indexOf(':')))).size).toBe(forms.length)
  expect(await findSecret(folder, ['another refresh token'])).toEqual([])
})
