import { _electron } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
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
 * each change, which is how long a click or a key would have to wait. `npm run bench -- --pages`
 */
async function measurePages() {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const signedIn = await prepareSignedIn(folder)
  if (!signedIn) return say('Pages are measured on Linux alone.')
  const start = () =>
    _electron.launch({
      executablePath: findElectron().path,
      args: [...sandboxArguments(), repository, `--user-data-dir=${signedIn.userData}`, '--lang=en-US'],
      env: Object.fromEntries(Object.entries({ ...signedIn.env, LANGUAGE: 'en' }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    })
  try {
    const first = await start()
    await (await first.firstWindow()).evaluate(`location.hash = '#/contacts'`)
    await wait(3_000)
    await first.close()
    await fillCache(join(signedIn.userData, 'cache'))
    const app = await start()
    const page = await app.firstWindow()
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    // A workspace that hangs: what is measured is what is shown of the cache.
    await freeze(app.process().pid ?? 0)
    await wait(3_000)
    await page.evaluate(`window.tasks = []; new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' }); 0`)
    for (const [index, name] of changes.entries()) {
      await page.evaluate(`tasks.length = 0; location.hash = '#/${name}'; 0`)
      await wait(1_200)
      const longest = Number(await page.evaluate(`Math.max(0, ...tasks)`))
      const rows = Number(await page.evaluate(`document.querySelectorAll('main li').length`))
      say(`${index + 1}. ${name}: ${longest < budget ? `no task of ${budget} ms` : `longest task ${longest.toFixed(0)} ms`} (${rows} rows in the page)`)
    }
    await app.close()
  } finally {
    await signedIn.stop()
    await rm(folder, { recursive: true, force: true })
  }
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

/** @param {string} cache */
async function fillCache(cache) {
  const [account] = await readdir(cache)
  if (account === undefined) throw new Error('The client has kept nothing yet.')
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
  await writeFile(join(cache, account, 'meetings.json'), JSON.stringify({ items: meetings, fetchedAt: now }))
  await writeFile(join(cache, account, 'contacts.json'), JSON.stringify({ items: contacts, fetchedAt: now }))
}

await runMain(async () => {
  await measurePages()
  return 0
})
