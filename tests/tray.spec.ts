import { once } from 'node:events'
import { expect, test } from './harness/test'
import { startTrayHost } from './harness/tray-host'

test('closing hides into the tray where that is wanted; the icon brings the window back, and its menu quits', async ({ desktop, launch }) => {
  const tray = await startTrayHost(desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  const { electron, page } = await launch()
  const isVisible = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null)
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect.poll(() => tray.icons().length).toBe(1)
  const [icon] = tray.icons()
  if (icon === undefined) throw new Error('There is no icon')
  expect(await icon.menu()).toEqual(['Signed out', 'Open Parley', 'Quit Parley'])

  await page.evaluate(() => window.parley.invoke('settings.change', { general: { onClose: 'hide' } }))
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(isVisible).toBe(false)
  await icon.activate()
  await expect.poll(isVisible).toBe(true)

  const ended = once(electron.process(), 'exit')
  await icon.choose('Quit Parley')
  await ended
  tray.stop()
})

test('a start at login shows no window, but the icon that brings it', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const tray = await startTrayHost(desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  const { electron, page } = await launch({ args: ['--hidden'] })
  const isVisible = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null)
  await expect.poll(() => tray.icons().length).toBe(1)
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  expect(await isVisible()).toBe(false)
  await tray.icons()[0]?.activate()
  await expect.poll(isVisible).toBe(true)
  tray.stop()
})

// No window manager minimizes it here.
test('a start at login where nothing would bring the window back does not hide it', { tag: '@thorough' }, async ({ launch }) => {
  const { electron } = await launch({ args: ['--hidden'] })
  await expect.poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null)).toBe(true)
})
