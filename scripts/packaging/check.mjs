import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { capture } from '../run/child.mjs'
import { startDisplay } from '../run/display.mjs'
import { end } from '../run/ending.mjs'
import { say, SetUpError } from '../setup/step.mjs'

/**
 * @typedef {{ name: string, install: (file: string) => Promise<string>, remove: () => Promise<void> }} Kind `install` gives the
 *   program's path
 */

/** `nobody`, on every Linux system: a program with a sandbox is not tried as root. */
const person = { uid: 65_534, gid: 65_534 }
/** Where packages put something. */
const places = ['/opt', '/usr/bin', '/usr/local', '/usr/share', '/usr/lib/systemd', '/etc']
const meeting = 'm12-345-678'
const patience = 60_000

/** @throws {SetUpError} where packages can't be installed to be tried */
export async function needInstaller() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new SetUpError('Packages are installed to be tried: that takes root, on Linux.')
  if (readdirSync('/opt').includes('Parley')) throw new SetUpError('Parley is installed on this computer; packages are tried where it is not.')
}

/**
 * Tries packages as people get them: each one is installed, started by an ordinary user, opens a link through the desktop's own way, and
 * is removed; nothing of it may be left.
 *
 * @param {string} folder with the packages
 */
export async function checkPackages(folder) {
  const files = readdirSync(folder)
  const display = await startDisplay()
  try {
    for (const kind of kinds()) {
      const file = files.find((name) => name.endsWith(`.${kind.name}`))
      if (file === undefined) throw new Error(`There is no ${kind.name} in ${folder}`)
      const before = listing()
      const program = await kind.install(join(folder, file))
      try {
        await tryProgram(program, display.name, kind.name !== 'tar.gz')
      } finally {
        await kind.remove()
      }
      const left = listing().filter((path) => !before.includes(path))
      if (left.length > 0) throw new Error(`${file} leaves behind:\n${left.join('\n')}`)
      say(`${file}: installed, started, link opened, removed with nothing left`)
    }
  } finally {
    display.stop()
  }
}

/** @returns {Kind[]} */
function kinds() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-unpacked-'))
  chmodSync(folder, 0o755)
  // A database of its own: Debian's packages stay dpkg's.
  const database = ['--dbpath', join(folder, 'rpm')]
  return [
    {
      name: 'tar.gz',
      install: async (file) => {
        await run('tar', ['-xzf', file, '-C', folder, '--strip-components=1', '--no-same-owner'])
        return join(folder, 'parley')
      },
      remove: async () => rmSync(folder, { recursive: true }),
    },
    {
      name: 'deb',
      // What it depends on is there already; nothing is fetched.
      install: async (file) => {
        await run('dpkg', ['--force-depends', '--install', file])
        return '/usr/bin/parley'
      },
      remove: () => run('dpkg', ['--purge', 'parley']),
    },
    {
      name: 'rpm',
      install: async (file) => {
        mkdirSync(join(folder, 'rpm'), { recursive: true })
        await run('rpm', [...database, '--install', '--nodeps', '--force-debian', file])
        return '/usr/bin/parley'
      },
      remove: async () => {
        await run('rpm', [...database, '--erase', '--nodeps', 'parley'])
        rmSync(folder, { recursive: true })
      },
    },
  ]
}

/**
 * @param {string} program
 * @param {string} display
 * @param {boolean} bringsEntry Whether the package has brought an entry for everybody, so that the program needs none of its own.
 */
async function tryProgram(program, display, bringsEntry) {
  const home = mkdtempSync(join(tmpdir(), 'parley-home-'))
  chownSync(home, person.uid, person.gid)
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home, DISPLAY: display, LANG: 'C.UTF-8', LANGUAGE: 'en', XDG_CURRENT_DESKTOP: 'X-Generic' }
  const asPerson = ['--reuid', String(person.uid), '--regid', String(person.gid), '--clear-groups', '--']
  const child = spawn('setpriv', [...asPerson, program, '--remote-debugging-port=0'], { env, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child))
    const page = browser.contexts().flatMap((context) => context.pages())[0]
    if (page === undefined) throw new Error('The program has no window.')
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor({ timeout: patience })
    const ask = () => capture('setpriv', [...asPerson, 'xdg-mime', 'query', 'default', 'x-scheme-handler/parley'], { env, cwd: home })
    await until('the links are Parley’s', async () => (await ask()).output.trim() === 'app.parley.Parley.desktop')
    const ownEntry = join(home, '.local/share/applications/app.parley.Parley.desktop')
    const ownPicture = join(home, '.local/share/icons/hicolor/256x256/apps/app.parley.Parley.png')
    for (const own of [ownEntry, ownPicture]) {
      if (existsSync(own) === bringsEntry) throw new Error(bringsEntry ? `There is ${own} beside the package’s` : `There is no ${own}`)
    }
    const opened = await capture('setpriv', [...asPerson, 'xdg-open', `parley://join/${meeting}`], { env, cwd: home, timeout: patience })
    if (opened.status !== 0) throw new Error(`xdg-open ended with status ${opened.status}:\n${opened.output}`)
    await page.getByText(meeting).waitFor({ timeout: patience })
    await browser.close()
  } finally {
    await end(child)
    rmSync(home, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<string>} */
function debuggingAddress(child) {
  return new Promise((resolve, reject) => {
    let words = ''
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      words += text
      const address = /DevTools listening on (ws:\/\/\S+)/.exec(words)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the program ended with status ${code}:\n${words}`)))
    child.once('error', reject)
  })
}

/** @param {string} what @param {() => Promise<boolean>} isSo */
async function until(what, isSo) {
  for (const last = Date.now() + patience; Date.now() < last; await wait(200)) if (await isSo()) return
  throw new Error(`It did not come to this: ${what}`)
}

function listing() {
  // What the system's package tools keep in order for themselves.
  const own = /^\/usr\/share\/(?:applications\/mimeinfo\.cache|icons\/.*\/icon-theme\.cache|mime\/)/
  const shared = (/** @type {string} */ place) => {
    try {
      return readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name))
    } catch {
      return []
    }
  }
  return places.flatMap(shared).filter((path) => !own.test(path))
}

/** @param {string} program @param {string[]} args */
async function run(program, args) {
  const { status, output } = await capture(program, args)
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with status ${status}:\n${output}`)
}
