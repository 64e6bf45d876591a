import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultSettings } from '../../contract/settings'
import type { MemoryFile } from '../settings/memory'
import { openSystemAccounts } from './system-accounts'
import type { RememberedAccount } from './remembered'

const anna = { id: 'anna', name: 'Anna', email: 'anna@example.com', companyName: 'Example', role: null }

let server: Server
let address: string
let asked: (string | undefined)[]
let browser: string[]
/** What the server waits for before it answers. */
let hold: Promise<void>

/** A server that says of itself that it is a workspace. */
beforeEach(async () => {
  asked = []
  browser = []
  hold = Promise.resolve()
  server = createServer((request, response) => {
    asked.push(request.url)
    void hold.then(() => response.setHeader('content-type', 'application/json').end(JSON.stringify({ parley: { workspace: address } })))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
})
afterEach(() => server.close())

function open(accounts: RememberedAccount[] = []) {
  let memory: ReturnType<MemoryFile['read']> = {
    window: null, windows: {}, miniWindows: {}, workspacePort: null, accounts, current: null, account: null, figures: {}, toldOfHiding: false, certificates: {},
    toldReminders: [], managedAcceleration: null, managedLanguage: null, managedCrashReportsTo: null, answeredLists: [],
  }
  return openSystemAccounts({
    folder: '/nowhere',
    memory: { read: () => memory, change: (part) => void (memory = { ...memory, ...part }), isWritten: () => true, open: async () => null },
    settings: () => defaultSettings,
    embedded: { address: () => null, lastAddress: () => null, whenReady: () => new Promise(() => undefined), whenUp: async () => undefined },
    fetch,
    openBrowser: async (opened) => void browser.push(opened),
    bringToFront: () => undefined,
    language: () => 'en',
    computerName: () => 'Computer',
    now: () => Date.now(),
    random: () => 'random',
    chance: () => 0.5,
    setTimer: () => () => undefined,
    onChange: () => undefined,
    log: { note: () => undefined, error: () => undefined },
    clear: () => undefined,
    forgetPerson: () => undefined,
  })
}

it('shows the sign-in of a workspace that the command line names, and opens nothing', async () => {
  const accounts = open()
  expect(await accounts.show(`${address}/`)).toBe('shown')
  expect(accounts.state()).toMatchObject({ host: new URL(address).host, entries: [] })
  expect(asked).toEqual(['/.well-known/parley'])
  expect(browser).toEqual([])
  await accounts.stop()
})

it('shows the account that is signed in there', async () => {
  const accounts = open([
    { key: 'first', kind: 'this-computer', address: null, account: { ...anna, id: 'other' } },
    { key: 'k1', kind: 'self-hosted', address, account: anna },
  ])
  expect(accounts.state().current).toBe('first')
  expect(await accounts.show(address)).toBe('shown')
  expect(accounts.state().current).toBe('k1')
  expect(accounts.settingsName()).toMatch(/^[0-9a-f]{24}$/)
  await accounts.stop()
})

it('shows it without a network, too', async () => {
  const accounts = open([
    { key: 'first', kind: 'this-computer', address: null, account: { ...anna, id: 'other' } },
    { key: 'k1', kind: 'self-hosted', address: 'https://meet.example.com', account: anna },
  ])
  expect(await accounts.show('https://meet.example.com/')).toBe('shown')
  expect(accounts.state().current).toBe('k1')
  expect(asked).toEqual([])
  await accounts.stop()
})

it.each([
  ['http://meet.example.com', 'not-secure'],
  ['nowhere at all', 'not-an-address'],
  ['https://user:word@meet.example.com', 'not-an-address'],
  ['file:///etc/passwd', 'not-an-address'],
  ['http://127.0.0.1:1', 'unreachable'],
])('refuses %s', async (typed, outcome) => {
  const accounts = open()
  expect(await accounts.show(typed)).toBe(outcome)
  expect(accounts.state().host).toBeNull()
  await accounts.stop()
})

it('asks for the client id before anything is opened at the vendor’s', async () => {
  const accounts = open()
  expect(await accounts.signIn({ kind: 'teamviewer', typed: null })).toBe('no-client-id')
  expect(accounts.state().ways).toContainEqual({ kind: 'teamviewer', needs: 'client-id' })
  expect(browser).toEqual([])
  await accounts.stop()
})

/** A wish to sign in at the server, which answers once it is told to; whoever waits for that does something else meanwhile. */
async function signInSlowly(accounts: ReturnType<typeof open>, meanwhile: () => unknown): Promise<string> {
  let answer: () => void = () => undefined
  hold = new Promise((resolve) => (answer = resolve))
  const started = accounts.signIn({ kind: 'self-hosted', typed: address })
  await expect.poll(() => asked.length).toBe(1)
  await meanwhile()
  answer()
  return started
}

it('signs in at the place that is found', async () => {
  const accounts = open()
  expect(await signInSlowly(accounts, () => undefined)).toBe('started')
  expect([accounts.state().host, accounts.current().session.get().state]).toEqual([new URL(address).host, 'signing-in'])
  await accounts.stop()
})

it.each([
  ['a sign-in on this computer', (accounts: ReturnType<typeof open>) => accounts.current().session.signIn(), 'signing-in'],
  ['another place', (accounts: ReturnType<typeof open>) => accounts.signIn({ kind: 'this-computer', typed: null }), 'signing-in'],
  ['going back', (accounts: ReturnType<typeof open>) => accounts.cancelSignIn(), 'signed-out'],
])('a place that is found too late ends nothing that has begun since: %s', async (_what, meanwhile, state) => {
  const accounts = open()
  expect(await signInSlowly(accounts, () => meanwhile(accounts))).toBe('started')
  expect([accounts.state().host, accounts.current().session.get().state, browser]).toEqual([null, state, []])
  await accounts.stop()
})
