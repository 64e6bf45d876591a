import { chromium, expect, type Page } from '@playwright/test'
import { once } from 'node:events'
import { chmod, chown, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desktop } from './desktop'
import { repository } from './modules'
import { run, start } from './processes'
import { testReleaseKey } from './release-server'

/** The program as people get it, unpacked. */
export interface Packaged {
  executable: string
  /** Folder with its resources. */
  resources: string
}

/** Packages the program into a folder. Takes up to a minute. */
export async function packageProgram(folder: string): Promise<Packaged> {
  const script = join(repository, 'scripts/package.mjs')
  const env = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  const ended = await run(process.execPath, [script, '--dir', `-c.directories.output=${folder}`, `-c.extraMetadata.updateKey=${testReleaseKey}`], { env, cwd: repository })
  if (ended.status !== 0) throw new Error(`Packaging failed:\n${ended.output}${ended.errors}`)
  const unpacked = join(folder, 'linux-unpacked')
  if (process.getuid?.() === 0) {
    // What an installer does: without it, the sandbox works for nobody but root.
    await chown(join(unpacked, 'chrome-sandbox'), 0, 0)
    await chmod(join(unpacked, 'chrome-sandbox'), 0o4755)
  }
  return { executable: join(unpacked, 'parley'), resources: join(unpacked, 'resources') }
}

/** The packaged program, running, and driven over the debugging protocol: its fuses allow nothing else. */
export interface RunningPackage {
  page: Page
  /** Id of its first process. */
  pid: number
  ended: Promise<unknown>
}

/** Starts it with arguments of its own. `as` in the desktop says whom it runs as. */
export async function startPackaged(desktop: Desktop, { executable }: Packaged, args: readonly string[]): Promise<RunningPackage> {
  const command = [...desktop.as, executable, ...args, `--user-data-dir=${desktop.profile}`, '--remote-debugging-port=0']
  const [program = '', ...rest] = command
  const child = start(program, rest, { env: desktop.env, cwd: desktop.folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'exit')
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (words += text))
  const portFile = join(desktop.profile, 'DevToolsActivePort')
  const port = () => readFile(portFile, 'utf8').catch(() => '')
  await expect
    .poll(async () => ((await port()).includes('\n') ? 'started' : words), { message: 'the packaged program', timeout: 30_000, intervals: [50] })
    .toBe('started')
  const [number = '', path = ''] = (await port()).split('\n')
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${number}${path}`)
  const pages = () => browser.contexts().flatMap((context) => context.pages())
  await expect.poll(() => pages().length, { message: 'its window', intervals: [50] }).toBe(1)
  const [page] = pages()
  if (page === undefined || child.pid === undefined) throw new Error('The packaged program has no window')
  page.setDefaultTimeout(15_000)
  return { page, pid: child.pid, ended }
}
