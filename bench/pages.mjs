import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sandboxArguments } from '../scripts/run/app.mjs'
import { end } from '../scripts/run/ending.mjs'
import { findElectron } from '../scripts/setup/electron.mjs'
import { repository } from '../scripts/setup/places.mjs'
import { runMain, say } from '../scripts/setup/step.mjs'
import { spread } from './figures.mjs'
import { fillCache, firstVisit } from './many-meetings.mjs'
import { prepareSignedIn } from './prepare-profile.mjs'
import { debuggingAddress, evaluate, inFirstPage } from './protocol.mjs'
import { longestTask, openTracing } from './trace.mjs'

/**
 * @typedef {import('./prepare-profile.mjs').SignedIn} SignedIn
 * @typedef {import('./trace.mjs').Task} Task
 */

const changes = ['home', 'meetings', 'meetings/week', 'contacts', 'home', 'meetings', 'meetings/week', 'contacts', 'home', 'settings/account']
/** Milliseconds. */
const budget = 50
const rounds = Number(option('rounds') ?? 3)
/** A folder in which the traces are kept, with all that Chromium tells, for its own viewer of them. */
const kept = option('traces')
const categories = kept === undefined ? ['toplevel'] : ['toplevel', 'blink', 'blink_gc', 'devtools.timeline', 'loading', 'v8', 'v8.execute', 'disabled-by-default-v8.compile', 'disabled-by-default-v8.gc']

/**
 * How long the page works when one goes from page to page with 10,000 meetings and 5,000 people: the longest task of
 * each change, which is how long a click or a key would have to wait, and how much of that was work of its own rather than of
 * other programs. Every round starts Parley anew. `npm run bench -- --pages`, `--rounds=N`, `--traces=FOLDER`; `--check` fails
 * over the budget.
 *
 * @returns {Promise<number>} how many changes took too long, by their medians
 */
async function measurePages() {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const signedIn = await prepareSignedIn(folder)
  if (!signedIn) {
    say('Pages are measured on Linux alone.')
    return 0
  }
  try {
    const account = await firstVisit(signedIn)
    /** @type {Task[][]} */
    const found = changes.map(() => [])
    for (let round = 0; round < rounds; round += 1) {
      await fillCache(account)
      const tasks = await goThrough(signedIn, round)
      tasks.forEach((task, index) => found[index]?.push(task))
    }
    return report(found)
  } finally {
    await signedIn.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * One start of Parley, and all changes of its page. What drives it is as thin as can be: under a test's driver, the first script
 * that is asked for, and the first page that waits for its script, cost the page 70 ms more.
 *
 * @param {SignedIn} signedIn
 * @param {number} round
 * @returns {Promise<Task[]>}
 */
async function goThrough(signedIn, round) {
  const args = ['--remote-debugging-port=0', ...sandboxArguments(), repository, `--user-data-dir=${signedIn.userData}`, '--lang=en-US']
  const child = spawn(findElectron().path, args, { env: { ...signedIn.env, LANGUAGE: 'en' }, stdio: ['ignore', 'ignore', 'pipe'] })
  /** @type {NodeJS.Timeout | undefined} */
  let again
  try {
    const address = await debuggingAddress(child)
    const tracing = await openTracing(address)
    const { result, connection } = await inFirstPage(address, async (send) => {
      while ((await evaluate(send, `document.querySelector('nav[aria-label="Main"]') !== null`)) !== true) await wait(50)
      // A workspace that hangs: what is measured is what is shown of the cache. One that never came to listen is replaced.
      while (!freeze(child.pid ?? 0)) await wait(10)
      again = setInterval(() => freeze(child.pid ?? 0), 100)
      // What begins after the first paint is over.
      await wait(4_000)
      const tasks = []
      for (const [index, name] of changes.entries()) {
        const events = await tracing.record(categories, async () => {
          await evaluate(send, `location.hash = '#/${name}'; 0`)
          await wait(1_200)
        })
        const rows = Number(await evaluate(send, `document.querySelectorAll('main li').length`))
        if (rows === 0) throw new Error(`There was nothing on ${name}: what was measured means nothing.`)
        if (kept !== undefined) await writeFile(join(kept, `${round + 1}-${index + 1}-${name.replace('/', '-')}.json`), JSON.stringify({ traceEvents: events }))
        const task = longestTask(events)
        tasks.push(task)
        say(`round ${round + 1} of ${rounds}, ${name}: longest task ${task.time.toFixed(0)} ms, most work of one ${task.work.toFixed(0)} ms (${rows} rows in the page)`)
      }
      return tasks
    })
    tracing.close()
    connection.close()
    return result
  } finally {
    clearInterval(again)
    // One that is stopped hears of no end: it would outlive its client, and keep this program from ending.
    for (const workspace of workspacesOf(child.pid ?? 0)) tell(workspace, 'SIGKILL')
    await end(child)
  }
}

/** Whichever thread began them. @param {number} pid */
function childrenOf(pid) {
  const threads = readdirSync(`/proc/${pid}/task`)
  return threads.flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number))
}

/** @param {string} file @returns {string} nothing of what has ended meanwhile */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The embedded workspace's process, if there is one. @param {number} pid of the client */
function workspacesOf(pid) {
  return childrenOf(pid).filter((child) => read(`/proc/${child}/cmdline`).includes('node.mojom.NodeService'))
}

/** Stops it. @param {number} pid of the client @returns {boolean} whether it did */
function freeze(pid) {
  return workspacesOf(pid).filter((workspace) => tell(workspace, 'SIGSTOP')).length > 0
}

/** @param {number} pid @param {NodeJS.Signals} signal @returns {boolean} false for what has ended by itself */
function tell(pid, signal) {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

/** @param {Task[][]} found of each change, one of each round @returns {number} how many changes take too long */
function report(found) {
  const rows = found.map((tasks) => ({ time: spread(tasks.map(({ time }) => time)), work: spread(tasks.map(({ work }) => work)) }))
  say(`\nLongest task and most work of one in milliseconds, medians of ${rounds} (minima and maxima)\n`)
  for (const [index, { time, work }] of rows.entries()) say(`${`${index + 1}. ${changes[index] ?? ''}`.padEnd(20)} ${figure(time)}   ${figure(work)}`)
  return rows.filter(({ time }) => time.median >= budget).length
}

/** @param {import('./figures.mjs').Spread} spread */
function figure({ median, min, max }) {
  return `${median.toFixed(0)} (${min.toFixed(0)}–${max.toFixed(0)})`.padEnd(16)
}

/** @param {string} name */
function option(name) {
  return process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
}

await runMain(async () => {
  if (kept !== undefined) await mkdir(kept, { recursive: true })
  const over = await measurePages()
  return process.argv.includes('--check') && over > 0 ? 1 : 0
})
