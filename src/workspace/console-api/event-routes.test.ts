import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { eventsCheckSchema, eventsPageSchema, eventsRetentionSchema } from '../../contract/console-events'
import type { RunningWorkspace } from '../start-workspace'
import { createBrowser, type Browser } from '../testing/browser'
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace'

// Passwords are hashed as slowly here as anywhere.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const password = 'correct horse battery'
let temporary: TemporaryWorkspace
let workspace: RunningWorkspace
let anna: Browser

const address = (path: string) => `${workspace.address}/console-api${path}`
const page = async (search = '') =>
  eventsPageSchema.parse(await (await anna.send('GET', address(`/events${search}`))).json())

async function signInAs(email: string): Promise<Browser> {
  const browser = createBrowser()
  expect((await browser.send('POST', address('/sign-in'), { email, password })).status).toBe(200)
  return browser
}

beforeAll(async () => {
  temporary = temporaryWorkspace()
  workspace = await temporary.start()
  anna = createBrowser()
  const company = { companyName: 'Example', name: 'Anna', email: 'anna@example.com', password, language: 'en' }
  expect((await anna.send('POST', address('/company'), company)).status).toBe(200)
  const administration = await temporary.administration()
  for (const [email, role] of [
    ['uma@example.com', 'user-manager'],
    ['mo@example.com', 'member'],
    ['=cmd@example.com', 'member'],
  ] as const) {
    await administration.addAccount({ name: email, email, password, role })
  }
  await administration.setRole('mo@example.com', 'user-manager')
  await administration.setRole('mo@example.com', 'member')
  await administration.close()
})
afterAll(async () => {
  await workspace.stop()
  await temporary.remove()
})

describe('the event log', () => {
  it('is given newest first, with who did it and from where', async () => {
    const { events, before } = await page()
    expect(before).toBeNull()
    expect(events.map(({ number }) => number)).toEqual(events.map((_, at) => events.length - at))
    expect(events.at(-1)).toMatchObject({ name: 'CompanyCreated', author: 'anna@example.com', address: '127.0.0.1' })
    expect(events[0]).toMatchObject({ name: 'EditUserPermissions', details: { role: 'member', before: 'user-manager' } })
  })

  it('is filtered by who, what, whom and when', async () => {
    expect((await page('?affected=MO@')).events.length).toBe(3)
    expect((await page('?affected=mo@&name=UserCreated')).events.length).toBe(1)
    expect((await page('?author=anna&name=CompanyCreated')).events.length).toBe(1)
    expect((await page('?author=_nna')).events).toEqual([])
    expect((await page(`?from=${String(Date.now() + 60_000)}`)).events).toEqual([])
    expect((await page('?to=1')).events).toEqual([])
    expect((await page('?before=2')).events.map(({ number }) => number)).toEqual([1])
  })

  it('is exported without formulas', async () => {
    const response = await anna.send('GET', address('/events/export?affected=cmd'))
    expect(response.headers.get('content-type')).toContain('text/csv')
    const [columns, row, ...rest] = (await response.text()).split('\r\n')
    expect(columns).toContain('"Number","Time","Event"')
    expect(row).toContain(`"'=cmd@example.com"`)
    expect(rest).toEqual([''])
  })

  it('is checked, and kept for as long as an administrator says', async () => {
    const set = await anna.send('PUT', address('/events/retention'), { keptDays: 90 })
    expect(eventsRetentionSchema.parse(await set.json())).toEqual({ keptDays: 90 })
    const read = await anna.send('GET', address('/events/retention'))
    expect(eventsRetentionSchema.parse(await read.json())).toEqual({ keptDays: 90 })
    expect((await page()).events[0]).toMatchObject({ name: 'EditEventLogRetention', details: { keptDays: 90 } })
    const check = await anna.send('POST', address('/events/check'))
    expect(eventsCheckSchema.parse(await check.json())).toMatchObject({ outcome: 'intact' })
    for (const keptDays of [0, -1, 1.5, '30', 1e9]) {
      expect((await anna.send('PUT', address('/events/retention'), { keptDays })).status).toBe(400)
    }
  })

  it('is for administrators alone', async () => {
    const others = [
      [await signInAs('uma@example.com'), 403],
      [await signInAs('mo@example.com'), 403],
      [createBrowser(), 401],
    ] as const
    for (const [browser, status] of others) {
      for (const [method, path] of [
        ['GET', '/events'],
        ['GET', '/events/export'],
        ['POST', '/events/check'],
        ['GET', '/events/retention'],
        ['PUT', '/events/retention'],
      ] as const) {
        const body = method === 'PUT' ? { keptDays: 1 } : undefined
        expect((await browser.send(method, address(path), body)).status, `${method} ${path}`).toBe(status)
      }
    }
  })

  it('answers any filter with entries or a refusal', async () => {
    const field = fc.constantFrom('author', 'name', 'affected', 'from', 'to', 'before')
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String), fc.constantFrom('%', '\\', "'", '\0'))
    await fc.assert(
      fc.asyncProperty(fc.dictionary(field, value), async (filter) => {
        const search = new URLSearchParams(filter).toString()
        expect([200, 400]).toContain((await anna.send('GET', address(`/events?${search}`))).status)
      }),
      { numRuns: 100 },
    )
  })
})
