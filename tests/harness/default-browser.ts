import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { existsSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { readUrl } from '../../src/contract/read-url'
import { processesIn } from './processes'

/** The system's default browser, as a desktop knows it: an entry that programs are led to by `xdg-open`. */
export interface DefaultBrowser {
  /** Folder with its profile. */
  profile: string
  /** How often the system started it, or asked the one that runs to open something. */
  starts: () => Promise<number>
  /**
   * Waits for a tab whose address fits, in a browser that may still have to start, and gives the newest.
   *
   * @param except Tabs that are not meant.
   */
  tab: (fits: (address: URL) => boolean, except?: readonly Page[]) => Promise<Page>
  /** All tabs, none while the browser does not run. */
  tabs: () => Promise<Page[]>
  /** What it wrote to its output, for a person who looks for what went wrong. */
  output: () => Promise<string>
  /** Ends it as a person does, and waits until it has written its profile. */
  quit: () => Promise<void>
}

const desktopEntry = (command: string): string => `[Desktop Entry]
Version=1.0
Type=Application
Name=Browser of the test
Exec=${command} %U
MimeType=text/html;x-scheme-handler/http;x-scheme-handler/https;
`

const defaultApplications = `[Default Applications]
text/html=test-browser.desktop
x-scheme-handler/http=test-browser.desktop
x-scheme-handler/https=test-browser.desktop
`

// Port 0: the browser chooses a free one and notes it in its profile. Its own sandbox is not what is tested here.
const launcher = (browser: string, profile: string, log: string, language: string): string => `#!/bin/sh
echo "$*" >> '${log}'
exec '${browser}' --remote-debugging-port=0 --user-data-dir='${profile}' --no-sandbox --disable-gpu --disable-quic \\
  --no-first-run --no-default-browser-check --disable-background-networking --disable-component-update --disable-sync \\
  --disable-dev-shm-usage --password-store=basic --disable-features=Translate,MediaRouter,OptimizationHints \\
  --disable-search-engine-choice-screen --disable-breakpad --disable-crash-reporter --accept-lang=${language} "$@" > '${log}.output' 2>&1
`

/**
 * Makes Chromium the default browser of a test's desktop: by a desktop entry and `mimeapps.list` in its XDG folders.
 * It starts when something is opened.
 */
export async function installDefaultBrowser(
  folders: { config: string; data: string; home: string },
  language: string,
): Promise<DefaultBrowser> {
  const profile = join(folders.home, 'browser-profile')
  const log = join(folders.home, 'browser-starts')
  const command = join(folders.home, 'test-browser')
  const applications = join(folders.data, 'applications')
  await mkdir(applications, { recursive: true })
  await writeFile(command, launcher(findBrowser(), profile, log, language))
  await chmod(command, 0o755)
  await writeFile(join(applications, 'test-browser.desktop'), desktopEntry(command))
  await writeFile(join(folders.config, 'mimeapps.list'), defaultApplications)

  const starts = async () => (await textOf(log)).split('\n').filter((line) => line !== '').length
  let connection: Promise<Browser> | null = null
  const portFile = join(profile, 'DevToolsActivePort')
  const connect = () => {
    connection ??= connectTo(portFile, starts).then((browser) => {
      // Its last tab was closed; it starts anew when something is opened.
      browser.on('disconnected', () => {
        rmSync(portFile, { force: true })
        connection = null
      })
      return browser
    })
    return connection
  }
  const tabs = async () => (await connect()).contexts().flatMap((context) => context.pages())
  return {
    profile,
    starts,
    tabs: async () => (existsSync(log) ? tabs() : []),
    output: async () => `${await textOf(log)}\n${await textOf(`${log}.output`)}`,
    quit: async () => {
      const browser = await connect()
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close')
      const runs = () => processesIn(profile).length > 0
      await expect.poll(runs, { message: 'the browser has ended', intervals: [50] }).toBe(false)
    },
    tab: async (fits, except = []) => {
      let found: Page | undefined
      await expect
        .poll(
          async () => {
            const open = (await tabs()).filter((page) => !except.includes(page))
            found = open.findLast((page) => {
              const url = readUrl(page.url())
              return url !== null && fits(url)
            })
            return found === undefined ? open.map((page) => page.url()) : 'found'
          },
          { message: 'a tab of the default browser', timeout: 45_000, intervals: [50] },
        )
        .toBe('found')
      if (found === undefined) throw new Error('No such tab')
      found.setDefaultTimeout(15_000)
      return found
    },
  }
}

/**
 * Connects once the browser shows a page: while it makes its first tab, a connection may never come to its end.
 */
async function connectTo(portFile: string, starts: () => Promise<number>): Promise<Browser> {
  const place = async () => {
    const [port = '', path = ''] = (await textOf(portFile)).split('\n')
    return { port, path }
  }
  const state = async () => {
    const { port, path } = await place()
    if (path === '') return `does not run; it was started ${String(await starts())} times`
    return (await pagesAt(port)).some((address) => /^https?:/.test(address)) ? 'shows a page' : 'shows none'
  }
  await expect.poll(state, { message: 'the default browser', timeout: 40_000, intervals: [50] }).toBe('shows a page')
  const { port, path } = await place()
  return chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`)
}

/** The addresses of a browser's pages (Chrome DevTools Protocol, `/json/list`), none while it does not answer. */
async function pagesAt(port: string): Promise<string[]> {
  const targets = z.array(z.object({ type: z.string(), url: z.string() }))
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
    return targets.parse(await answer.json()).flatMap(({ type, url }) => (type === 'page' ? [url] : []))
  } catch {
    return []
  }
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}

/** The path of the system's Chromium. */
export function findBrowser(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
  if (found === undefined) throw new Error('There is no Chromium; npm test installs what the tests need')
  return found
}
