import { test, type Browser } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Language } from '../src/contract/languages'
import { goodCloud, startBadCloud } from './harness/bad-cloud'
import { ended, endless, json, silent, startBadWorkspace, type BadWorkspace, type Day } from './harness/bad-workspace'
import { openClientPage, signedIn } from './harness/client-page'
import { repository } from './harness/modules'
import { expect, testConsole } from './harness/test'

const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const people = { users: [{ id: 'u2', name: 'Bob Sørensen', email: 'bob@example.com', online_state: 'online' }, { id: 'u3', name: 'Karim', email: 'karim@example.com' }] }
const meetings = { meetings: [{ id: 'm11-111-111', subject: 'Planning', start: soon(6), end: soon(7) }] }

const good: Day = (response, path) => json(200, path.endsWith('/users') ? people : path.endsWith('/meetings') ? meetings : {})(response)

type Word = 'slow' | 'workspace' | 'expired' | 'busy' | 'connection' | 'licence' | 'forbidden' | 'notFound' | 'conflict' | 'networkSignIn' | 'secure' | 'clock'

/** Each bad day, and what the page has to say of it. */
const badDays: readonly [name: string, day: Day, word: Word][] = [
  ['a certificate that has ended', ended, 'secure'],
  ['a server that is slow', silent, 'slow'],
  ['a web page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome</title>'), 'workspace'],
  ['half a body', (response) => response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy()), 'connection'],
  ['401 in the middle', json(401, { error: 'token_expired' }), 'expired'],
  ['500', json(500, { error: 'internal_error' }), 'workspace'],
  ['429', json(429, {}, { 'retry-after': '30' }), 'busy'],
  ['403', json(403, { error: 'invalid_permission' }), 'forbidden'],
  ['404', json(404, { error: 'not_found' }), 'notFound'],
  ['a network’s own page', (response) => response.writeHead(302, { location: 'http://login.network.example/' }).end(), 'networkSignIn'],
  ['50 MB', endless, 'workspace'],
  // Hours have passed by this computer's clock, and none by the server's.
  ['a clock that is wrong', ended, 'clock'],
]
/** What the vendor's API document has beside these. */
const vendorsDays: typeof badDays = [
  ['a licence that is not enough', json(403, { error: 'license_required', error_description: 'words of the server', error_code: 7, error_signature: 'aa' }), 'licence'],
  ['a permission that is missing', json(403, { error: 'invalid_permission', error_code: 6 }), 'forbidden'],
  ['too many requests, without a time', json(429, { error: 'rate_limit_reached' }), 'busy'],
]
/** Longer than anything that is known counts as new, and than a workspace asks to wait. */
const minutes = 600_000
const offline: Day = (response) => response.destroy()

const wordsSchema = z.object({
  trouble: z.record(z.string(), z.string()),
  page: z.object({ tryAgain: z.string() }),
  contacts: z.object({ search: z.string(), inviteWho: z.string() }),
  home: z.object({ joinLabel: z.string(), start: z.string() }),
  meetings: z.object({ schedule: z.string(), edit: z.string() }),
  schedule: z.object({ subject: z.string(), timeZone: z.string(), people: z.string(), inviteByHand: z.string() }),
})

/** The page over a workspace of its own, in a language; `say` gives that language's words. */
async function open<Given extends BadWorkspace>(browser: Browser, path: string, language: Language, workspace: Given) {
  const { page, send } = await openClientPage(browser, path, {
    ...workspace.answers,
    'state.get': () => ({ ...signedIn, language }),
    'page.painted': () => undefined,
  })
  workspace.page.send = send
  const text: unknown = JSON.parse(readFileSync(join(repository, `src/renderer/i18n/${language}.json`), 'utf8'))
  const say = wordsSchema.parse(text)
  const main = page.getByRole('main')
  const again = main.getByRole('button', { name: say.page.tryAgain })
  const told = (word: Word) => main.getByText(say.trouble[word] ?? word)
  return { workspace, page, say, main, again, told, close: () => Promise.all([page.context().close(), workspace.close()]) }
}

testConsole('Contacts on bad days says what is wrong, keeps the people and what was typed, and mends itself', async ({ consoleBrowser }) => {
  const { workspace, page, say, main, again, told, close } = await open(consoleBrowser, '/contacts', 'fr', await startBadWorkspace(good))
  await expect(main.getByText('Bob Sørensen')).toBeVisible()
  const search = main.getByLabel(say.contacts.search)
  await search.fill('bob')
  await expect(main.getByText('Karim', { exact: true })).toBeHidden()

  let ask = (): Promise<unknown> => page.evaluate(() => void window.dispatchEvent(new CustomEvent('from-test contacts.changed', { detail: 0 })))
  for (const [name, day, word] of badDays) {
    await test.step(name, async () => {
      workspace.setDay(day)
      workspace.elapse(minutes)
      await ask()
      await expect(told(word)).toBeVisible()
      await expect(search).toHaveValue('bob')
      await expect(main.getByText('Bob Sørensen')).toBeVisible()
    })
    ask = () => again.click()
  }
  workspace.setDay(offline)
  workspace.elapse(minutes)
  await again.click()
  await expect(told('connection')).toBeVisible()

  workspace.setDay((response, path) => (path.endsWith('/users') ? json(200, { users: [...people.users, { id: 'u4', name: 'Bobby', email: 'bobby@example.com' }] }) : good)(response, path))
  workspace.reconnect()
  await expect(told('connection')).toBeHidden()
  await expect(again).toBeHidden()
  // What is new is found with what was typed before.
  await expect(main.getByText('Bobby', { exact: true })).toBeVisible()
  await expect(search).toHaveValue('bob')
  await close()
})

/** Starts a meeting from Home on each of the days: what is wrong is said there, and what is there stays, what was typed too. */
async function homeOn(days: typeof badDays, { workspace, say, main }: Awaited<ReturnType<typeof open>>): Promise<void> {
  for (const [name, day, word] of days) {
    await test.step(name, async () => {
      workspace.setDay(day)
      workspace.elapse(minutes)
      await main.getByRole('button', { name: say.home.start, exact: true }).click()
      await expect(main.getByRole('alert').filter({ hasText: say.trouble[word] ?? word })).toBeVisible()
      await expect(main.getByLabel(say.home.joinLabel)).toHaveValue('m12-345')
      await expect(main.getByText('Planning')).toBeVisible()
    })
  }
}

/** Changes the meeting while somebody else does, or has deleted it: the form says so, and keeps what was typed until it is sent. */
async function changeAmongOthers({ workspace, page, say, main }: Awaited<ReturnType<typeof open>>, good: Day): Promise<void> {
  await page.evaluate(() => void (location.hash = '#/meetings'))
  await main.getByRole('button', { name: /Planning/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: say.meetings.edit, exact: true }).click()
  const subject = dialog.getByLabel(say.schedule.subject)
  await subject.fill('Planning, at length')
  for (const [status, word] of [[409, 'conflict'], [404, 'notFound']] as const) {
    workspace.setDay(json(status, {}))
    await dialog.locator('button[type=submit]').click()
    await expect(dialog.getByRole('alert').filter({ hasText: say.trouble[word] ?? word })).toBeVisible()
    await expect(subject).toHaveValue('Planning, at length')
  }
  workspace.setDay(good)
  await dialog.locator('button[type=submit]').click()
  await expect(dialog).toBeHidden()
  await expect(main.getByText('Planning, at length').first()).toBeVisible()
}

testConsole('Home on bad days says what is wrong, keeps the meetings and what was typed, and mends itself', async ({ consoleBrowser }) => {
  const opened = await open(consoleBrowser, '/', 'ar', await startBadWorkspace(good))
  const { workspace, say, main, again, told, close } = opened
  const meeting = main.getByText('Planning')
  workspace.reconnect()
  await workspace.answers['meetings.refresh']?.(undefined)
  await expect(meeting).toBeVisible()
  const join = main.getByLabel(say.home.joinLabel)
  await join.fill('m12-345')

  await homeOn(badDays, opened)
  workspace.setDay(offline)
  workspace.elapse(minutes)
  await workspace.answers['meetings.refresh']?.(undefined)
  await expect(told('connection')).toBeVisible()
  await expect(meeting).toBeVisible()
  await again.click()
  await expect(told('connection')).toBeVisible()

  workspace.setDay(good)
  workspace.reconnect()
  await expect(again).toBeHidden()
  await expect(meeting).toBeVisible()
  await expect(join).toHaveValue('m12-345')
  await changeAmongOthers(opened, good)
  await close()
})

testConsole('Home and a new meeting on TeamViewer’s bad days say what is wrong, keep what is there, and mend themselves', async ({ consoleBrowser }) => {
  const cloud = await startBadCloud(meetings.meetings)
  const opened = await open(consoleBrowser, '/', 'es', cloud)
  const { workspace, page, say, main, close } = opened
  workspace.reconnect()
  await workspace.answers['meetings.refresh']?.(undefined)
  const meeting = main.getByText('Planning')
  await expect(meeting).toBeVisible()
  const join = main.getByLabel(say.home.joinLabel)
  await join.fill('m12-345')
  await homeOn([...badDays, ...vendorsDays], opened)

  await page.evaluate(() => void (location.hash = '#/meetings'))
  await main.getByRole('button', { name: say.meetings.schedule }).click()
  const dialog = page.getByRole('dialog')
  const subject = dialog.getByLabel(say.schedule.subject)
  await subject.fill('Plans')
  // The vendor's meetings have neither: there is nothing to fill in that would be lost.
  await expect(dialog.getByLabel(say.schedule.timeZone)).toBeHidden()
  await expect(dialog.getByLabel(say.schedule.people)).toBeHidden()
  for (const [name, day, word] of vendorsDays) {
    await test.step(`scheduling: ${name}`, async () => {
      workspace.setDay(day)
      workspace.elapse(minutes)
      await dialog.locator('button[type=submit]').click()
      await expect(dialog.getByRole('alert').filter({ hasText: say.trouble[word] ?? word })).toBeVisible()
      await expect(subject).toHaveValue('Plans')
    })
  }
  workspace.setDay(goodCloud)
  workspace.elapse(minutes)
  await dialog.locator('button[type=submit]').click()
  await expect(dialog).toBeHidden()
  await changeAmongOthers(opened, goodCloud)

  // Whoever is asked to come from Contacts is told of by hand: the vendor invites nobody.
  await page.evaluate(() => void (location.hash = '#/contacts'))
  await main.getByRole('button', { name: say.contacts.inviteWho.split('{{')[0] ?? '' }).first().click()
  await expect(dialog.getByText(say.schedule.inviteByHand.split('{{')[0] ?? '')).toBeVisible()
  await expect(dialog.getByLabel(say.schedule.people)).toBeHidden()
  expect(workspace.cloud.complaints).toEqual([])
  await close()
})
