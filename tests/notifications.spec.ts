import { askThroughBridge } from './harness/foreign-windows'
import { openSettings } from './harness/journeys'
import { startNotificationServer } from './harness/notification-server'
import { expect, testSignedIn } from './harness/test'

testSignedIn('a meeting that is about to start is told of over the desktop, and its button leads there', async ({ desktop, launch }) => {
  const server = await startNotificationServer(desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  const parley = await launch()
  const { page } = parley
  await openSettings(page, 'Notifications')
  await page.getByRole('button', { name: 'Show a notification' }).click()
  await expect(page.getByText('Your system has taken the notification.')).toBeVisible()
  expect(server.seen.map(({ title }) => title)).toEqual(['This is a notification from Parley'])
  await page.getByRole('button', { name: 'Pause for an hour' }).click()
  await expect(page.getByText(/^Paused until/)).toBeVisible()

  const start = Date.now() + 4 * 60_000
  const draft = {
    subject: 'Plans & <b>more</b>',
    start: new Date(start).toISOString(),
    end: new Date(start + 1_800_000).toISOString(),
    ...{ timeZone: 'Europe/Berlin', recurrence: null, password: null, invitees: [] },
  }
  expect(await askThroughBridge(page).ask('meetings.create', draft)).toMatchObject({ outcome: 'done' })
  await page.getByRole('button', { name: 'Show a notification' }).click()
  await expect(page.getByText('Parley is quiet now')).toBeVisible()
  expect(server.seen).toHaveLength(1)
  await page.getByRole('button', { name: 'Show notifications again' }).click()
  await expect.poll(() => server.seen[1] ?? {}).toMatchObject({ title: draft.subject, actions: ['default', 'Open', 'join', 'Join'] })
  expect(server.seen[1]?.body).toMatch(/^Starts in [34] minutes\n/)
  await parley.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  server.choose(2, 'join')
  await expect(page.getByText(draft.subject)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeVisible()
  await expect.poll(() => parley.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true)
  server.stop()
})
