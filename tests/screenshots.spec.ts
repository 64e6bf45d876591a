import type { Page } from '@playwright/test'
import { languages, type Language } from '../src/contract/languages'
import { addPerson } from './harness/company-data'
import { askThroughBridge } from './harness/foreign-windows'
import { popUpOf, seeConsole, signInFirst, startSignIn } from './harness/journeys'
import type { Parley } from './harness/parley'
import { anna, bob } from './harness/people'
import { expect, test } from './harness/test'

// Pictures of every screen for people to look at, not to compare: PARLEY_SCREENSHOTS=1 npm test -- --only="end to end" screenshots
const sizes = [
  { width: 900, height: 600 },
  { width: 1440, height: 900 },
]
const schemes = ['light', 'dark'] as const
const screens = ['home', 'meetings', 'contacts', 'settings/account', 'settings/general', 'settings/audio-and-video', 'settings/notifications', 'settings/shortcuts', 'settings/appearance', 'settings/user-management', 'settings/advanced', 'settings/about']

for (const language of languages) {
  test(`every screen in ${language}`, async ({ desktop, launch }) => {
    test.setTimeout(300_000)
    const parley = await launch()
    const { page } = parley
    const take = (name: string) => takeWindow(parley, `${language}-${name.replaceAll('/', '-')}`)
    const setLanguage = (to: Language) => changeSettings(page, { language: to })

    await setLanguage(language)
    await take('signed-out')
    await setLanguage('en')
    await startSignIn({ page, desktop })
    await setLanguage(language)
    await take('continue-in-browser')
    await setLanguage('en')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await signInFirst(parley, desktop, anna)
    await addPerson(desktop, bob, 'member')
    for (const screen of screens) {
      await setLanguage(language)
      await page.evaluate((hash) => (location.hash = `#/${hash}`), screen)
      if (screen === 'settings/user-management') {
        await expect(page.getByRole('dialog')).toBeVisible()
        await take('pop-up')
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await take(screen)
    }
    if (language !== 'en') return
    await page.evaluate(() => (location.hash = '#/settings/user-management'))
    await popUpOf(page).getByRole('button', { name: 'Open Management Console' }).click()
    await expect(page.getByRole('status', { name: 'Management Console opened in your browser' })).toBeVisible()
    await take('after-the-hand-off')
    const pages = await seeConsole(desktop, anna)
    await takePage(pages, 'console-users')
    await pages.getByRole('button', { name: `Change licence of ${bob.name}` }).click()
    await expect(pages.getByRole('radio', { name: 'Meeting 50' })).toBeVisible()
    await takePage(pages, 'console-change-licence')
    await pages.keyboard.press('Escape')
    await pages.getByRole('link', { name: 'Licences' }).click()
    await expect(pages.getByRole('heading', { name: 'Licences' })).toBeVisible()
    await takePage(pages, 'console-licences')
  })
}

async function changeSettings(page: Page, change: { language: Language }): Promise<void> {
  await askThroughBridge(page).ask('settings.change', change)
}

async function takeWindow({ electron, page }: Parley, name: string): Promise<void> {
  for (const size of sizes) {
    await electron.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size)
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(size.width)
    await takeSchemes(page, `${name}-${String(size.width)}`)
  }
}

async function takePage(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await takeSchemes(page, `${name}-${String(size.width)}`)
  }
}

async function takeSchemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `test-results/screens/${name}-${colorScheme}.png`, animations: 'disabled' })
  }
}
