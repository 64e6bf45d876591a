import { startOutside } from './harness/outside'
import { runInPage } from './harness/run-in-page'
import type { Parley } from './harness/parley'
import { expect, test } from './harness/test'
import { escapes } from './hostile/escapes'

/** What the page is, as a person would tell: where, what its window is called, and whether it is the client's first screen. */
const itself = `return [location.href.replace(/#.*$/, ''), document.title, document.querySelector('main button')?.innerText ?? null]`
const untouched = ['app://parley/', 'Parley', 'Sign in']

/** Loads the page anew. By main, since the test tool waits for ever for navigations that were prevented. */
async function startOver(parley: Parley): Promise<void> {
  await runInPage(parley, `window.old = true`)
  await parley.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.reload()
  })
  await expect
    .poll(() => runInPage(parley, `return [window.old ?? false, document.querySelector('main button')?.innerText]`), { intervals: [50] })
    .toEqual([false, 'Sign in'])
}

test('there is no way out of the page', async ({ desktop, launch }) => {
  test.slow()
  const outside = await startOutside()
  const parley = await launch()
  await expect(parley.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()

  for (const [way, text] of Object.entries(escapes)) {
    await test.step(way, async () => {
      await runInPage(parley, text.replaceAll('OUTSIDE', `${outside.origin}/${encodeURIComponent(way)}`))
      // Two frames painted: what the way started has begun, or was refused, by then.
      await runInPage(parley, `await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))`)
      // A navigation to where the page is already only loads it anew.
      await expect.poll(() => runInPage(parley, itself), { message: way, intervals: [50] }).toEqual(untouched)
      expect(parley.electron.windows(), way).toHaveLength(1)
      await startOver(parley)
    })
  }

  expect(outside.visits).toEqual([])
  expect(await desktop.browser.starts()).toBe(0)
  outside.stop()
})
