import { test as base, type Page, type TestInfo } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { openDesktop, type Desktop, type SystemUser } from './desktop'
import type { KeychainKind } from './keychain'
import { startDisplay } from './modules'
import { launchParley, type Parley } from './parley'

interface Options {
  /** Which keychain the desktop has. */
  keychain: KeychainKind
  /** Language of the desktop. */
  language: string
  /** Who sits at the desktop, where it is not who runs the tests. */
  user: SystemUser | null
}

interface Fixtures {
  desktop: Desktop
  /** Starts the application; each one still running is ended after the test. */
  launch: (...args: Parameters<typeof launchParley> extends [unknown, ...infer Rest] ? Rest : never) => Promise<Parley>
}

interface WorkerFixtures {
  /** A display of the worker's own: windows of two tests would fight for focus and clipboard. */
  display: string
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  keychain: ['available', { option: true }],
  language: ['en', { option: true }],
  user: [null, { option: true }],
  display: [
    async ({}, use) => {
      const display = await startDisplay()
      await use(display.name)
      display.stop()
    },
    { scope: 'worker' },
  ],
  desktop: async ({ display, keychain, language, user }, use, testInfo) => {
    const desktop = await openDesktop({ display, keychain, language, user })
    try {
      await use(desktop)
      if (hasFailed(testInfo)) await keepTabs(desktop, testInfo)
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

export { expect } from '@playwright/test'

function hasFailed(testInfo: TestInfo): boolean {
  return testInfo.status !== testInfo.expectedStatus
}

async function keepWindows(launched: readonly Parley[], testInfo: TestInfo): Promise<void> {
  for (const [index, parley] of launched.entries()) {
    await writeFile(testInfo.outputPath(`parley-${String(index + 1)}.log`), parley.output())
    for (const page of parley.electron.windows()) await keepPicture(page, `parley-${String(index + 1)}`, testInfo)
  }
}

async function keepTabs(desktop: Desktop, testInfo: TestInfo): Promise<void> {
  const tabs = await desktop.browser.tabs().catch(() => [])
  for (const [index, page] of tabs.entries()) await keepPicture(page, `browser-tab-${String(index + 1)}`, testInfo)
}

async function keepPicture(page: Page, name: string, testInfo: TestInfo): Promise<void> {
  // The page may be gone or stuck, which is what failed, and no reason to hide why.
  await page.screenshot({ path: testInfo.outputPath(`${name}.png`), timeout: 5_000 }).catch(() => undefined)
}
