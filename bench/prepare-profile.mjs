import { _electron, chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sandboxArguments } from '../scripts/run/app.mjs'
import { end } from '../scripts/run/ending.mjs'
import { findElectron } from '../scripts/setup/electron.mjs'
import { onPath } from '../scripts/setup/on-path.mjs'
import { repository } from '../scripts/setup/places.mjs'

/**
 * @typedef {{ userData: string, env: NodeJS.ProcessEnv, stop: () => Promise<void> }} SignedIn a profile that is signed
 *   in, the environment in which it is (keychain, message bus), and how that ends
 */

const messageBus = 'dbus-daemon'
const keychain = 'gnome-keyring-daemon'
const person = { company: 'Bench', name: 'Bench Person', email: 'bench@example.com', password: 'correct horse battery staple' }

/**
 * Signs in once, through a real browser and keychain, in a profile that all signed-in rounds then use: refresh tokens
 * rotate, so a copy would not do.
 *
 * @param {string} folder where to put it
 * @returns {Promise<SignedIn | undefined>} nothing on systems other than Linux; those rounds are then left out
 */
export async function prepareSignedIn(folder) {
  if (process.platform !== 'linux') return undefined
  const userData = join(folder, 'user-data')
  const desktop = await startDesktop(folder)
  try {
    await signIn(userData, desktop.env, join(folder, 'opened'))
    return { userData, env: desktop.env, stop: desktop.stop }
  } catch (error) {
    await desktop.stop()
    throw error
  }
}

/**
 * A message bus with an unlocked keychain, and a default browser that only notes which address it should open.
 *
 * @param {string} folder
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => Promise<void> }>}
 */
async function startDesktop(folder) {
  const places = { home: join(folder, 'home'), programs: join(folder, 'programs'), runtime: join(folder, 'runtime') }
  for (const place of Object.values(places)) await mkdir(place, { recursive: true, mode: 0o700 })
  await writeFile(join(places.programs, 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > '${join(folder, 'opened')}'\n`)
  await chmod(join(places.programs, 'xdg-open'), 0o755)
  const home = { HOME: places.home, XDG_DATA_HOME: join(places.home, 'data'), XDG_CONFIG_HOME: join(places.home, 'config') }
  const env = { ...process.env, ...home, XDG_RUNTIME_DIR: places.runtime, PATH: `${places.programs}${delimiter}${process.env['PATH']}` }
  const bus = spawn(messageBus, ['--session', '--nofork', '--print-address'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const [address] = await once(bus.stdout, 'data')
  const onBus = { ...env, DBUS_SESSION_BUS_ADDRESS: String(address).trim() }
  // The daemon goes to the background once it answers on the bus, and ends with the bus.
  const keyring = spawn(keychain, ['--daemonize', '--unlock', '--components=secrets'], { env: onBus, stdio: ['pipe', 'ignore', 'ignore'] })
  keyring.stdin.end('password of the keyring')
  await once(keyring, 'exit')
  return { env: onBus, stop: () => end(bus) }
}

/**
 * First run: creates a company in the browser, and waits until the client is signed in.
 *
 * @param {string} userData
 * @param {NodeJS.ProcessEnv} env
 * @param {string} opened file in which the address to be opened is noted
 */
async function signIn(userData, env, opened) {
  const defined = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  const app = await _electron.launch({
    executablePath: findElectron().path,
    args: [...sandboxArguments(), repository, `--user-data-dir=${userData}`, '--lang=en-US'],
    env: { ...defined, LANG: 'en_US.UTF-8', LANGUAGE: 'en' },
  })
  const browser = await chromium.launch({ executablePath: browserProgram() })
  try {
    const window = await app.firstWindow()
    await window.getByRole('button', { name: 'Sign in', exact: true }).click()
    const tab = await browser.newPage({ locale: 'en-US' })
    await tab.goto(await addressIn(opened))
    await tab.getByLabel('Company', { exact: true }).fill(person.company)
    await tab.getByLabel('Your name', { exact: true }).fill(person.name)
    await tab.getByLabel('E-mail', { exact: true }).fill(person.email)
    await tab.getByLabel('Password', { exact: true }).fill(person.password)
    await tab.getByRole('button', { name: 'Create company' }).click()
    await window.getByRole('navigation', { name: 'Main' }).waitFor()
  } finally {
    await browser.close()
    await app.close()
  }
}

/** @param {string} file @returns {Promise<string>} what is noted in it, once it is */
async function addressIn(file) {
  for (let tries = 0; tries < 300; tries += 1) {
    const address = await readFile(file, 'utf8').catch(() => '')
    if (address) return address
    await wait(100)
  }
  throw new Error('The app has opened no browser within 30 s.')
}

function browserProgram() {
  const program = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find((path) => path !== undefined)
  if (!program) throw new Error('There is no Chromium or Chrome.')
  return program
}
