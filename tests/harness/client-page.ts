import type { Browser, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { AppState } from '../../src/contract/app-state'
import type { EventName, RequestName } from '../../src/contract/channel-names'
import type { Events, Requests } from '../../src/contract/channels'
import { defaultSettings } from '../../src/contract/settings'
import { noPolicy } from '../../src/contract/policy'
import { holdAppState } from '../../src/main/app-state'
import { repository } from './modules'

/** What the test answers in main's place; an error is one of main's own. */
export type Answers = Partial<{ [Name in RequestName]: (payload: unknown) => Requests[Name]['response'] | Error | Promise<Requests[Name]['response']> }>

/** The client's page, alone in a browser, with the test in main's place. */
export interface ClientPage {
  page: Page
  /** Tells the page something, as main does. */
  send: <Name extends EventName>(name: Name, payload: Events[Name]) => Promise<void>
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const origin = 'https://client.test'

/** The bridge as the preload script makes it, over a function that leads to the test. */
const bridge = `window.parley = {
  invoke: async (name, payload) => {
    const answer = await window.askTest(name, payload)
    if (answer.failed) throw new Error('failed')
    return answer.value
  },
  on: (name, listener) => {
    const heard = ({ detail }) => listener(detail)
    window.addEventListener('from-test ' + name, heard)
    return () => window.removeEventListener('from-test ' + name, heard)
  },
}`

/** What main tells of somebody who is signed in. */
export const signedIn: AppState = {
  ...holdAppState({ settings: defaultSettings, policy: noPolicy, systemLanguages: ['en'], systemLocale: 'en', hardwareAcceleration: true, onChange: () => undefined }).get(),
  session: {
    state: 'signed-in',
    account: { id: 'u1', name: 'Anna Jørgensen', email: 'anna@example.com', companyName: 'Jørgensen & Müller', role: 'member' },
    connection: 'online',
    persistence: 'kept',
  },
  keychain: 'available',
}

/**
 * Opens the built page of the client.
 *
 * @param path The page's own, such as `/meetings`.
 * @param answers They may change while the page is open.
 */
export async function openClientPage(browser: Browser, path: string, answers: Answers): Promise<ClientPage> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 720 }, locale: 'en', timezoneId: 'Europe/Berlin' })
  page.setDefaultTimeout(15_000)
  await page.exposeFunction('askTest', async (name: RequestName, payload: unknown) => {
    const answer = await answers[name]?.(payload)
    return answer instanceof Error ? { failed: true } : { failed: false, value: answer }
  })
  await page.addInitScript(bridge)
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const file = pathname === '/' ? '/index.html' : pathname
    const body = await readFile(join(repository, 'out/renderer', file)).catch(() => null)
    await route.fulfill(body === null ? { status: 404 } : { body, contentType: types[extname(file)] ?? 'application/octet-stream' })
  })
  await page.goto(`${origin}/#${path}`)
  return {
    page,
    send: (name, payload) =>
      page.evaluate(([type, detail]) => void window.dispatchEvent(new CustomEvent(type, { detail })), [`from-test ${name}`, payload] as const),
  }
}
