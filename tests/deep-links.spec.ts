import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Desktop } from './harness/desktop'
import { foreignArguments, hostileLinks } from './hostile/links'
import { openSettings, openUserManagement, signInFirst } from './harness/journeys'
import { startAgain } from './harness/parley'
import { anna } from './harness/people'
import { run } from './harness/processes'
import { expect, test, testSignedIn } from './harness/test'

/** Each takes a start of its own; that every one is refused is tested beside the table. */
const handedOver = hostileLinks.filter((_link, index) => index % 3 === 0)

const unknownLink = 'Parley does not know the link that you followed.'

test('links that are not Parley’s open nothing and say so', async ({ desktop, launch }) => {
  const parley = await launch()
  const { page } = parley
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const address = page.url()
  for (const link of handedOver) {
    await test.step(link.slice(0, 80), async () => {
      expect((await startAgain(desktop, [link])).status).toBe(0)
      await expect(page.getByText(unknownLink)).toBeVisible()
      expect(page.url()).toBe(address)
      expect(parley.electron.windows()).toHaveLength(1)
      await page.getByRole('button', { name: 'Dismiss' }).click()
      await expect(page.getByText(unknownLink)).toBeHidden()
    })
  }
  expect(await desktop.browser.starts()).toBe(0)
})

test('a second start brings the first one’s window to the front, whatever it is given', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const parley = await launch()
  await expect(parley.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  for (const args of foreignArguments) {
    await parley.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    expect((await startAgain(desktop, args)).status).toBe(0)
    await expect
      .poll(() => parley.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.isMinimized() ?? null))
      .toBe(false)
    expect(parley.electron.windows()).toHaveLength(1)
  }
  expect(await desktop.browser.starts()).toBe(0)
})

test('a command line that can’t be followed says so, and a second one is followed', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const { page } = await launch({ args: ['--lang=xx', '--hidden=no', '--unheard-of'] })
  await expect(page.getByText('Parley could not follow --lang, --hidden of its command line')).toBeVisible()
  expect((await startAgain(desktop, ['--lang=fr', '--workspace=nowhere at all'])).status).toBe(0)
  await expect(page.getByText('L’espace de travail indiqué par la ligne de commande n’a pas pu être affiché.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Se connecter', exact: true })).toBeVisible()

  const version = await startAgain(desktop, ['--version'])
  expect(version).toMatchObject({ status: 0, output: expect.stringMatching(/^Parley \d+\.\d+\.\d+\n$/) })
  const folder = await startAgain(desktop, ['--user-data-dir='])
  expect(folder).toMatchObject({ status: 2, errors: expect.stringContaining('can’t hold a profile') })
})

test('an unknown link at a cold start says so', async ({ launch }) => {
  const { page } = await launch({ args: ['parley://nowhere'] })
  await expect(page.getByText(unknownLink)).toBeVisible()
})

test('a meeting’s link waits for the sign-in; the desktop’s own way to open links leads to Parley', async ({ desktop, launch }) => {
  const { page, electron } = await launch({ args: ['parley://join/m12-345-678'] })
  await expect(page.getByText('Sign in to join the meeting m12-345-678.')).toBeVisible()
  const hasPages = () => electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []).find(({ label }) => label === 'Meetings')?.enabled)
  await expect.poll(hasPages).toBe(false)
  await signInFirst({ page }, desktop, anna)
  await expect.poll(hasPages, { message: 'the menu has been made anew' }).toBe(true)
  await expect(page.getByRole('heading', { name: 'Ready to join?' })).toBeVisible()
  await expect(page.getByText('m12-345-678').first()).toBeVisible()

  await openSettings(page, 'General')
  await page.getByRole('button', { name: 'Open them with Parley' }).click()
  await expect(page.getByText('hands over open in Parley')).toBeVisible()
  const env = { ...desktop.env, ...(process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}) }
  expect(await run('xdg-open', ['parley://settings/about'], { env })).toMatchObject({ status: 0 })
  await expect(page.getByRole('heading', { name: 'About' })).toBeVisible()
})

testSignedIn('a meeting’s page in the browser hands over to Parley', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const { page } = await launch()
  await openSettings(page, 'General')
  await page.getByRole('button', { name: 'Open them with Parley' }).click()
  await expect(page.getByText('hands over open in Parley')).toBeVisible()
  const popUp = await openUserManagement(page)
  const origin = `http://${/127\.0\.0\.1:\d+/.exec((await popUp.textContent()) ?? '')?.[0] ?? ''}`
  await page.keyboard.press('Escape')
  // What a person has answered once to the browser's question, which no test can reach: it is no part of a page.
  await allowLinks(desktop, origin)

  // Chromium refuses its sandbox to root, in the Parley that the browser starts, too.
  const env = { ...desktop.env, ...(process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}) }
  const browser = run('xdg-open', [`${origin}/join/m12-345-678`], { env })
  const tab = await desktop.browser.tab(({ pathname }) => pathname === '/join/m12-345-678')
  await expect(tab.getByText('Meeting m12-345-678')).toBeVisible()
  await tab.getByRole('link', { name: 'Open Parley' }).click()
  await expect(page.getByRole('heading', { name: 'Ready to join?' })).toBeVisible()
  await expect(page.getByText('m12-345-678').first()).toBeVisible()
  await desktop.browser.quit()
  await browser
})

/** Notes in the browser's profile, before it starts, that pages of this origin may open `parley:` links. */
async function allowLinks(desktop: Desktop, origin: string): Promise<void> {
  const file = join(desktop.browser.profile, 'Default/Preferences')
  const kept: unknown = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
  const allowed = { protocol_handler: { allowed_origin_protocol_pairs: { [origin]: { parley: true } } } }
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify({ ...z.record(z.string(), z.unknown()).parse(kept), ...allowed }))
}
