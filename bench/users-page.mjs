import { chromium } from '@playwright/test'
import { say } from '../scripts/setup/step.mjs'

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

/**
 * How long the console's users page takes from the navigation until its first users are there and it answers, with an
 * empty cache; and whether scrolling through it keeps it busy.
 *
 * @param {string} origin @param {string[]} cookies @param {string} what
 */
export async function usersPage(origin, cookies, what) {
  const executablePath = process.env['PARLEY_BROWSER'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
  try {
    /** @type {number[]} */
    const times = []
    let longest = 0
    for (let round = 0; round < 7; round += 1) {
      // A context of its own has a cache of its own.
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      await context.addCookies(cookies.map((cookie) => ({ name: cookie.split('=')[0] ?? '', value: cookie.slice(cookie.indexOf('=') + 1), url: origin })))
      const page = await context.newPage()
      await page.addInitScript(watch)
      await page.goto(`${origin}/nav/users/company`, { waitUntil: 'commit' })
      times.push(Number(await page.evaluate('usable')))
      await page.evaluate('tasks.length = 0')
      await page.mouse.move(640, 500)
      for (let turn = 0; turn < 30; turn += 1) {
        await page.mouse.wheel(0, 400)
        await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))')
      }
      longest = Math.max(longest, Number(await page.evaluate('Math.max(0, ...tasks)')))
      await context.close()
    }
    times.sort((a, b) => a - b)
    const [least, middle, most] = [times[0], times[3], times[6]].map((time) => (time ?? 0).toFixed(0))
    const busy = longest < 50 ? 'no task of 50 ms' : `the longest task takes ${longest.toFixed(0)} ms`
    say(`${what}, users page: usable after ${String(middle)} ms (${String(least)}–${String(most)}); scrolling: ${busy}`)
  } finally {
    await browser.close()
  }
}
