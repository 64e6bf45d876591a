import { request } from 'node:http'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMetrics } from './http/metrics'
import type { AnsweredRequest } from './http/request-log'
import type { RunningWorkspace } from './start-workspace'
import { exchange } from './testing/browser'
import { temporaryWorkspace, type TemporaryWorkspace } from './testing/temporary-workspace'

vi.setConfig({ testTimeout: 60_000 })

let temporary: TemporaryWorkspace
let workspace: RunningWorkspace | null = null

beforeEach(() => {
  temporary = temporaryWorkspace()
})
afterEach(async () => {
  await workspace?.stop()
  workspace = null
  await temporary.remove()
})

const publicAddress = 'https://meet.example.com'
const company = JSON.stringify({ companyName: 'Example', name: 'Anna', email: 'anna@example.com', password: 'correct horse battery', language: 'en' })

/** As the proxy passes it on: the public name, and whom it speaks for. */
const throughProxy = (caller: string, proto = 'https') => ({
  host: 'meet.example.com',
  'x-forwarded-for': caller,
  'x-forwarded-proto': proto,
  'x-parley-console': '1',
  'content-type': 'application/json',
  origin: publicAddress,
})

it('keeps its session in a __Host- cookie behind a TLS proxy, and counts sign-ins by the caller', async () => {
  const answered: AnsweredRequest[] = []
  workspace = await temporary.start(
    { publicAddress, trustedProxies: ['127.0.0.1'] },
    { answered: (one) => answered.push(one) },
  )
  const { address } = workspace
  const made = await exchange('POST', `${address}/console-api/company`, throughProxy('198.51.100.1'), company)
  expect(made.status).toBe(200)
  const [cookie = '', ...others] = made.headers.getSetCookie()
  expect(others).toEqual([])
  expect(cookie).toMatch(/^__Host-parley-/)
  expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure'])
  const [session = ''] = cookie.split(';')
  const me = await exchange('GET', `${address}/console-api/me`, { ...throughProxy('198.51.100.1'), cookie: session })
  expect(me.status).toBe(200)
  expect(answered.at(-1)).toMatchObject({ method: 'GET', route: '/console-api/me', status: 200, caller: '198.51.100.1' })

  // Ten tries a minute: whoever used them up waits, and nobody else does. What a caller claims itself changes nothing.
  const wrong = JSON.stringify({ email: 'nobody@example.com', password: 'not the password' })
  const tryFrom = (forwardedFor: string) =>
    exchange('POST', `${address}/console-api/sign-in`, throughProxy(forwardedFor), wrong).then(({ status }) => status)
  const statuses = []
  for (let tries = 0; tries < 12; tries += 1) statuses.push(await tryFrom(`10.9.8.${tries}, 203.0.113.9`))
  expect(statuses.slice(-2)).toEqual([429, 429])
  expect(await tryFrom('203.0.113.10')).toBe(401)
})

it('sends who comes in the clear to where it is safe', async () => {
  workspace = await temporary.start({ publicAddress, trustedProxies: ['127.0.0.0/8'] })
  const { address } = workspace
  const page = await exchange('GET', `${address}/nav/users/company?a=b`, throughProxy('198.51.100.1', 'http'))
  expect([page.status, page.headers.get('location')]).toEqual([308, `${publicAddress}/nav/users/company?a=b`])
  expect((await exchange('POST', `${address}/console-api/sign-in`, throughProxy('198.51.100.1', 'http'), company)).status).toBe(403)
})

it('tells its operator how it is, under any name', async () => {
  const metrics = await createMetrics()
  workspace = await temporary.start({}, { metrics, answered: metrics.record })
  const at = (path: string, headers: Record<string, string> = {}) =>
    exchange('GET', `${workspace?.address}${path}`, { host: '10.1.2.3:8080', ...headers })
  expect((await at('/healthz')).status).toBe(200)
  expect((await at('/readyz')).status).toBe(200)
  expect((await at('/sign-in')).status).toBe(421)
  await exchange('GET', `${workspace.address}/api/v1/users/a-secret?token=hidden`, {})
  const figures = await (await at('/metrics')).text()
  expect(figures).toContain('route="/api/v1/users/:id",status="401"')
  expect(figures).toMatch(/process_resident_memory_bytes \d+/)
  expect(figures).not.toMatch(/secret|hidden/)
})

it('shows its figures to who has the token alone, once others can reach it', async () => {
  const metrics = await createMetrics()
  const metricsToken = 'a-token-of-the-operator'
  const figures = (headers: Record<string, string> = {}) => exchange('GET', `${workspace?.address}/metrics`, headers)
  workspace = await temporary.start({ publicAddress, metricsToken }, { metrics })
  expect((await figures()).status).toBe(401)
  expect((await figures({ authorization: 'Bearer another-token-of-somebody' })).status).toBe(401)
  expect((await figures({ authorization: `Bearer ${metricsToken}` })).status).toBe(200)
  await workspace.stop()
  workspace = await temporary.start({ publicAddress }, { metrics })
  expect((await figures()).status).toBe(404)
})

it('answers what is under way when it stops, and takes nothing new', async () => {
  const running = await temporary.start({ grace: 30 })
  const { port } = new URL(running.address)
  const body = JSON.stringify({ email: 'nobody@example.com', password: 'not the password' })
  const sent = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/console-api/sign-in',
    agent: false,
    headers: {
      expect: '100-continue',
      'x-parley-console': '1',
      'content-type': 'application/json',
      'content-length': String(body.length),
    },
  })
  const status = new Promise<number | undefined>((resolve, reject) => {
    sent.on('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    sent.on('error', reject)
  })
  // The workspace has the request, and waits for its body.
  await new Promise((resolve) => {
    sent.on('continue', resolve)
    sent.flushHeaders()
  })
  const stopped = running.stop()
  await expect(exchange('GET', `${running.address}/healthz`, {})).rejects.toThrow(/ECONNREFUSED/)
  sent.end(body)
  // It took the database to answer that.
  expect(await status).toBe(401)
  await stopped
})
