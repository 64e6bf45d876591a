import type { MeetingFound, MeetingOpened } from '../src/contract/meetings'
import { testMeeting } from '../src/contract/test-meeting'
import { openClientPage, signedIn } from './harness/client-page'
import { expect, testConsole } from './harness/test'

const hour = 3_600_000

testConsole('meetings are changed by whose they are, and where they can be; the page before one asks again what it could not read', async ({ consoleBrowser }) => {
  const age = { fetchedAt: Date.now(), problem: null, revision: 1 }
  const at = (index: number, email: string) => testMeeting({ id: `m11-111-11${index}`, subject: `Plan ${index}`, start: new Date(Date.now() + hour).toISOString(), end: new Date(Date.now() + 2 * hour).toISOString(), organizer: { name: '', email } })
  const readOnly = { ...at(3, ''), organizer: null, isReadOnly: true }
  const items = [at(1, 'anna@example.com'), at(2, 'bob@example.com'), readOnly]
  let found: MeetingFound = { outcome: 'failed', problem: 'too-slow', retryAt: null }
  const asked: [string, unknown][] = []
  /** The account's meetings take place in the browser. */
  const elsewhere = { ...signedIn.accounts, capabilities: { ...signedIn.accounts.capabilities, meetingRoom: 'browser' } } as const
  let opened: MeetingOpened = { outcome: 'foreign-host', host: 'meet.example.net' }
  const { page, send } = await openClientPage(consoleBrowser, '/meetings', {
    'state.get': () => signedIn,
    'page.painted': () => undefined,
    'meetings.upcoming': () => ({ ...age, soon: [], capabilities: null }),
    'meetings.list': () => ({ ...age, items, total: items.length }),
    'meetings.find': (wish) => {
      asked.push(['find', wish])
      return found
    },
    'meetings.joinAs': (wish) => void asked.push(['join as', wish]),
    'meetings.openInBrowser': (wish) => {
      asked.push(['open', wish])
      return opened
    },
  })
  const dialog = page.getByRole('dialog')
  for (const [subject, isOwn] of [['Plan 1', true], ['Plan 2', false], ['Plan 3', false]] as const) {
    await page.getByRole('main').getByText(subject).click()
    await expect(dialog.getByRole('button', { name: 'Copy invitation' })).toBeVisible()
    for (const name of ['Edit', 'Delete']) await expect(dialog.getByRole('button', { name, exact: true }), `${name}: ${subject}`).toHaveCount(isOwn ? 1 : 0)
    await expect(dialog.getByText('It can be changed or deleted only there.')).toHaveCount(subject === 'Plan 3' ? 1 : 0)
    await page.keyboard.press('Escape')
  }
  await page.evaluate(() => void (location.hash = '#/join/m11-111-111'))
  const slow = page.getByText('The workspace did not answer in time.')
  await expect(slow).toBeVisible()
  found = { outcome: 'done', meeting: at(1, 'anna@example.com') }
  await page.getByRole('main').filter({ has: slow }).getByRole('button', { name: 'Try again' }).first().click()
  await expect(slow).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Plan 1' })).toBeVisible()
  await testConsole.step('one that is held in the browser and not known has nothing to open', async () => {
    found = { outcome: 'failed', problem: 'not-found', retryAt: null }
    await send('state.changed', { ...signedIn, accounts: elsewhere })
    await expect(page.getByRole('button', { name: 'Join in the browser' })).toBeVisible()
    await page.evaluate(() => void (location.hash = '#/join/m99-999-999'))
    await expect(page.getByText('Paste the link from the invitation on Home')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Join in the browser' })).toHaveCount(0)
  })
  await testConsole.step('but its link has, and so has one to another host, once that was agreed to', async () => {
    await page.evaluate(() => void (location.hash = '#/home'))
    const link = 'https://go.teamviewer.com/v15/m99999999?pw=AbC'
    await page.getByRole('textbox', { name: 'Meeting id or link' }).fill(`Come: ${link}.`)
    await page.keyboard.press('Enter')
    await expect(page.getByText('it may be somebody else’s. Its page opens in your browser.')).toBeVisible()
    await page.getByRole('button', { name: 'Join in the browser' }).click()
    await expect(page.getByText('leads to meet.example.net, which is not a page of your workspace’s')).toBeVisible()
    opened = { outcome: 'done' }
    await page.getByRole('button', { name: 'Open in the browser' }).click()
    await expect(page.getByText('The meeting was opened in your browser.')).toBeVisible()
    const id = 'm99-999-999'
    expect(asked.slice(-3)).toEqual([
      ['find', { id, place: 'go.teamviewer.com' }],
      ['open', { id, link, agreedHost: null }],
      ['open', { id, link, agreedHost: 'meet.example.net' }],
    ])
  })
  await testConsole.step('one at another workspace leads to the account that is signed in there, or says where it is', async () => {
    const entry = { key: 'other', name: 'Anna', email: 'anna@example.org', companyName: 'Other', kind: 'self-hosted', host: 'meet.example.org', isExpired: false } as const
    await send('state.changed', { ...signedIn, accounts: { ...elsewhere, entries: [entry] } })
    found = { outcome: 'elsewhere', account: null }
    await page.evaluate(() => void (location.hash = '#/join/m88-888-888/old.example.com'))
    await expect(page.getByText('This meeting is at old.example.com, where you are not signed in.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Join in the browser' })).toHaveCount(0)
    found = { outcome: 'elsewhere', account: 'other' }
    await page.evaluate(() => void (location.hash = '#/join/m88-888-888/meet.example.org'))
    await expect(page.getByText('You are signed in there as anna@example.org.')).toBeVisible()
    await page.getByRole('button', { name: 'Switch account and join' }).click()
    found = { outcome: 'failed', problem: 'not-found', retryAt: null }
    await page.evaluate(() => void (location.hash = '#/join/m88-888-888'))
    await page.getByRole('button', { name: 'Look as anna@example.org' }).click()
    const wish = { id: 'm88-888-888', account: 'other' }
    await expect.poll(() => asked.filter(([what]) => what === 'join as')).toEqual([
      ['join as', { ...wish, place: 'meet.example.org' }],
      ['join as', { ...wish, place: null }],
    ])
  })
  await page.context().close()
})
