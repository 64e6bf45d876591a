import type { AppState } from '../src/contract/app-state'
import type { Requests } from '../src/contract/channels'
import { openClientPage, signedIn, type Answers } from './harness/client-page'
import { expect, testConsole } from './harness/test'

const answers: Answers = {
  'state.get': () => signedIn,
  'page.painted': () => undefined,
}

testConsole('code that can’t be loaded says so, and is loaded by whoever tries again', { tag: '@thorough' }, async ({ consoleBrowser }) => {
  const { page } = await openClientPage(consoleBrowser, '/home', answers)
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' })
  await expect(link).toBeVisible()
  let asked = 0
  let isThere = false
  await page.route(/appearance-page/, (route) => {
    asked += 1
    return isThere ? route.fallback() : route.fulfill({ status: 404 })
  })
  await page.evaluate(() => void (location.hash = '#/settings/appearance'))
  const again = page.getByRole('alert').getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  // The rest of the window goes on.
  await expect(link).toBeVisible()
  const before = asked
  isThere = true
  await again.click()
  await expect(page.getByRole('heading', { name: 'Appearance', level: 1 })).toBeVisible()
  expect(asked).toBeGreaterThan(before)
  await page.context().close()
})

testConsole('a dialog that can’t be loaded leaves the page as it is, with what was typed there', { tag: '@thorough' }, async ({ consoleBrowser }) => {
  const upcoming = { soon: [], fetchedAt: 1_700_000_000_000, problem: null, revision: 1, capabilities: null }
  const { page } = await openClientPage(consoleBrowser, '/home', { ...answers, 'meetings.upcoming': () => upcoming })
  const line = page.getByRole('main').getByRole('textbox')
  await line.fill('m12-345')
  await page.getByRole('heading', { level: 1 }).click()
  await page.route(/shortcuts-dialog-[^/]+\.js/, (route) => route.fulfill({ status: 404 }))
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Something went wrong here.' })
  await expect(dialog).toContainText('What you have entered is still there.')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  // A document does not ask for the same code twice.
  await expect(dialog).toContainText('Save what you have entered first')
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(dialog).toBeHidden()
  await expect(line).toHaveValue('m12-345')

  await page.keyboard.press('?')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await dialog.getByRole('button', { name: 'Load the window anew' }).click()
  await expect(line).toHaveValue('')
  await page.context().close()
})

testConsole('another try is seen to be under way, and the focus does not go with what it was on', { tag: '@thorough' }, async ({ consoleBrowser }) => {
  let state: AppState = { ...signedIn, notices: [{ kind: 'unknown-link' }, { kind: 'keychain-kept' }] }
  const asked: Answers = { ...answers, 'state.get': () => state, 'contacts.list': () => new Error() }
  const { page, send } = await openClientPage(consoleBrowser, '/contacts', asked)
  const tell = async (change: Partial<AppState>) => {
    state = { ...state, ...change }
    await send('state.changed', state)
  }
  const again = page.getByRole('button', { name: 'Try again' })
  const trying = page.getByRole('button', { name: 'Trying again…' })
  const heading = page.getByRole('heading', { level: 1 })

  await testConsole.step('what fails anew', async () => {
    await again.press('Enter')
    await expect(trying).toBeFocused()
    await expect(again).toBeFocused()
  })
  await testConsole.step('what works now', async () => {
    let answer = (_list: Requests['contacts.list']['response']): void => undefined
    asked['contacts.list'] = () => new Promise((resolve) => (answer = resolve))
    await again.press('Enter')
    await expect(trying).toBeDisabled()
    answer({ items: [], total: 0, fetchedAt: 1_700_000_000_000, problem: null, revision: 1 })
    await expect(page.getByText('Nobody here yet')).toBeVisible()
    await expect(heading).toBeFocused()
  })
  await testConsole.step('notices that are put away', async () => {
    const dismiss = page.getByRole('button', { name: 'Dismiss' })
    await dismiss.first().press('Enter')
    await tell({ notices: [{ kind: 'keychain-kept' }] })
    await expect(dismiss).toBeFocused()
    await tell({ notices: [] })
    await expect(heading).toBeFocused()
  })
  await testConsole.step('the network’s settings before a sign-in, and back', async () => {
    await tell({ session: { state: 'signed-out', problem: null } })
    const link = page.getByRole('link', { name: 'Network settings' })
    await link.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Network' })).toBeFocused()
    await page.getByRole('link', { name: 'Back to signing in' }).press('Enter')
    await expect(link).toBeFocused()
  })
  await page.context().close()
})

testConsole('the loudspeaker is tried with a sound: what it plays, that it was played, and that it is gone', { tag: '@thorough' }, async ({ consoleBrowser }) => {
  const { page } = await openClientPage(consoleBrowser, '/home', {
    ...answers,
    'state.get': () => ({ ...signedIn, settings: { ...signedIn.settings, devices: { ...signedIn.settings.devices, speaker: { id: 'spoken-to', label: 'Desk' } } } }),
  })
  // The device is the browser's to find: what it answers is the test's, and what is played is heard.
  await page.evaluate(() => {
    const calls: string[] = []
    Object.assign(window, { calls })
    navigator.mediaDevices.enumerateDevices = () =>
      Promise.resolve([{ kind: 'audiooutput', deviceId: 'spoken-to', groupId: '', label: 'Desk', toJSON: () => null }])
    HTMLMediaElement.prototype.setSinkId = function (id: string) {
      calls.push(`sink ${id}`)
      return calls.includes('unplugged') ? Promise.reject(new DOMException('', 'NotFoundError')) : Promise.resolve()
    }
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (when) {
      calls.push(`note ${String(Math.round(this.frequency.value))}`)
      start.call(this, when)
    }
    const { play } = HTMLMediaElement.prototype
    HTMLMediaElement.prototype.play = function () {
      calls.push('play')
      return play.call(this)
    }
    location.hash = '#/settings/audio-and-video'
  })
  const calls = () => page.evaluate(() => Reflect.get(window, 'calls') as unknown)
  const play = page.getByRole('button', { name: 'Play a test sound' })
  await play.click()
  await expect(page.getByText('Three notes are playing')).toBeVisible()
  await expect(page.getByText('Three notes were played')).toBeVisible()
  expect(await calls()).toEqual(['sink spoken-to', 'play', 'note 523', 'note 659', 'note 784'])
  await page.evaluate(() => (Reflect.get(window, 'calls') as string[]).push('unplugged'))
  await play.click()
  await expect(page.getByText('is not connected any more')).toBeVisible()
  await page.context().close()
})

testConsole('what the search over settings has found lies over the page', { tag: '@thorough' }, async ({ consoleBrowser }) => {
  const { page } = await openClientPage(consoleBrowser, '/settings/general', answers)
  await expect(page.getByRole('switch').first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Search settings' }).fill('mic')
  const list = page.getByRole('listbox', { name: 'Search settings' })
  await expect(list).toBeVisible()
  const isAbove = await list.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const across = Array.from({ length: 20 }, (_, index) => left + 4 + (index * (right - left - 8)) / 19)
    const down = Array.from({ length: 20 }, (_, index) => top + 4 + (index * (bottom - top - 8)) / 19)
    return across.every((x) => down.every((y) => element.contains(document.elementFromPoint(x, y))))
  })
  expect(isAbove).toBe(true)
  await page.context().close()
})
