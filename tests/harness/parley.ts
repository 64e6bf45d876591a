import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desktop } from './desktop'
import { findElectron, repository } from './modules'
import { run, type Ended } from './processes'

/** The running application. */
export interface Parley {
  electron: ElectronApplication
  /** Its one window. */
  page: Page
  /** What it wrote to its standard output and error. */
  output: () => string
  /** Ends it as a person does: by its window. */
  quit: () => Promise<void>
}

interface LaunchOptions {
  /** Arguments after the application's own, such as a deep link. */
  args?: readonly string[]
  /** With Chromium's sandbox on, which root can't have. */
  sandbox?: boolean
  /** Executable, where it is not the set-up's Electron. */
  executable?: string
}

const isRoot = process.getuid?.() === 0

/** Starts the built application on a desktop and waits for its window. */
export async function launchParley(desktop: Desktop, options: LaunchOptions = {}): Promise<Parley> {
  if (!existsSync(join(repository, 'out/main/main.js'))) throw new Error('There is nothing to test yet: npm run build')
  const executable = options.executable ?? process.env['PARLEY_ELECTRON'] ?? (await findElectron()).path
  const sandbox = options.sandbox ?? !isRoot
  const electron = await _electron.launch({
    executablePath: desktop.as.length === 0 ? executable : await launcherAs(desktop, executable),
    args: [repository, ...(sandbox ? [] : ['--no-sandbox']), `--user-data-dir=${desktop.profile}`, ...(options.args ?? [])],
    env: desktop.env,
    cwd: desktop.folder,
    chromiumSandbox: sandbox,
    // The test's desktop says what is light or dark, not the test tool.
    colorScheme: null,
    timeout: 30_000,
  })
  const child = electron.process()
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  const page = await electron.firstWindow()
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

/** Electron is to be started by the test tool itself, so the change of user is a program of its own. */
async function launcherAs(desktop: Desktop, executable: string): Promise<string> {
  const path = join(desktop.folder, 'electron-as-user')
  await writeFile(path, `#!/bin/sh\nexec ${desktop.as.join(' ')} '${executable}' "$@"\n`)
  await chmod(path, 0o755)
  return path
}

/** Starts the application once more beside the one that runs, as the system does for a deep link, until that start ends. */
export async function startAgain(desktop: Desktop, args: readonly string[]): Promise<Ended> {
  const executable = process.env['PARLEY_ELECTRON'] ?? (await findElectron()).path
  return run(executable, [repository, '--no-sandbox', `--user-data-dir=${desktop.profile}`, ...args], { env: desktop.env })
}

/** Goes to another window, the browser's. */
export async function leaveFor(parley: Parley, tab: Page): Promise<void> {
  await tab.bringToFront()
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
