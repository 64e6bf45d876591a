import { readFile } from 'node:fs/promises'
import { runInPage } from './harness/run-in-page'
import { expect, test } from './harness/test'

/** Addresses that would lead out of the pages' folder, or to what is no page. */
const addresses = [
  'app://parley/../../../../../../../../etc/passwd',
  'app://parley/..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd',
  'app://parley/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  'app://parley/..%5c..%5c..%5cetc%5cpasswd',
  'app://parley/%252e%252e/%252e%252e/etc/passwd',
  'app://parley//etc/passwd',
  'app://parley/%2fetc%2fpasswd',
  'app://parley/index.html%00.png',
  'app://parley/../main/main.js',
  'app://parley/%2e%2e/preload/preload.cjs',
  'app://parley/%2e%2e%2fmain%2fmain.js',
  'app://parley/assets/../../main/main.js',
  'app://parley/%E0%A4%A',
  'app://elsewhere/index.html',
  'file:///etc/passwd',
]

test('the client’s scheme gives its pages and nothing else', async ({ launch }) => {
  const parley = await launch()
  await expect(parley.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const passwords = await readFile('/etc/passwd', 'utf8')

  for (const address of addresses) {
    const inPage = await runInPage(parley, `const answer = await fetch(${JSON.stringify(address)}); return [answer.status, await answer.text()]`)
    const inMain = await parley.electron.evaluate(async ({ net }, from) => {
      if (from.startsWith('file:')) return 'not asked'
      return net.fetch(from, { bypassCustomProtocolHandlers: false }).then(
        async (answer) => [answer.status, await answer.text()],
        (error: unknown) => String(error),
      )
    }, address)
    for (const answer of [inPage, inMain]) {
      if (Array.isArray(answer)) expect(JSON.stringify(answer), address).toMatch(/^\[40[0-9],""\]$/)
      expect(JSON.stringify(answer), address).not.toContain(passwords.slice(0, 20))
    }
  }
})

test('the page is served with a policy that allows nothing from elsewhere', async ({ launch }) => {
  const parley = await launch()
  const answer = await runInPage(
    parley,
    `const answer = await fetch('app://parley/'); return [answer.status, answer.headers.get('content-security-policy'), answer.headers.get('x-content-type-options')]`,
  )
  expect(answer).toEqual([200, expect.stringContaining("default-src 'none'"), 'nosniff'])
  const policy = Array.isArray(answer) ? String(answer[1]) : ''
  for (const rule of ["script-src 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'"]) expect(policy).toContain(rule)
  for (const hole of ['unsafe-inline', 'unsafe-eval', 'http:', 'https:', '*']) expect(policy).not.toContain(hole)
})

test('the page is alone: sandboxed, isolated, without Node', async ({ launch }) => {
  const parley = await launch()
  expect(await runInPage(parley, `return [typeof require, typeof process, typeof module, typeof Buffer, typeof global]`)).toEqual(
    Array(5).fill('undefined'),
  )
  expect(await runInPage(parley, `return Object.keys(window.parley).sort()`)).toEqual(['invoke', 'on'])
  const preferences = await parley.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return contents !== undefined && 'getLastWebPreferences' in contents && typeof contents.getLastWebPreferences === 'function'
      ? JSON.stringify(contents.getLastWebPreferences.call(contents))
      : '{}'
  })
  expect(JSON.parse(preferences)).toMatchObject({
    sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false, experimentalFeatures: false,
  })
})
