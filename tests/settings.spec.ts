import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible } from './harness/accessibility'
import { openSettings } from './harness/journeys'
import type { Parley } from './harness/parley'
import { expect, test, testSignedIn } from './harness/test'

testSignedIn('language and theme apply at once, and are there after a restart', async ({ launch }) => {
  const first = await launch()
  // Chromium would fetch the dictionary of any language that it has, from a server of its maker's.
  expect(await spellingOf(first)).toEqual({ isOn: false, languages: [] })
  await openSettings(first.page, 'Appearance')
  await first.page.getByRole('radio', { name: 'Deutsch' }).check()
  await expect(first.page.getByRole('navigation', { name: 'Einstellungen' })).toBeVisible()
  await expect(first.page.getByText('Felder für Datum und Uhrzeit folgen, sobald Parley neu gestartet ist.')).toBeVisible()
  await first.page.getByRole('radio', { name: 'Dunkel' }).check()
  await expect.poll(() => isDark(first.page)).toBe(true)
  await first.quit()

  const second = await launch()
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'de')
  expect(await isDark(second.page)).toBe(true)
  // What Chromium draws itself, such as a field of a date, speaks it as well, and the system's own language is still known.
  expect(await second.page.evaluate(() => navigator.language)).toBe('de')
  expect(await second.electron.evaluate(({ app }) => [app.getPreferredSystemLanguages()[0], process.env['LANGUAGE']])).toEqual(['en', 'en'])
})

test.describe('on a French desktop', () => {
  test.use({ language: 'fr' })

  test('everything is in French, in the browser too', async ({ desktop, launch }) => {
    const { page } = await launch()
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
    const tab = await desktop.browser.tab(({ pathname }) => pathname === '/sign-in' || pathname === '/create-company')
    await expect(tab.locator('html')).toHaveAttribute('lang', 'fr')
    await expect(tab.getByRole('heading', { name: 'Créer votre entreprise' })).toBeVisible()
  })
})

testSignedIn('size, contrast, motion and the start at login apply at once, and are there after a restart', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const first = await launch()
  const root = first.page.locator('html')
  const width = () => first.page.evaluate(() => window.innerWidth)
  const before = await width()
  await openSettings(first.page, 'Appearance')
  await first.page.getByRole('combobox', { name: 'Size' }).selectOption({ label: '150%' })
  await expect.poll(width).toBe(Math.round(before / 1.5))
  await first.page.getByRole('combobox', { name: 'Contrast' }).selectOption({ label: 'High contrast' })
  await expect(root).toHaveAttribute('data-more-contrast', '')
  await expectAccessible(first.page, 'Appearance in high contrast')
  await first.page.getByRole('combobox', { name: 'Motion' }).selectOption({ label: 'Reduced' })
  await expect(root).toHaveAttribute('data-less-motion', '')
  await first.page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('@keyframes turn { to { rotate: 1turn } } body, body::after { content: ""; animation: turn 1s infinite }')
    document.adoptedStyleSheets = [sheet]
  })
  // One that has just been added counts until the next frame.
  await expect.poll(() => first.page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)).toBe(0)

  // The entry that desktops start at login (Desktop Application Autostart Specification).
  const entry = join(desktop.folder, 'config/autostart/app.parley.Parley.desktop')
  const entryText = () => readFile(entry, 'utf8').catch(() => '')
  await openSettings(first.page, 'General')
  await first.page.getByRole('switch', { name: 'Start with the computer' }).check()
  await expect.poll(entryText).toMatch(/^Exec=".*" "--hidden"$/m)
  await first.page.getByRole('switch', { name: 'Check spelling' }).check()
  await expect.poll(() => spellingOf(first)).toEqual({ isOn: true, languages: [expect.stringMatching(/^en/)] })
  await first.quit()

  const second = await launch()
  await expect(second.page.locator('html')).toHaveAttribute('data-more-contrast', '')
  await expect(second.page.locator('html')).toHaveAttribute('data-less-motion', '')
  await expect.poll(() => second.page.evaluate(() => window.innerWidth)).toBe(Math.round(before / 1.5))
  await expect.poll(() => spellingOf(second)).toEqual({ isOn: true, languages: [expect.stringMatching(/^en/)] })
  await openSettings(second.page, 'General')
  await second.page.getByRole('switch', { name: 'Check spelling' }).uncheck()
  await expect.poll(async () => (await spellingOf(second)).isOn).toBe(false)
  await second.page.getByRole('switch', { name: 'Start with the computer' }).uncheck()
  await expect.poll(entryText).toBe('')
})

testSignedIn('a damaged settings file is set aside, told of, and never overwritten', async ({ desktop, launch }) => {
  const first = await launch()
  await openSettings(first.page, 'Appearance')
  await first.page.getByRole('radio', { name: 'Dark' }).check()
  await first.quit()
  const [file = ''] = (await readdir(desktop.profile)).filter((name) => /^settings.*\.json$/.test(name))
  const damaged = (await readFile(join(desktop.profile, file), 'utf8')).slice(0, -5)
  await writeFile(join(desktop.profile, file), damaged)

  const { page } = await launch()
  await expect(page.getByText('Your settings could not be read')).toBeVisible()
  const aside = (await page.getByText('Your settings could not be read').locator('strong').textContent()) ?? ''
  expect(aside).toMatch(/\d{4}-\d{2}-\d{2}/)
  expect(await readFile(join(desktop.profile, aside), 'utf8')).toBe(damaged)
})

test('a full disk is told of at the start, and no setting is shown as kept', { tag: '@thorough' }, async ({ launch }) => {
  test.skip(process.getuid?.() !== 0, 'needs root')
  const { page } = await launch({ isFull: true })
  await expect(page.getByText(/The disk with Parley’s folder .* is full/)).toBeVisible()
  await page.getByRole('link', { name: 'Network settings' }).click()
  await page.getByLabel('Proxy', { exact: true }).selectOption('none')
  await expect(page.getByRole('alert').filter({ hasText: 'The change was not saved.' })).toBeVisible()
  await expect(page.getByLabel('Proxy', { exact: true })).toHaveValue('system')
})

test('the window comes back where it was, and onto a screen that exists', async ({ launch }) => {
  const place = { x: 120, y: 80, width: 900, height: 640 }
  const first = await launch()
  await first.electron.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place)
  await expect.poll(() => first.page.evaluate(() => window.innerWidth)).toBe(place.width)
  await first.quit()
  const second = await launch()
  const bounds = () => second.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  await expect.poll(bounds).toEqual(place)
  await second.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 5_000, y: 5_000, width: 900, height: 640 }))
  await second.quit()
  const third = await launch()
  const seen = await third.electron.evaluate(({ BrowserWindow, screen }) => {
    const { x, y } = BrowserWindow.getAllWindows()[0]?.getBounds() ?? { x: -1, y: -1 }
    const { width, height } = screen.getPrimaryDisplay().workArea
    return x >= 0 && y >= 0 && x < width && y < height
  })
  expect(seen).toBe(true)
})

function spellingOf({ electron }: Parley) {
  return electron.evaluate(({ session: { defaultSession } }) => ({ isOn: defaultSession.isSpellCheckerEnabled(), languages: defaultSession.getSpellCheckerLanguages() }))
}

function isDark(page: { evaluate: (probe: () => boolean) => Promise<boolean> }): Promise<boolean> {
  return page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
}
