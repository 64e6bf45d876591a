import { expect, test as base, type Browser, type Page, type TestInfo } from '@playwright/test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepCompany, openConsole, startBrowser, startCompanyWorkspace, type CompanyWorkspace, type ConsolePage } from './company-workspace'
import { openDesktop, runFolder, type Desktop, type SystemUser } from './desktop'
import type { KeychainKind } from './keychain'
import { startDisplay } from './modules'
import { launchParley, type Parley } from './parley'
import type { Person } from './people'
import { keepSignedIn, type UsedDesktop } from './signed-in'

interface Options {
  /** Which keychain the desktop has. */
  keychain: KeychainKind
  /** Language of the desktop. */
  language: string
  /** Who sits at the desktop, where it is not who runs the tests. */
  user: SystemUser | null
  /** Whether Anna has created her company and signed in before, on this desktop and in its browser. */
  signedIn: boolean
}

interface Fixtures {
  desktop: Desktop
  /** Starts the application; each one still running is ended after the test. */
  launch: (...args: Parameters<typeof launchParley> extends [unknown, ...infer Rest] ? Rest : never) => Promise<Parley>
}

interface ConsoleFixtures {
  /** A workspace in a process of its own with Anna's new company; no application is involved. */
  companyWorkspace: CompanyWorkspace
  /**
   * Opens a console page, signed in, in a browser context of its own; it is closed after the test, which fails where the
   * page's policy had to refuse anything.
   */
  consoleOf: (person: Person, path?: string) => Promise<Page>
}

interface ConsoleWorkerFixtures {
  consoleBrowser: Browser
  /** Folder with the data of a workspace that has Anna's company. */
  keptCompany: string
}

interface WorkerFixtures {
  /** A display of the worker's own: windows of two tests would fight for focus and clipboard. */
  display: string
  /** What a desktop keeps on which Anna is signed in. */
  used: UsedDesktop
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  keychain: ['available', { option: true }],
  language: ['en', { option: true }],
  user: [null, { option: true }],
  signedIn: [false, { option: true }],
  display: [
    async ({}, use) => {
      const display = await startDisplay()
      await use(display.name)
      display.stop()
    },
    { scope: 'worker' },
  ],
  // One for each worker: the two workers' workspaces must not want the same port.
  used: [
    async ({ display }, use) => {
      const folder = await mkdtemp(join(process.env[runFolder] ?? tmpdir(), 'used-'))
      await use(await keepSignedIn(folder, display))
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  desktop: async ({ display, keychain, language, user, signedIn, used }, use, testInfo) => {
    const place = signedIn ? used : { folder: null, kept: null }
    const desktop = await openDesktop({ display, keychain, language, user, ...place })
    try {
      await use(desktop)
      if (hasFailed(testInfo)) {
        await writeFile(testInfo.outputPath('browser.log'), await desktop.browser.output())
        await keepTabs(desktop, testInfo)
      }
    } finally {
      await desktop.close()
    }
  },
  launch: async ({ desktop }, use, testInfo) => {
    const launched: Parley[] = []
    await use(async (options) => {
      const parley = await launchParley(desktop, options)
      launched.push(parley)
      return parley
    })
    if (hasFailed(testInfo)) await keepWindows(launched, testInfo)
  },
})

/** A test that begins where Anna has created her company and signed in, on this desktop and in its browser. */
export const testSignedIn = test.extend({ signedIn: true })

/** A test of the console alone, in a browser, on a workspace as a company runs it. */
export const testConsole = base.extend<ConsoleFixtures, ConsoleWorkerFixtures>({
  consoleBrowser: [
    async ({}, use) => {
      const browser = await startBrowser()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  keptCompany: [
    async ({ consoleBrowser }, use) => {
      const folder = await mkdtemp(join(process.env[runFolder] ?? tmpdir(), 'company-'))
      await keepCompany(join(folder, 'kept'), consoleBrowser)
      await use(join(folder, 'kept'))
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  companyWorkspace: async ({ keptCompany }, use) => {
    const workspace = await startCompanyWorkspace(keptCompany)
    await use(workspace)
    await workspace.close()
  },
  consoleOf: async ({ companyWorkspace, consoleBrowser }, use, testInfo) => {
    const opened: ConsolePage[] = []
    await use(async (person, path) => {
      const console = await openConsole(consoleBrowser, companyWorkspace.address, person, path)
      opened.push(console)
      return console.page
    })
    for (const [index, { page }] of opened.entries()) {
      if (hasFailed(testInfo)) await keepPicture(page, `console-${String(index + 1)}`, testInfo)
      await page.context().close()
    }
    expect(opened.flatMap(({ violations }) => violations), 'what the policy refused').toEqual([])
  },
})

export { expect } from '@playwright/test'

function hasFailed(testInfo: TestInfo): boolean {
  return testInfo.status !== testInfo.expectedStatus
}

async function keepWindows(launched: readonly Parley[], testInfo: TestInfo): Promise<void> {
  for (const [index, parley] of launched.entries()) {
    await writeFile(testInfo.outputPath(`parley-${String(index + 1)}.log`), parley.output())
    for (const page of parley.electron.windows()) {
      await keepPicture(page, `parley-${String(index + 1)}`, testInfo)
      await tell(page, parley)
    }
  }
}

/** Where only the output of a run is kept, it says what the window showed, and what the application wrote last. */
async function tell(page: Page, parley: Parley): Promise<void> {
  const shown = await page.locator('body').innerText({ timeout: 2_000 }).catch(() => 'no page that answers')
  const written = parley.output().trimEnd().split('\n').slice(-8)
  const lines = [`The window at ${page.url()} showed:`, shown.replace(/\n+/g, ' | ').slice(0, 1_200), 'The application wrote last:', ...written]
  process.stdout.write(`${lines.join('\n  ').slice(0, 4_000)}\n`)
}

async function keepTabs(desktop: Desktop, testInfo: TestInfo): Promise<void> {
  const tabs = await desktop.browser.tabs().catch(() => [])
  for (const [index, page] of tabs.entries()) await keepPicture(page, `browser-tab-${String(index + 1)}`, testInfo)
}

async function keepPicture(page: Page, name: string, testInfo: TestInfo): Promise<void> {
  // The page may be gone or stuck, which is what failed, and no reason to hide why.
  await page.screenshot({ path: testInfo.outputPath(`${name}.png`), timeout: 5_000 }).catch(() => undefined)
}
