import { foreignArguments, hostileLinks } from './hostile/links'
import { openSettings, signInFirst } from './harness/journeys'
import { startAgain } from './harness/parley'
import { anna } from './harness/people'
import { run } from './harness/processes'
import { expect, test } from './harness/test'

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
  const { page } = await launch({ args: ['parley://join/m12-345-678'] })
  await expect(page.getByText('Sign in to join the meeting m12-345-678.')).toBeVisible()
  await signInFirst({ page }, desktop, anna)
  await expect(page.getByRole('heading', { name: 'Ready to join?' })).toBeVisible()
  await expect(page.getByText('m12-345-678').first()).toBeVisible()

  await openSettings(page, 'General')
  await page.getByRole('button', { name: 'Open them with Parley' }).click()
  await expect(page.getByText('hands over open in Parley')).toBeVisible()
  const env = { ...desktop.env, ...(process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}) }
  expect(await run('xdg-open', ['parley://settings/about'], { env })).toMatchObject({ status: 0 })
  await expect(page.getByRole('heading', { name: 'About' })).toBeVisible()
})
