import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Language } from '../src/contract/languages'
import type { MeetingMade, Upcoming } from '../src/contract/meetings'
import type { Connection } from '../src/contract/session'
import { testMeeting } from '../src/contract/test-meeting'
import { workspaceProblemSchema, type Capabilities, type WorkspaceProblem } from '../src/contract/workspace'
import { openClientPage, signedIn, type Answers } from './harness/client-page'
import { repository } from './harness/modules'
import { expect, testConsole } from './harness/test'

const capabilities: Capabilities = {
  people: true, presence: true, meetingTimeZone: true, meetingRecurrence: true, meetingInvitees: true, meetingRoom: 'client', linksElsewhere: true,
}
const meeting = testMeeting({ id: 'm11-111-111', subject: 'Planning', start: '2030-03-01T09:00:00.000Z', end: '2030-03-01T10:00:00.000Z' })
const upcoming = (problem: WorkspaceProblem | null): Upcoming => ({ soon: [], fetchedAt: 1_700_000_000_000, problem, revision: 1, capabilities })

/** What main answers to somebody whose list of meetings is there. */
const ordinary = (): Answers => ({
  'state.get': () => signedIn,
  'page.painted': () => undefined,
  'crashReports.get': () => ({ count: 0, size: 0, folder: '/Crashpad', isSending: false }),
  'meetings.upcoming': () => upcoming(null),
  'meetings.list': () => ({ items: [meeting], total: 1, fetchedAt: 1_700_000_000_000, problem: null, revision: 1 }),
  'contacts.list': () => ({ items: [], total: 0, fetchedAt: 1_700_000_000_000, problem: null, revision: 1 }),
})

/** What each problem is called, in a language. */
function words(language: Language) {
  const text: unknown = JSON.parse(readFileSync(join(repository, `src/renderer/i18n/${language}.json`), 'utf8'))
  return z.object({ trouble: z.record(z.string(), z.string()), page: z.object({ failed: z.string(), tryAgain: z.string() }) }).parse(text)
}

/** What keeps an account from its workspace, and what is said of it; the last one leads on. */
const inTheWay = [
  ['offline', 'You are offline.'],
  ['too-slow', 'You are offline.'],
  ['proxy', 'Your network’s proxy refused the connection.'],
  ['keychain', 'Your system’s keychain holds the client secret'],
  ['registration', 'TeamViewer did not accept Parley’s client ID or client secret.'],
] as const

const some = ['offline', 'conflict', 'workspace-error', 'expired'] as const satisfies readonly WorkspaceProblem[]

testConsole('what was typed into the form stays on every bad day, and is sent once the day is good', async ({ consoleBrowser }) => {
  let answer: MeetingMade | Error = new Error('main could not')
  const drafts: unknown[] = []
  const answers = ordinary()
  answers['meetings.create'] = (draft) => {
    drafts.push(draft)
    return answer
  }
  const { page, send } = await openClientPage(consoleBrowser, '/meetings', answers)
  await page.getByRole('button', { name: 'Schedule a meeting' }).click()
  const dialog = page.getByRole('dialog')
  const subject = dialog.getByRole('textbox').first()
  const save = dialog.locator('button[type=submit]')
  await subject.fill('A long thought that nobody wants to type twice')
  await dialog.getByLabel('Password').fill('a secret')

  const told = new Set<string>()
  for (const language of ['en', 'de', 'ar'] as const) {
    await send('state.changed', { ...signedIn, language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const { trouble, page: failed } = words(language)
    // In other languages a few are enough: that all have words in all of them is checked without a browser.
    for (const problem of language === 'en' ? [null, ...workspaceProblemSchema.options] : some) {
      answer = problem === null ? new Error('main could not') : { outcome: 'failed', problem, retryAt: null }
      await save.click()
      await expect(save).toBeEnabled()
      const said = (await dialog.getByRole('alert').allInnerTexts()).filter((text) => text.trim() !== '')
      expect(said, `${String(problem)} in ${language}`).toHaveLength(1)
      expect([failed.failed, ...Object.values(trouble)], `${String(problem)} in ${language}`).toContain(said[0]?.trim())
      told.add(said[0] ?? '')
    }
    await expect(subject).toHaveValue('A long thought that nobody wants to type twice')
  }
  // Each language has its own words, and more than one thing to say in them.
  expect(told.size).toBeGreaterThan(10 + 2 * some.length)
  answer = { outcome: 'done', meeting }
  await save.click()
  await expect(dialog).toBeHidden()
  expect(drafts.at(-1)).toMatchObject({ subject: 'A long thought that nobody wants to type twice', password: 'a secret' })

  await testConsole.step('what is in the way of the workspace is said on every page', async () => {
    const { session } = signedIn
    if (session.state !== 'signed-in') throw new Error('nobody is signed in')
    const connect = (connection: Connection) => send('state.changed', { ...signedIn, language: 'en', session: { ...session, connection } })
    for (const [connection, said] of inTheWay) {
      await connect(connection)
      await expect(page.getByText(said)).toBeVisible()
    }
    // What the page says itself is not said once more below it.
    await connect('proxy')
    const proxy = page.getByText('Your network’s proxy refused the connection.')
    await send('meetings.changed', upcoming('proxy'))
    await expect(page.getByRole('main').filter({ has: proxy })).toBeVisible()
    await expect(proxy).toHaveCount(1)
    await expect(page.getByRole('button', { name: 'Anna Jørgensen' })).toHaveAccessibleDescription('Proxy refuses')
    await connect('registration')
    await send('meetings.changed', upcoming('registration'))
    await expect(page.getByRole('status').filter({ hasText: 'Registration not accepted' })).toBeVisible()
    await expect(page.getByText('TeamViewer did not accept')).toHaveCount(1)
    await send('meetings.changed', upcoming(null))
    await page.getByRole('button', { name: 'Check the registration' }).click()
    await expect(page.getByLabel('Client ID')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Check the registration' })).toBeHidden()
    await send('state.changed', { ...signedIn, language: 'en' })
    await expect(page.getByText('TeamViewer did not accept')).toBeHidden()
  })
  await page.context().close()
})

testConsole('a list that could not be refreshed is there, says so, and mends itself', { tag: '@thorough' }, async ({ consoleBrowser }) => {
  const answers = ordinary()
  const { page, send } = await openClientPage(consoleBrowser, '/meetings', answers)
  await expect(page.getByRole('button', { name: /Planning/ })).toBeVisible()
  await send('meetings.changed', upcoming('offline'))
  await expect(page.getByText('The workspace can’t be reached.')).toBeVisible()
  await page.getByRole('button', { name: /Planning/ }).click()
  await expect(page.getByRole('dialog', { name: 'Planning' })).toBeVisible()
  await page.keyboard.press('Escape')
  await send('meetings.changed', upcoming(null))
  await expect(page.getByText('The workspace can’t be reached.')).toBeHidden()

  // A deletion that failed after all says why, and the meeting is there again.
  await send('meetings.trouble', { id: meeting.id, subject: meeting.subject, problem: 'forbidden' })
  await expect(page.getByRole('alert').filter({ hasText: 'Your account may not do this.' })).toBeVisible()

  // A week beyond the list could not be had; it comes once the workspace is back.
  answers['meetings.range'] = () => ({ outcome: 'failed', problem: 'busy', retryAt: null })
  await page.getByRole('link', { name: 'Week' }).click()
  for (let week = 0; week < 60; week += 1) await page.getByRole('button', { name: 'Next week' }).click()
  await expect(page.getByText('Meetings of this week may be missing.')).toBeVisible()
  answers['meetings.range'] = (range) => {
    const { from } = z.object({ from: z.string() }).parse(range)
    const start = new Date(Date.parse(from) + 9 * 3_600_000).toISOString()
    return { outcome: 'done', meetings: [{ ...meeting, id: 'm22-222-222', subject: 'Far away', start, end: new Date(Date.parse(start) + 3_600_000).toISOString() }], problem: null }
  }
  await send('meetings.changed', upcoming('busy'))
  await send('meetings.changed', upcoming(null))
  await page.getByRole('button', { name: /Far away/ }).click()
  await expect(page.getByRole('dialog', { name: 'Far away' })).toBeVisible()
  await page.context().close()
})
