import { openSettings } from './harness/journeys'
import { startAgain } from './harness/parley'
import { expect, testSignedIn } from './harness/test'
import { keyCodes, openKeyboard } from './harness/x-keyboard'

testSignedIn('keys mute and let one speak while another program is in front, and are changed in the settings', async ({ desktop, launch, display }) => {
  const parley = await launch({ args: ['--use-fake-device-for-media-stream'] })
  const { page } = parley

  // Found through the search, by keyboard alone.
  await openSettings(page, 'General')
  await expect(page.getByRole('heading', { name: 'General' })).toBeFocused()
  const search = page.getByRole('combobox', { name: 'Search settings' })
  await search.fill('push to')
  await search.press('Enter')
  await expect(page.getByRole('heading', { name: 'Shortcuts' })).toBeVisible()
  const row = page.locator('[data-setting="shortcuts.pushToTalk"]')
  await expect(row).toHaveAttribute('data-found', '')
  await expect(row.getByRole('button', { name: 'Change: Push to talk' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+1')
  await expect(row.getByText('“Go to Home” has the same keys.')).toBeVisible()
  await row.getByRole('button', { name: 'Change: Push to talk' }).click()
  await page.keyboard.press('F9')
  await expect(row.getByText('F9')).toBeVisible()
  await expect(row.getByText('has the same keys')).toBeHidden()

  expect((await startAgain(desktop, ['parley://join/m12-345-678'])).status).toBe(0)
  const microphone = page.getByRole('button', { name: 'Microphone' })
  await expect(microphone).toHaveAttribute('aria-pressed', 'true')
  await expect
    .poll(() => parley.electron.evaluate(({ globalShortcut }) => ['CommandOrControl+Shift+M', 'F9'].every((keys) => globalShortcut.isRegistered(keys))))
    .toBe(true)
  // Nothing of Parley is in front, or has the keyboard.
  await parley.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const keyboard = await openKeyboard(display)
  const mute = [keyCodes.control, keyCodes.shift, keyCodes.m]
  keyboard.tap(...mute)
  await expect(microphone).toHaveAttribute('aria-pressed', 'false')
  keyboard.press(keyCodes.f9)
  await expect(microphone).toHaveAttribute('aria-pressed', 'true')
  keyboard.release(keyCodes.f9)
  await expect(microphone).toHaveAttribute('aria-pressed', 'false')
  keyboard.close()
  await parley.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show())

  await openSettings(page, 'Shortcuts')
  await page.keyboard.press('Shift+?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})
