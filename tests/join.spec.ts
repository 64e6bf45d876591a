import { expectAccessible } from './harness/accessibility'
import { startAgain } from './harness/parley'
import { expect, testSignedIn } from './harness/test'

// Chromium's own stand-ins: a camera that shows a moving picture, a microphone that beeps.
const fakeDevices = ['--use-fake-device-for-media-stream']

testSignedIn('before a meeting one sees oneself, hears that one is heard, and chooses devices', async ({ desktop, launch }) => {
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

  const cameras = page.getByRole('combobox', { name: 'Camera' })
  await cameras.selectOption({ index: 1 })
  await expect(cameras.locator('option:checked')).toContainText('fake_device')
  await expect(picture).toBeVisible()
  await page.getByRole('button', { name: 'Camera' }).click()
  await expect(page.getByText('Your camera is off')).toBeVisible()
  await page.getByRole('button', { name: 'Microphone' }).click()
  await expect(level).toHaveAttribute('aria-valuenow', '0')
})

testSignedIn('without a camera and a microphone the page says so, and what to do', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const parley = await launch()
  expect((await startAgain(desktop, ['parley://join/m12-345-678'])).status).toBe(0)
  await expect(parley.page.getByRole('alert').filter({ hasText: 'No camera was found' })).toBeVisible()
  await expect(parley.page.getByRole('alert').filter({ hasText: 'No microphone was found' })).toBeVisible()
})
