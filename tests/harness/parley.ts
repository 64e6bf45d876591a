import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desktop } from './desktop'
import { answerWhenIdle } from './evaluate-in-main'
import { findElectron, repository } from './modules'
import { run, type Ended } from './processes'

/** The running application. */
export interface Parley {
  electron: ElectronApplication
  /** Its one window. */
  page: Page
  /** What it wrote to its standard output and error, and what went wrong in its page. */
  output: () => string
  /** Ends it as a person does: by its window. */
  quit: () => Promise<void>
}

interface LaunchOptions {
  /** Arguments after the application's own, such as a deep link. */
  args?: readonly string[]
  /** Absolute path of a copy of `/etc` that stands in for the computer's own; for root alone. */
  etc?: string
  /** Whether the disk with the profile is full; for root alone. */
  isFull?: boolean
}

/** Starts the program with disks of its own, in a mount namespace (mount_namespaces(7)). */
const withOwnMounts = join(repository, 'tests/harness/with-own-mounts.sh')

/** There is no graphics card where these tests run, and looking for one takes a fifth of a start. */
const noGraphics = ['--disable-gpu', '--disable-software-rasterizer']

/** Chromium refuses its sandbox to root. */
const isRoot = process.getuid?.() === 0

/** Starts the built application on a desktop and waits for its window. */
export async function launchParley(desktop: Desktop, options: LaunchOptions = {}): Promise<Parley> {
  if (!existsSync(join(repository, 'out/main/main.js'))) throw new Error('There is nothing to test yet: npm run build')
  const executable = process.env['PARLEY_ELECTRON'] ?? (await findElectron()).path
  const ownMounts = {
    ...(options.etc === undefined ? {} : { OWN_ETC: options.etc }),
    ...(options.isFull === true ? { FULL_FOLDER: desktop.profile } : {}),
  }
  const hasOwnMounts = Object.keys(ownMounts).length > 0
  if (options.isFull === true) await mkdir(desktop.profile, { recursive: true })
  const electron = await _electron.launch({
    executablePath: hasOwnMounts ? withOwnMounts : executable,
    args: [repository, ...noGraphics, ...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${desktop.profile}`, ...(options.args ?? [])],
    env: hasOwnMounts ? { ...desktop.env, ...ownMounts, PROGRAM: executable } : desktop.env,
    cwd: desktop.folder,
    chromiumSandbox: !isRoot,
    // The test's desktop says what is light or dark, not the test tool.
    colorScheme: null,
    timeout: 30_000,
  })
  answerWhenIdle(electron)
  const child = electron.process()
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  const page = await electron.firstWindow()
  page.on('console', (message) => {
    if (message.type() === 'error') output += `page: ${message.text()}\n`
  })
  page.on('pageerror', (error) => (output += `page: ${String(error)}\n`))
  page.setDefaultTimeout(15_000)
  await page.waitForLoadState('domcontentloaded')
  return {
    electron,
    page,
    output: () => output,
    quit: async () => {
      const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
      await electron.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.close()
      })
      await ended
      await electron.close()
    },
  }
}

/** Starts the application once more beside the one that runs, as the system does for a deep link, until that start ends. */
export async function startAgain(desktop: Desktop, args: readonly string[]): Promise<Ended> {
  const executable = process.env['PARLEY_ELECTRON'] ?? (await findElectron()).path
  return run(executable, [repository, ...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${desktop.profile}`, ...args], { env: desktop.env })
}

/** Goes to another window, the browser's. */
export async function leaveFor(parley: Parley, tab: Page): Promise<void> {
  await tab.bringToFront()
  await expectLeft(parley)
}

/** Goes to something else than a window of Parley's. */
export async function leave(parley: Parley): Promise<void> {
  await parley.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.blur()
  })
  await expectLeft(parley)
}

async function expectLeft(parley: Parley): Promise<void> {
  await expect
    .poll(() => parley.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()), {
      message: 'the window has lost the focus',
      intervals: [50],
    })
    .toBeNull()
}

/** Brings the window to the front, as a click on it does. */
export async function bringToFront(parley: Parley): Promise<void> {
  await parley.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.focus()
  })
  await expect
    .poll(() => parley.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null), {
      message: 'the window has the focus',
      intervals: [50],
    })
    .toBe(true)
}

/** What is on the clipboard of the desktop. */
export function clipboardText(parley: Parley): Promise<string> {
  return parley.electron.evaluate(({ clipboard }) => clipboard.readText())
}

/** The person chooses this file in the system's dialog. */
export async function chooseFile({ electron }: Parley, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}
