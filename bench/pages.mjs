import { _electron } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sandboxArguments } from '../scripts/run/app.mjs'
import { findElectron } from '../scripts/setup/electron.mjs'
import { repository } from '../scripts/setup/places.mjs'
import { runMain, say } from '../scripts/setup/step.mjs'
import { prepareSignedIn } from './prepare-profile.mjs'

const many = { meetings: 10_000, people: 5_000 }
const changes = ['home', 'meetings', 'meetings/week', 'contacts', 'home', 'meetings', 'meetings/week', 'contacts', 'home']
/** Milliseconds. */
const budget = 50

/**
 * How long the page works when one goes from page to page with 10,000 meetings and 5,000 people: the longest task of
 * each change, which is how long a click or a key would have to wait, and how much of that was work of its own rather than of
 * other programs. `npm run bench -- --pages`; `--check` fails over the budget.
 *
 * @returns {Promise<number>} how many changes took too long
 */
async function measurePages() {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const signedIn = await prepareSignedIn(folder)
  let over = 0
  /** @type {NodeJS.Timeout | undefined} */
  let again
  if (!signedIn) {
    say('Pages are measured on Linux alone.')
    return over
  }
  const start = () =>
    _electron.launch({
      executablePath: findElectron().path,
      args: [...sandboxArguments(), repository, `--user-data-dir=${signedIn.userData}`, '--lang=en-US'],
      env: Object.fromEntries(Object.entries({ ...signedIn.env, LANGUAGE: 'en' }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    })
  try {
    const first = await start()
    const once = await first.firstWindow()
    await once.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts' }).click()
    const account = await keptBy(join(signedIn.userData, 'cache'))
    await first.close()
    await fillCache(account)
    const app = await start()
    const page = await app.firstWindow()
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    // A workspace that hangs: what is measured is what is shown of the cache.
    const pid = app.process().pid ?? 0
    await freeze(pid)
    // One that never came to listen is replaced.
    again = setInterval(() => void freeze(pid).catch(() => undefined), 2_000)
    await wait(3_000)
    for (const [index, name] of changes.entries()) {
      await app.evaluate(({ contentTracing }) => contentTracing.startRecording({ included_categories: ['toplevel'], excluded_categories: ['*'] }))
      await page.evaluate(`location.hash = '#/${name}'; 0`)
      await wait(1_200)
      const { time, work } = longestTask(JSON.parse(await readFile(await app.evaluate(({ contentTracing }) => contentTracing.stopRecording()), 'utf8')))
      const rows = Number(await page.evaluate(`document.querySelectorAll('main li').length`))
      if (rows === 0) throw new Error(`There was nothing on ${name}: what was measured means nothing.`)
      if (time >= budget) over += 1
      say(`${index + 1}. ${name}: longest task ${time.toFixed(0)} ms, most work of one ${work.toFixed(0)} ms (${rows} rows in the page)`)
    }
    clearInterval(again)
    await app.close()
    return over
  } finally {
    clearInterval(again)
    await signedIn.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @typedef {{ name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args: { name?: string } }} TraceEvent
 *   one of Chromium's; `dur` and `tdur` (the thread's own time) in microseconds
 */

/**
 * The longest task of the page, and the most that one of them worked, in milliseconds.
 *
 * @param {{ traceEvents: TraceEvent[] }} trace
 */
function longestTask({ traceEvents }) {
  const pages = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`))
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && pages.has(`${pid} ${tid}`))
  return { time: Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1_000, work: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000 }
}

/** Stops the embedded workspace's process, as soon as there is one. @param {number} pid of the client */
async function freeze(pid) {
  for (let tries = 0; tries < 200; tries += 1) {
    const { stdout } = spawnSync('pgrep', ['-P', String(pid), '-f', 'node.mojom.NodeService'], { encoding: 'utf8' })
    const found = Number(stdout.trim().split('\n')[0])
    if (found > 0) return process.kill(found, 'SIGSTOP')
    await wait(10)
  }
  throw new Error('The workspace does not run.')
}

/** Waits until the client has kept its contacts, and gives the account's folder. @param {string} cache */
async function keptBy(cache) {
  for (let tries = 0; tries < 600; tries += 1) {
    const [account] = await readdir(cache).catch(() => [])
    if (account !== undefined && (await readdir(join(cache, account))).includes('contacts.json')) return join(cache, account)
    await wait(100)
  }
  throw new Error('The client has kept nothing.')
}

/** @param {string} account folder of its cache */
async function fillCache(account) {
  const now = Date.now()
  const meetings = Array.from({ length: many.meetings }, (_, index) => ({
    id: `m${String(10_000_000 + index).replace(/^(\d\d)(\d{3})(\d{3})$/, '$1-$2-$3')}`,
    subject: `Meeting ${index}`,
    start: new Date(now + (index - 2_000) * 600_000).toISOString(),
    end: new Date(now + (index - 2_000) * 600_000 + 1_800_000).toISOString(),
    timeZone: 'Europe/Berlin',
    recurrence: index % 10 === 0 ? { frequency: 'weekly', interval: 1, weekdays: [], ends: null } : null,
    hasPassword: index % 3 === 0,
    joinLink: `https://parley.example.com/join/${index}`,
    organizer: { name: 'Anna', email: 'anna@example.com' },
    invitees: [{ name: 'Bob', email: 'bob@example.com' }],
  }))
  const contacts = Array.from({ length: many.people }, (_, index) => ({
    id: `u${index}`,
    name: `Person ${index} of the company`,
    email: `person${index}@example.com`,
    presence: 'unknown',
  }))
  await writeFile(join(account, 'meetings.json'), JSON.stringify({ items: meetings, fetchedAt: now }))
  await writeFile(join(account, 'contacts.json'), JSON.stringify({ items: contacts, fetchedAt: now }))
}

await runMain(async () => {
  const over = await measurePages()
  return process.argv.includes('--check') && over > 0 ? 1 : 0
})
