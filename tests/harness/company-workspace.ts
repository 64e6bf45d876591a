import { chromium, type Browser, type Page } from '@playwright/test'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { openAdministration, type Administration } from '../../src/workspace/administration'
import { findBrowser } from './default-browser'
import { runFolder } from './desktop'
import { createCompany, giveCredentials } from './journeys'
import { repository } from './modules'
import { anna, type Person } from './people'
import { hearPolicyViolations } from './policy-violations'
import { start } from './processes'

/** A company's workspace as an operator runs it: a process of its own, without Electron. */
export interface CompanyWorkspace {
  /** Its address: an origin. */
  address: string
  /** What an operator can do from beside it. */
  administration: Administration
  /** Kills the process, as a crash does, and starts it anew on the same port. */
  restart: () => Promise<void>
  /** Copies its data to a folder that is to be made. It runs no more then. */
  keep: (folder: string) => Promise<void>
  close: () => Promise<void>
}

const announcementSchema = z.object({ event: z.literal('listening'), address: z.url() })

/**
 * Starts the built workspace on a copy of a folder with data.
 *
 * @param kept Folder with a workspace's data, or null to begin without a company.
 * @param env Environment variables for it, beside PATH.
 */
export async function startCompanyWorkspace(kept: string | null, env: Record<string, string> = {}): Promise<CompanyWorkspace> {
  const folder = await mkdtemp(join(process.env[runFolder] ?? tmpdir(), 'workspace-'))
  const data = join(folder, 'data')
  if (kept !== null) await cp(kept, data, { recursive: true })
  let running = await run(data, '0', env)
  const administration = await openAdministration(data)
  return {
    address: running.address,
    administration,
    restart: async () => {
      await running.kill()
      running = await run(data, new URL(running.address).port, env)
    },
    keep: async (to) => {
      await running.kill()
      await cp(data, to, { recursive: true })
    },
    close: async () => {
      await administration.close()
      await running.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Runs it until it says where it listens. */
async function run(data: string, port: string, env: Record<string, string>) {
  const args = [join(repository, 'out/main/workspace.js'), '--data', data, '--port', port]
  const child = start(process.execPath, args, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('\n')) resolve(announcementSchema.parse(JSON.parse(said)).address)
    })
    child.on('error', reject)
    child.on('exit', (status) => {
      reject(new Error(`The workspace ended with ${String(status)}: ${errors}`))
    })
  })
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return { address, kill }
}

/** Starts a browser of its own for the console; the tests of the desktop's default browser have theirs. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
}

/**
 * Creates Anna's company in a new workspace, through its pages, and keeps its data.
 *
 * @param kept Folder to be made.
 */
export async function keepCompany(kept: string, browser: Browser): Promise<void> {
  const workspace = await startCompanyWorkspace(null)
  try {
    const page = await browser.newPage()
    await page.goto(`${workspace.address}/create-company`)
    await createCompany(page, anna)
    await page.waitForURL('**/nav/users/company**')
    await page.context().close()
    await workspace.keep(kept)
  } finally {
    await workspace.close()
  }
}

/** A page of the console, and what its Content-Security-Policy refused until now. */
export interface ConsolePage {
  page: Page
  violations: readonly string[]
}

/** Signs in on the console's own page, in a browser context of its own. */
export async function openConsole(browser: Browser, address: string, person: Person, path = '/nav/users/company'): Promise<ConsolePage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(15_000)
  const violations = await hearPolicyViolations(page)
  await page.goto(`${address}/sign-in?next=${path}`)
  await giveCredentials(page, person)
  // The address of the sign-in page names the other one, too.
  const wanted = new URL(path, address).pathname
  await page.waitForURL(({ pathname }) => pathname === wanted)
  return { page, violations }
}
