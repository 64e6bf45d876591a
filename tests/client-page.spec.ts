import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AppState } from '../src/contract/app-state'
import { languages } from '../src/contract/languages'
import { testMeeting } from '../src/contract/test-meeting'
import { openClientPage, signedIn, type Answers } from './harness/client-page'
import { repository } from './harness/modules'
import { expect, testConsole } from './harness/test'

const hour = 3_600_000

/** Noon of today, on the page's clocks; milliseconds since the epoch. */
const noon = Date.parse(`${new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(Date.now())}T12:00:00Z`)
const atNoon = (index: number) =>
  testMeeting({ id: `m11-111-11${index}`, subject: `Crowd ${index}`, start: new Date(noon + index).toISOString(), end: new Date(noon + hour).toISOString() })

testConsole('the open list of a crowd follows its meetings', async ({ consoleBrowser }) => {
  let shown = Array.from({ length: 9 }, (_, index) => atNoon(index))
  let revision = 1
  const age = { fetchedAt: noon, problem: null }
  const answers: Answers = {
    'state.get': () => signedIn,
    'page.painted': () => undefined,
    'meetings.upcoming': () => ({ ...age, revision, soon: [], capabilities: null }),
    'meetings.list': () => ({ ...age, revision, items: shown, total: shown.length }),
  }
  const { page, send } = await openClientPage(consoleBrowser, '/meetings/week', answers)
  const change = async (to: typeof shown) => {
    shown = to
    revision += 1
    await send('meetings.changed', { ...age, revision, soon: [], capabilities: null })
  }
  const more = page.getByRole('region', { name: 'Week' }).locator('button[aria-haspopup=menu]')
  await more.press('Enter')
  const items = page.getByRole('menu').getByRole('menuitem')
  await expect(items.first()).toBeFocused()
  const [first = ''] = await items.allInnerTexts()
  const count = await items.count()

  await testConsole.step('one is added', async () => {
    await change([...shown, atNoon(9)])
    await expect(items).toHaveCount(count + 1)
    await expect(items.first()).toBeFocused()
  })
  await testConsole.step('the one that has the focus is taken away, with which the crowd began', async () => {
    await change(shown.filter(({ subject }) => !first.includes(subject)))
    await expect(items).toHaveCount(count)
    await expect(items.filter({ hasText: first.split('\n')[0] ?? first })).toHaveCount(0)
    await expect(items.first()).toBeFocused()
  })
  await testConsole.step('Escape leads back to its button', async () => {
    await page.keyboard.press('Escape')
    await expect(items).toHaveCount(0)
    await expect(more).toBeFocused()
  })
  await testConsole.step('it closes when there is room for all', async () => {
    await more.press('Enter')
    await change(shown.slice(0, 2))
    await expect(items).toHaveCount(0)
    await expect(more).toHaveCount(0)
  })
  await page.context().close()
})

testConsole('pages and languages are there before they are chosen', async ({ consoleBrowser }) => {
  const { page } = await openClientPage(consoleBrowser, '/', { 'state.get': () => signedIn, 'page.painted': () => undefined })
  await testConsole.step('a start leaves the focus at the top of the window', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Skip' })).toBeFocused()
  })
  const scripts = readdirSync(join(repository, 'out/renderer/assets')).filter((name) => name.endsWith('.js'))
  const named = (part: string) => scripts.filter((name) => name.startsWith(`${part}-`))
  const here = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1) ?? ''))
  for (const part of ['meetings-page', 'contacts-page', 'join-page']) {
    expect(named(part), part).toHaveLength(1)
    await expect.poll(here, part).toEqual(expect.arrayContaining(named(part)))
  }
  await page.evaluate(() => {
    location.hash = '#/settings/appearance'
    // What is laid out ahead is in the page for a moment.
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof HTMLElement && node.lang !== '') document.body.dataset['ahead'] = node.lang
    }).observe(document.body, { childList: true })
  })
  for (const language of languages.filter((each) => each !== 'en')) await expect.poll(here, language).toEqual(expect.arrayContaining(named(language)))
  await page.getByRole('radio', { name: 'العربية' }).hover()
  await expect(page.locator('body')).toHaveAttribute('data-ahead', 'ar')
  await page.getByRole('radio', { name: 'English' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('body')).toHaveAttribute('data-ahead', /fr|de/)
  await page.context().close()
})

testConsole('a page opens at its top, and the list of the settings stays in sight', async ({ consoleBrowser }) => {
  const authority = (name: string, until: string) => ({ fingerprint: name, name, until: Date.parse(until) })
  const authorities = [authority('Old Root', '2020-03-01T12:00:00Z'), authority('New Root', '2090-03-01T12:00:00Z')]
  const notices: AppState['notices'] = [{ kind: 'folder-refuses', folder: '/home/anna/Parley', isFull: true }]
  const state = { ...signedIn, network: { ...signedIn.network, authorities } }
  const { page, send } = await openClientPage(consoleBrowser, '/settings/network', { 'state.get': () => state, 'page.painted': () => undefined })
  await page.setViewportSize({ width: 720, height: 480 })
  const main = page.getByRole('main')
  await expect(main.getByRole('listitem').filter({ hasText: 'Old Root' })).toContainText('Ended on March 1, 2020. Remove it, and add the new one.')
  await expect(main.getByRole('listitem').filter({ hasText: 'New Root' })).toContainText('Valid until March 1, 2090')
  await testConsole.step('a certificate to show that is over, or not valid yet, says so; the one that would do is chosen', async () => {
    const choice = (name: string, from: string, until: string) => ({ fingerprint: name, name, issuer: 'Own Root', from: Date.parse(from), until: Date.parse(until) })
    const choices = [choice('Old', '2019-03-01', '2020-03-01'), choice('Coming', '2089-03-01', '2090-03-01'), choice('Good', '2020-03-01', '2090-03-01')]
    await send('state.changed', { ...state, network: { ...state.network, question: { kind: 'certificate', host: 'meet.test', choices, isRefused: false } } })
    const asks = page.getByRole('dialog')
    const option = (words: RegExp) => asks.getByRole('radio', { name: words })
    await expect(option(/^Old From Own Root, ended on March 1, 2020$/)).not.toBeChecked()
    await expect(option(/^Coming From Own Root, not valid before March 1, 2089$/)).not.toBeChecked()
    await expect(option(/^Good From Own Root, valid until March 1, 2090$/)).toBeChecked()
    await expect(option(/^Good/)).toBeFocused()
    await send('state.changed', { ...state, notices })
    await expect(asks).toHaveCount(0)
    await expect(page.getByRole('status').filter({ hasText: 'The disk with Parley’s folder /home/anna/Parley is full' })).toBeVisible()
    await send('state.changed', state)
  })
  const search = page.getByRole('combobox', { name: 'Search settings' })
  await main.getByRole('button', { name: 'Test' }).scrollIntoViewIfNeeded()
  await expect(search).toBeInViewport()
  await page.getByRole('link', { name: 'Notifications' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeInViewport()
  expect(await main.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  await page.context().close()
})

testConsole('what was entered for a meeting is given up only by whoever says so', async ({ consoleBrowser }) => {
  const age = { fetchedAt: noon, problem: null, revision: 1 }
  const sent: unknown[] = []
  const { page } = await openClientPage(consoleBrowser, '/meetings', {
    'meetings.create': (draft) => {
      sent.push(draft)
      return { outcome: 'failed', problem: 'offline', retryAt: null }
    },
    'state.get': () => signedIn,
    'page.painted': () => undefined,
    'meetings.upcoming': () => ({ ...age, soon: [], capabilities: null }),
    'meetings.list': () => ({ ...age, items: [], total: 0 }),
  })
  const schedule = page.getByRole('button', { name: 'Schedule a meeting' }).first()
  const dialog = page.getByRole('dialog')
  await testConsole.step('a form as it was opened closes at once', async () => {
    await schedule.press('Enter')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })
  await schedule.press('Enter')
  const subject = dialog.getByRole('textbox', { name: 'Subject' })
  await subject.fill('Plan')
  await testConsole.step('Escape asks, however often', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(dialog.getByRole('button', { name: 'Keep editing' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(subject).toBeFocused()
    await expect(subject).toHaveValue('Plan')
  })
  await testConsole.step('who stands in the line of people is not lost, either', async () => {
    const person = dialog.getByRole('combobox', { name: 'Invite people' })
    await person.fill('guest@elsewhere')
    await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()
    await expect(person).toBeFocused()
    await person.fill('guest@elsewhere.example')
    await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    expect(sent).toEqual([expect.objectContaining({ invitees: ['guest@elsewhere.example'], subject: 'Plan' })])
  })
  await testConsole.step('it goes when that is meant', async () => {
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(schedule).toBeFocused()
  })
  await page.context().close()
})

testConsole('what can be done with a meeting is in sight in the smallest window, enlarged by half', async ({ consoleBrowser }) => {
  const age = { fetchedAt: noon, problem: null, revision: 1 }
  const invitees = Array.from({ length: 9 }, (_, index) => ({ name: `Guest ${index}`, email: `guest${index}@example.com` }))
  const meeting = testMeeting({ id: 'm11-111-111', subject: 'Quarterly planning', start: new Date(Date.now() + hour).toISOString(), end: new Date(Date.now() + 2 * hour).toISOString(), invitees })
  const { page, send } = await openClientPage(consoleBrowser, '/meetings', {
    'state.get': () => signedIn,
    'page.painted': () => undefined,
    'meetings.upcoming': () => ({ ...age, soon: [], capabilities: null }),
    'meetings.list': () => ({ ...age, items: [meeting], total: 1 }),
    'meetings.copyInvitation': () => ({ outcome: 'done' }),
  })
  await page.setViewportSize({ width: 480, height: 320 })
  const subject = page.getByRole('main').getByText(meeting.subject)
  const dialog = page.getByRole('dialog')
  const allInSight = async (what: string) => {
    for (const button of await dialog.locator('button, a').all()) await expect(button, what).toBeInViewport({ ratio: 1 })
  }
  for (const language of languages) {
    await send('state.changed', { ...signedIn, language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    expect((await subject.boundingBox())?.width, `the subject in ${language}`).toBeGreaterThan(80)
    await subject.click()
    await allInSight(`a meeting in ${language}`)
    await page.keyboard.press('Escape')
    await page.locator('main button:has(svg)').first().click()
    await expect(dialog.getByRole('textbox').first()).toBeFocused()
    for (const button of await dialog.locator('button[type=submit], button[type=submit] + button').all()) await expect(button, `a form in ${language}`).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await page.context().close()
})

testConsole('a language whose words can’t be read is told of, and tried again', async ({ consoleBrowser }) => {
  let state = signedIn
  const { page, send } = await openClientPage(consoleBrowser, '/settings/notifications', { 'state.get': () => state, 'page.painted': () => undefined })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const french = /\/assets\/fr-[^/]+\.js$/
  await page.route(french, (route) => route.abort())
  state = { ...signedIn, language: 'fr' }
  await send('state.changed', state)
  const told = page.getByRole('alert').filter({ hasText: 'Français' })
  await expect(told).toBeVisible()
  await testConsole.step('a start without them is one all the same', async () => {
    await page.reload()
    await expect(told).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible()
  })
  await page.unroute(french)
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(told).toHaveCount(0)
  await page.context().close()
})
