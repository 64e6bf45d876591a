import type { Locator, Page } from '@playwright/test'
import ICAL from 'ical.js'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible } from './harness/accessibility'
import { addPerson } from './harness/company-data'
import type { Desktop } from './harness/desktop'
import { askThroughBridge } from './harness/foreign-windows'
import { signOut } from './harness/journeys'
import { clipboardText } from './harness/parley'
import { anna, bob } from './harness/people'
import { expect, testSignedIn } from './harness/test'
import { workspaceProcess } from './harness/workspace-process'

const open = (page: Page, entry: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: entry }).click()

/** Fills the form in for a time tomorrow, which is always still to come. */
async function schedule(page: Page, subject: string): Promise<void> {
  await page.getByRole('button', { name: 'Schedule a meeting' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Schedule a meeting' })
  await dialog.getByLabel('Subject').fill(subject)
  await dialog.getByLabel('Date').fill(tomorrow())
  await dialog.getByLabel('Start').fill('10:00')
  await dialog.getByLabel('End', { exact: true }).fill('11:30')
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`“${subject}” is scheduled.`)).toBeVisible()
}

function tomorrow(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now() + 86_400_000)
}

/** Makes a program of the desktop the one for calendar files; it keeps what it is given. */
async function installCalendar(desktop: Desktop): Promise<() => Promise<string>> {
  const kept = join(desktop.folder, 'calendar-entry.ics')
  const command = join(desktop.folder, 'test-calendar')
  await writeFile(command, `#!/bin/sh\ncp "$1" '${kept}.part' && mv '${kept}.part' '${kept}'\n`)
  await chmod(command, 0o755)
  await writeFile(
    join(desktop.folder, 'data', 'applications', 'test-calendar.desktop'),
    `[Desktop Entry]\nVersion=1.0\nType=Application\nName=Calendar of the test\nExec=${command} %f\nMimeType=text/calendar;\n`,
  )
  const list = join(desktop.folder, 'config', 'mimeapps.list')
  await writeFile(list, `${await readFile(list, 'utf8')}text/calendar=test-calendar.desktop\n`)
  return async () => {
    await expect.poll(() => readFile(kept, 'utf8').catch(() => ''), { message: 'the calendar program has the file' }).not.toBe('')
    return readFile(kept, 'utf8')
  }
}

testSignedIn('a meeting is scheduled, seen, changed, shared, put into the calendar and deleted', async ({ desktop, launch }) => {
  const calendarEntry = await installCalendar(desktop)
  const parley = await launch()
  const { page } = parley
  await open(page, 'Meetings')
  await expect(page.getByRole('heading', { name: 'No meetings ahead' })).toBeVisible()
  await schedule(page, 'Planning')
  const row = page.getByRole('button', { name: /10:00.*11:30.*Planning/ })
  await expect(row).toBeVisible()
  await expectAccessible(page, 'meetings, list')

  // The week has it too; the arrow keys and Enter lead into it.
  await page.getByRole('link', { name: 'Week' }).click()
  const block = page.getByRole('region', { name: 'Week' }).getByRole('button', { name: /Planning/ })
  if ((await block.count()) === 0) await page.getByRole('button', { name: 'Next week' }).click()
  await expectAccessible(page, 'meetings, week')
  await block.focus()
  await page.keyboard.press('Enter')
  const details = page.getByRole('dialog', { name: 'Planning' })
  await expectAccessible(page, 'a meeting')

  await details.getByRole('button', { name: 'Edit' }).click()
  const form = page.getByRole('dialog', { name: 'Edit the meeting' })
  await form.getByLabel('Subject').fill('Planning, part 2')
  await form.getByLabel('Repeat').selectOption('Every week')
  await expectAccessible(page, 'the form of a meeting')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('link', { name: 'List' }).click()
  await page.getByRole('button', { name: /Planning, part 2/ }).first().click()

  const changed = page.getByRole('dialog', { name: 'Planning, part 2' })
  const id = (await changed.getByText(/^m\d{2}-\d{3}-\d{3}$/).textContent()) ?? ''
  await changed.getByRole('button', { name: 'Copy invitation' }).click()
  await expect(changed.getByRole('status')).toContainText('Invitation copied')
  expect(await clipboardText(parley)).toContain(id)
  await changed.getByRole('button', { name: 'Add to calendar' }).click()
  await expect(changed.getByRole('status')).toContainText('Handed to your calendar program')
  const event = new ICAL.Event(ICAL.Component.fromString(await calendarEntry()).getFirstSubcomponent('vevent') ?? new ICAL.Component('vevent'))
  expect(event.summary).toBe('Planning, part 2')
  expect(event.component.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Europe/Berlin')
  expect(event.isRecurring()).toBe(true)

  await page.keyboard.press('Escape')
  await changeOne(page)

  await page.getByRole('button', { name: /Planning, part 2/ }).first().click()
  await deleteSeries(changed)
  await expect(page.getByText('will be deleted in a few seconds')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No meetings ahead' })).toBeVisible()
  // What had the focus has gone with the meeting.
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Planning, part 2/ }).first()).toBeVisible()

  // What is deleted when Parley quits is deleted.
  await page.getByRole('button', { name: /Planning, part 2/ }).first().click()
  await deleteSeries(changed)
  await expect(page.getByRole('heading', { name: 'No meetings ahead' })).toBeVisible()
  await parley.quit()
  const again = await launch()
  await open(again.page, 'Meetings')
  await expect(again.page.getByRole('heading', { name: 'No meetings ahead' })).toBeVisible()
  await seeCrowd(again.page)
})

async function deleteSeries(details: Locator): Promise<void> {
  await details.getByRole('button', { name: 'Delete' }).click()
  await details.getByRole('button', { name: 'All meetings of the series' }).click()
}

/** One meeting of the series is changed by itself, and another time deleted; both are taken back. */
async function changeOne(page: Page): Promise<void> {
  const details = page.getByRole('dialog', { name: 'Planning, part 2' })
  const choose = async (what: 'Edit' | 'Delete') => {
    await page.getByRole('button', { name: /Planning, part 2/ }).first().click()
    await details.getByRole('button', { name: what }).press('Enter')
    await expect(details.getByRole('button', { name: 'This meeting' })).toBeFocused()
  }
  await choose('Edit')
  await expectAccessible(page, 'which meetings of a series')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Edit the meeting' })
  await expect(form.getByText('changes this meeting alone')).toBeVisible()
  await expect(form.getByLabel('Repeat')).toBeHidden()
  await form.getByLabel('Subject').fill('By itself')
  await form.getByLabel('Subject').press('Enter')
  await expect(page.getByText('the rest of the series is not')).toBeVisible()
  const own = page.getByRole('button', { name: /10:00.*By itself/ })
  await expect(own).toBeVisible()
  // What had the focus has gone with the time.
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(own).toBeHidden()

  const firstDay = page.getByRole('region', { name: 'Meetings' }).getByRole('heading').first()
  const day = (await firstDay.textContent()) ?? ''
  await choose('Delete')
  await page.keyboard.press('Enter')
  await expect(firstDay).not.toHaveText(day)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(firstDay).toHaveText(day)
}

/** Of many meetings at once, the week draws those that fit; one button opens the list of the others. */
async function seeCrowd(page: Page): Promise<void> {
  const many = 9
  for (let index = 0; index < many; index += 1) {
    const time = { start: `${tomorrow()}T10:00:00.000Z`, end: `${tomorrow()}T11:00:00.000Z`, timeZone: 'Europe/Berlin' }
    await askThroughBridge(page).ask('meetings.create', { ...time, subject: `Crowd ${index}`, recurrence: null, password: null, invitees: [] })
  }
  await page.getByRole('link', { name: 'Week' }).click()
  const more = page.getByRole('button', { name: /more meetings/ })
  const drawn = page.getByRole('region', { name: 'Week' }).getByRole('button', { name: /Crowd/ })
  // On a Sunday, tomorrow is in the next week.
  if (new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'Europe/Berlin' }).format(Date.now()) === 'Sun') await page.getByRole('button', { name: 'Next week' }).click()
  await more.press('Enter')
  const list = page.getByRole('menu', { name: /\d/ })
  await expect(list.getByRole('menuitem').first()).toBeFocused()
  await expectAccessible(page, 'the list of a crowd')
  expect((await list.getByRole('menuitem').count()) + (await drawn.count())).toBe(many)
  await page.keyboard.press('ArrowDown')
  const second = await list.getByRole('menuitem').nth(1).textContent()
  await page.keyboard.press('Enter')
  await expect(list).toBeHidden()
  const [subject = ''] = /Crowd \d/.exec(second ?? '') ?? []
  await expect(page.getByRole('dialog', { name: subject })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
}

testSignedIn('Home starts a meeting, reads whatever names one, and shows what is next, offline too', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const first = await launch()
  const { page } = first
  const joinField = page.getByLabel('Meeting id or link')
  for (const [typed, said] of [['12 345', 'this is'], ['https://example.com', 'leads to no meeting'], ['hello', 'no meeting id in this'], ['', 'Type or paste']] as const) {
    await joinField.fill(typed)
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: said === 'this is' ? 'these are 5' : said })).toBeVisible()
  }
  await joinField.fill('Join us: m87 654-321 today!')
  await joinField.press('Enter')
  await expect(page.getByText('Meeting m87-654-321')).toBeVisible()
  await expect(page.getByText('Your workspace knows no meeting with this id')).toBeVisible()
  await open(page, 'Home')
  await joinField.fill('https://meet.example.com/join/m87-654-321')
  await joinField.press('Enter')
  await expect(page.getByText('This meeting is at meet.example.com, where you are not signed in.')).toBeVisible()

  await open(page, 'Home')
  await page.getByRole('button', { name: 'Start now' }).click()
  await expect(page.getByRole('heading', { name: `${anna.name}’s meeting` })).toBeVisible()
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'can’t hold the call itself yet' })).toBeVisible()

  await open(page, 'Meetings')
  await schedule(page, 'Review')
  await open(page, 'Home')
  await expect(page.getByRole('heading', { name: 'Tomorrow' })).toBeVisible()
  await expect(page.getByText('Under way')).toBeVisible()
  // Its heading says when it is.
  await expect(page.getByRole('listitem').filter({ hasText: 'Review' })).not.toContainText(/tomorrow|in \d/)
  await expectAccessible(page, 'Home')

  // Nothing answers: what was known last is there, and says how old it is.
  workspaceProcess(first).freeze()
  await open(page, 'Contacts')
  await open(page, 'Meetings')
  await expect(page.getByRole('button', { name: /Review/ })).toBeVisible()
  await page.evaluate(() => void window.parley.invoke('meetings.refresh'))
  await expect(page.getByText('These are the last known meetings')).toBeVisible({ timeout: 40_000 })
  workspaceProcess(first).thaw()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('These are the last known meetings')).toBeHidden()

  const cache = join(desktop.profile, 'cache')
  const [account = ''] = await readdir(cache)
  expect(((await stat(join(cache, account, 'meetings.json'))).mode & 0o077).toString(8)).toBe('0')
  await signOut(page, anna)
  await expect.poll(() => readdir(cache)).toEqual([])
})

testSignedIn('people of the company are found, and invited', async ({ desktop, launch }) => {
  await addPerson(desktop, bob, 'member')
  const { page } = await launch()
  await open(page, 'Contacts')
  await expect(page.getByText(bob.email)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: anna.email }).getByText('You', { exact: true })).toBeVisible()
  await page.getByLabel('Search by name or e-mail').fill(bob.name.slice(0, 3))
  await expect(page.getByText('1 person')).toBeVisible()
  await expectAccessible(page, 'contacts')
  await page.getByRole('button', { name: `Invite ${bob.name} to a meeting` }).click()
  const dialog = page.getByRole('dialog', { name: 'Schedule a meeting' })
  await expect(dialog.getByRole('list', { name: 'Invited' })).toContainText(bob.name)
  await dialog.getByLabel('Subject').fill('With Bob')
  await dialog.getByLabel('Date').fill(tomorrow())
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(dialog).toBeHidden()
  await open(page, 'Meetings')
  await page.getByRole('button', { name: /With Bob/ }).click()
  await expect(page.getByRole('dialog', { name: 'With Bob' })).toContainText(bob.email)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /With Bob/ })).toBeFocused()
})
