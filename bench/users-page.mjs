import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { end } from '../scripts/run/ending.mjs'
import { say } from '../scripts/setup/step.mjs'
import { connect, debuggingAddress, evaluate } from './protocol.mjs'

/** Told by the page itself: when its first row of users was drawn, and the tasks that kept it busy. */
const watch = `
  window.tasks = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true })
  window.usable = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('tbody tr input[type=checkbox]') === null) return requestAnimationFrame(look)
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    }
    look()
  })
`

const rounds = 7

/**
 * How long the console's users page takes from the navigation until its first users are there and it answers, with an
 * empty cache; and whether scrolling through it keeps it busy. What drives the browser is as thin as can be: a test's driver
 * wants to know what asked for each file, for which the browser reads the page's scripts a second time.
 *
 * @param {string} origin @param {string[]} cookies @param {string} what
 */
export async function usersPage(origin, cookies, what) {
  const folder = await mkdtemp(join(tmpdir(), 'parley-browser-'))
  const args = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, '--no-first-run', '--no-sandbox', '--disable-gpu']
  const quiet = ['--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync']
  const browser = spawn(process.env['PARLEY_BROWSER'] ?? '/usr/bin/chromium', [...args, ...quiet, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    const connection = await connect(await debuggingAddress(browser), () => undefined)
    /** @type {number[]} */
    const times = []
    let longest = 0
    for (let round = 0; round < rounds; round += 1) {
      const { usable, task } = await visit(connection, origin, cookies)
      times.push(usable)
      longest = Math.max(longest, task)
    }
    connection.close()
    times.sort((a, b) => a - b)
    const [least, middle, most] = [times[0], times[3], times[6]].map((time) => (time ?? 0).toFixed(0))
    const busy = longest < 50 ? 'no task of 50 ms' : `the longest task takes ${longest.toFixed(0)} ms`
    say(`${what}, users page: usable after ${String(middle)} ms (${String(least)}–${String(most)}); scrolling: ${busy}`)
  } finally {
    await end(browser)
    // Its other processes write into it for a moment longer.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/**
 * Opens the page in a context of its own, which has a cache of its own.
 *
 * @param {import('./protocol.mjs').Connection} connection @param {string} origin @param {string[]} cookies
 * @returns {Promise<{ usable: number, task: number }>} milliseconds until it was usable, and of the longest task while it scrolled
 */
async function visit(connection, origin, cookies) {
  const { browserContextId } = /** @type {{ browserContextId: string }} */ (await connection.send('Target.createBrowserContext'))
  const named = cookies.map((cookie) => ({ name: cookie.split('=')[0] ?? '', value: cookie.slice(cookie.indexOf('=') + 1), url: origin }))
  await connection.send('Storage.setCookies', { cookies: named, browserContextId })
  const { targetId } = /** @type {{ targetId: string }} */ (await connection.send('Target.createTarget', { url: 'about:blank', browserContextId }))
  const { sessionId } = /** @type {{ sessionId: string }} */ (await connection.send('Target.attachToTarget', { targetId, flatten: true }))
  const send = (/** @type {string} */ method, /** @type {object} */ params = {}) => connection.send(method, params, sessionId)
  await send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false })
  await send('Page.enable')
  await send('Page.addScriptToEvaluateOnNewDocument', { source: watch })
  // Answered once the page has begun.
  await send('Page.navigate', { url: `${origin}/nav/users/company` })
  const usable = Number(await evaluate(send, 'usable'))
  await evaluate(send, 'tasks.length = 0')
  for (let turn = 0; turn < 30; turn += 1) {
    await send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 640, y: 500, deltaX: 0, deltaY: 400 })
    await evaluate(send, 'new Promise((resolve) => requestAnimationFrame(resolve)).then(() => 0)')
  }
  const task = Number(await evaluate(send, 'Math.max(0, ...tasks)'))
  if (Number(await evaluate(send, 'scrollY')) === 0) throw new Error('The page did not scroll: what was measured means nothing.')
  await connection.send('Target.disposeBrowserContext', { browserContextId })
  return { usable, task }
}
