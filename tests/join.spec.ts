import { expectAccessible } from './harness/accessibility'
import { startAgain, type Parley } from './harness/parley'
import { anna } from './harness/people'
import { expect, testSignedIn } from './harness/test'
import { startTrayHost } from './harness/tray-host'

// Chromium's own stand-ins: a camera that shows a moving picture, a microphone that beeps.
const fakeDevices = ['--use-fake-device-for-media-stream']

/** Where the window is, and whether it stays above all others. */
function placeOf({ electron }: Parley) {
  return electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return window === undefined ? null : { ...window.getBounds(), isOnTop: window.isAlwaysOnTop() }
  })
}

testSignedIn('before a meeting one sees oneself, hears that one is heard, and chooses devices', async ({ desktop, launch }) => {
  const tray = await startTrayHost(desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  const parley = await launch({ args: fakeDevices })
  const { page } = parley
  expect((await startAgain(desktop, ['parley://join/M12345678'])).status).toBe(0)
  await expect(page.getByRole('heading', { name: 'Ready to join?' })).toBeFocused()
  await expect(page.getByText('m12-345-678')).toBeVisible()

  const picture = page.getByLabel('What your camera sees')
  await expect.poll(() => picture.evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0))).toBeGreaterThan(0)
  const level = page.getByRole('meter', { name: 'Microphone level' })
  await expect.poll(async () => Number(await level.getAttribute('aria-valuenow'))).toBeGreaterThan(5)
  await expectAccessible(page, 'before a meeting')

  // Small, above all other windows, with the same picture; and back again.
  const usual = await placeOf(parley)
  await page.getByRole('button', { name: 'Mini window' }).click()
  const back = page.getByRole('button', { name: 'Back to the full window' })
  await expect(back).toBeFocused()
  await expect.poll(() => placeOf(parley)).toMatchObject({ width: 320, height: 240, isOnTop: true })
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect.poll(() => picture.evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0))).toBeGreaterThan(0)
  await expectAccessible(page, 'a meeting in the small window')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Mini window' })).toBeFocused()
  await expect.poll(() => placeOf(parley)).toEqual(usual)
  // Whatever leads to another page makes the window as it was.
  await page.keyboard.press('Enter')
  await expect(back).toBeFocused()
  expect((await startAgain(desktop, ['parley://join/m12-345-678'])).status).toBe(0)
  await expect.poll(() => placeOf(parley)).toEqual(usual)

  const cameras = page.getByRole('combobox', { name: 'Camera' })
  await cameras.selectOption({ index: 1 })
  await expect(cameras.locator('option:checked')).toContainText('fake_device')
  await expect(picture).toBeVisible()
  await page.getByRole('button', { name: 'Camera' }).click()
  await expect(page.getByText('Your camera is off')).toBeVisible()
  // What the icon in the tray and the menu offer while somebody meets.
  const offers = (microphone: string) => [`Signed in as ${anna.name}`, 'Open Parley', microphone, 'Leave meeting', 'Quit Parley']
  await expect.poll(() => tray.icons()[0]?.menu()).toEqual(offers('Mute microphone'))
  await tray.icons()[0]?.choose('Mute microphone')
  await expect(page.getByRole('button', { name: 'Microphone' })).toHaveAttribute('aria-pressed', 'false')
  await expect(level).toHaveAttribute('aria-valuenow', '0')
  await expect.poll(() => tray.icons()[0]?.menu()).toEqual(offers('Unmute microphone'))
  const chooseLeave = () =>
    parley.electron.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []).find(({ label }) => label === 'Leave meeting')
      item?.click()
      return item?.enabled ?? null
    })
  expect(await chooseLeave()).toBe(true)
  await expect(page.getByRole('heading', { name: 'Ready to join?' })).toBeHidden()
  await expect.poll(chooseLeave).toBe(false)
  await expect.poll(() => tray.icons()[0]?.menu()).toEqual([`Signed in as ${anna.name}`, 'Open Parley', 'Quit Parley'])
  tray.stop()
})

testSignedIn('without a camera and a microphone the page says so, and what to do', { tag: '@thorough' }, async ({ launch }) => {
  const parley = await launch()
  await parley.page.getByRole('button', { name: 'Start now' }).click()
  await expect(parley.page.getByRole('alert').filter({ hasText: 'No camera was found' })).toBeVisible()
  await expect(parley.page.getByRole('alert').filter({ hasText: 'No microphone was found' })).toBeVisible()
  // Whatever is told above it, what people come for is in sight.
  for (const [width, height] of [[900, 600], [720, 480]] as const) {
    await parley.electron.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [width, height] as [number, number])
    await expect.poll(() => parley.page.evaluate(() => innerWidth)).toBe(width)
    await expect(parley.page.getByRole('button', { name: 'Join', exact: true })).toBeInViewport({ ratio: 1 })
  }
})
