import type { ElectronApplication } from '@playwright/test'
import { requestNames, type RequestName } from '../src/contract/channel-names'
import { requests } from '../src/contract/channels'
import { askRaw, askThroughBridge, openWindow, ownPreload, writeRawPreload, type Asker } from './harness/foreign-windows'
import { startOutside } from './harness/outside'
import { expect, test } from './harness/test'

/** Payloads that no request takes; which of them a channel must refuse, its own schema says. */
const malformed: readonly unknown[] = [{ __nope: 1 }, '../../etc/passwd', 'https://example.com', 42, null, [], [{}], true, { theme: 'pink' }, { language: ['en'] }]

const draft = {
  subject: 'Plan',
  start: '2026-03-01T09:00:00.000Z',
  end: '2026-03-01T10:00:00.000Z',
  timeZone: 'Europe/Berlin',
  recurrence: null,
  password: null,
  invitees: [],
}

function refusedBy(name: RequestName): unknown[] {
  return malformed.filter((payload) => !requests[name].request.safeParse(payload).success)
}

/** Asks every request of the contract with a payload that it would take. */
async function askEach(asker: Asker): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const name of requestNames) answers[name] = await asker.ask(name, goodPayload(name))
  return answers
}

function goodPayload(name: RequestName): unknown {
  const names = ['licences', 'unknown-link', 'm12-345-678', 'opened', 'a'.repeat(64), 'first', 'unused', 'try-again']
  const time = { id: 'm12-345-678', occurrence: draft.start }
  const meetings = [{ id: time.id, place: null }, { id: time.id, place: null, account: 'first' }, { id: time.id, link: null, agreedHost: null }]
  const values = [false, { kind: 'later' }, { kind: 'teamviewer', typed: null }, { id: 'm12-345-678', change: {} }, { ...time, occurrence: null }, { ...time, change: {} }, { ...time, meeting: 'm12-345-679' }, { from: draft.start, to: draft.end }, { known: null, from: 0 }, { known: null, from: 0, why: 'opened' }, ...meetings]
  const candidates = [undefined, {}, ...names, ...values, draft]
  const found = candidates.findIndex((candidate) => requests[name].request.safeParse(candidate).success)
  if (found === -1) throw new Error(`Give ${name} a payload that it takes`)
  return candidates[found]
}

function toEach(answer: unknown): Record<string, unknown> {
  return Object.fromEntries(requestNames.map((name) => [name, answer]))
}

const foreign = { ok: false, error: 'foreign-frame' }

test('every channel refuses malformed payloads', async ({ launch }) => {
  const { page } = await launch()
  const bridge = askThroughBridge(page)
  for (const name of requestNames) {
    const payloads = refusedBy(name)
    expect(payloads.length, `malformed payloads for ${name}`).toBeGreaterThan(3)
    for (const payload of payloads) {
      expect(await bridge.ask(name, payload), `${name} with ${JSON.stringify(payload)}`).toContain('invalid-request')
    }
  }
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
})

test('every channel refuses a second window, even one that shows the client’s own page', async ({ desktop, launch }) => {
  const parley = await launch()
  const raw = await openWindow(parley, { preload: await writeRawPreload(desktop), address: 'app://parley/' })
  expect(await askEach(askRaw(raw))).toEqual(toEach(foreign))

  const own = await openWindow(parley, { preload: ownPreload, address: 'app://parley/' })
  const answers = await askEach(askThroughBridge(own))
  expect(answers).toEqual(toEach(expect.stringContaining('foreign-frame')))
})

test('every channel refuses a frame, and a page of another origin', async ({ desktop, launch }) => {
  const parley = await launch()
  const preload = await writeRawPreload(desktop)
  const outside = await startOutside(`<iframe src="/inside"></iframe>`)
  const other = await openWindow(parley, { preload, address: outside.origin, inFrames: true })
  expect(await askEach(askRaw(other))).toEqual(toEach(foreign))
  await expect.poll(() => other.frames().map((frame) => frame.url())).toContain(`${outside.origin}/inside`)
  const [inside] = other.mainFrame().childFrames()
  expect(await askEach(askRaw(other, inside))).toEqual(toEach(foreign))
  outside.stop()
})

test('every channel refuses the client’s own window once it shows another page', async ({ launch }) => {
  const { electron, page } = await launch()
  // Main itself never does this: it stands for a hole in the navigation policy.
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('data:text/html,elsewhere'))
  await expect(page.getByText('elsewhere')).toBeVisible()
  expect(await askEach(askThroughBridge(page))).toEqual(toEach(expect.stringContaining('foreign-frame')))
})

test('a frame inside the client’s page has no bridge', async ({ launch }) => {
  const { page } = await launch()
  const found = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    return frame.contentWindow === null ? 'no frame' : typeof Reflect.get(frame.contentWindow, 'parley')
  })
  expect(found).toBe('undefined')
})

test('nothing is open but the contract', async ({ desktop, launch }) => {
  const parley = await launch()
  const raw = askRaw(await openWindow(parley, { preload: await writeRawPreload(desktop), address: 'app://parley/' }))
  for (const name of ['state.changed', 'electron-store-get-data', 'shell.openExternal', '__proto__', '']) {
    expect(await raw.ask(name), name).toContain('No handler registered')
  }
  // Electron's own, against errors that nobody hears.
  expect(await otherListeners(parley.electron)).toEqual(['error'])
})

/** Channels that main listens to besides requests, which Electron keeps elsewhere. */
function otherListeners(electron: ElectronApplication): Promise<string[]> {
  return electron.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String))
}
