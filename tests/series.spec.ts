import { languages } from '../src/contract/languages'
import type { Meeting } from '../src/contract/meeting'
import { testMeeting } from '../src/contract/test-meeting'
import { openClientPage, signedIn, type Answers } from './harness/client-page'
import { expect, testConsole } from './harness/test'

const day = 86_400_000

/** The next full hour tomorrow, and a week and two weeks later; in UTC, whose clocks never change. */
const first = Math.ceil((Date.now() + day) / 3_600_000) * 3_600_000
const iso = (moment: number) => new Date(moment).toISOString()

/** A series of three meetings, of somebody who is signed in. */
const series = (id: string, subject: string, more: Partial<Meeting> = {}) =>
  testMeeting({
    id,
    subject,
    start: iso(first),
    end: iso(first + 3_600_000),
    timeZone: 'UTC',
    recurrence: { frequency: 'weekly', interval: 1, weekdays: [], ends: { after: 3 } },
    organizer: { name: '', email: 'anna@example.com' },
    ...more,
  })

const items = [
  series('m11-111-111', 'Whole'),
  series('m22-222-222', 'Last one', { exceptions: [iso(first), iso(first + 7 * day)] }),
  series('m33-333-333', 'Older workspace', { exceptions: null }),
  series('m44-444-444', 'Partly', { exceptions: [iso(first + 7 * day)] }),
]

testConsole('one meeting of a series, or all of them, are edited and deleted, wherever there is something to choose', { tag: '@thorough' }, async ({ consoleBrowser }) => {
  const asked: { name: string; payload: unknown }[] = []
  const note = (name: string) => (payload: unknown) => void asked.push({ name, payload })
  const age = { fetchedAt: Date.now(), problem: null, revision: 1 }
  const answers: Answers = {
    'state.get': () => signedIn,
    'page.painted': () => undefined,
    'meetings.upcoming': () => ({ ...age, soon: [], capabilities: null }),
    'meetings.list': () => ({ ...age, items, total: items.length }),
    'meetings.remove': note('remove'),
    'meetings.undoRemove': () => true,
    'meetings.change': (payload) => {
      note('change')(payload)
      return { outcome: 'done' }
    },
    'meetings.changeOccurrence': (payload) => {
      note('changeOccurrence')(payload)
      return { outcome: 'done', meeting: testMeeting({ id: 'm55-555-555', subject: 'Changed' }) }
    },
    'meetings.restoreOccurrence': (payload) => {
      note('restoreOccurrence')(payload)
      return { outcome: 'failed', problem: 'offline', retryAt: null }
    },
  }
  const { page } = await openClientPage(consoleBrowser, '/meetings', answers)
  const details = page.getByRole('dialog')
  const form = page.getByRole('dialog', { name: 'Edit the meeting' })
  const openFirst = (subject: string) => page.getByRole('button', { name: subject }).first().click()
  const press = (name: string) => details.getByRole('button', { name, exact: true }).press('Enter')
  const one = details.getByRole('button', { name: 'This meeting' })

  await testConsole.step('whoever goes back is where the question was asked', async () => {
    await openFirst('Whole')
    for (const name of ['Edit', 'Delete']) {
      await press(name)
      await expect(one).toBeFocused()
      await press('Back')
      await expect(details.getByRole('button', { name, exact: true })).toBeFocused()
    }
  })

  await testConsole.step('Escape closes it, and nothing is done', async () => {
    await press('Delete')
    await page.keyboard.press('Escape')
    await expect(details).toBeHidden()
    expect(asked).toEqual([])
  })

  await testConsole.step('one is deleted', async () => {
    await openFirst('Whole')
    await press('Delete')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/“Whole” on .* will be deleted in a few seconds/)).toBeVisible()
    expect(asked.splice(0)).toEqual([{ name: 'remove', payload: { id: 'm11-111-111', occurrence: iso(first) } }])
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
    await page.keyboard.press('Enter')
  })

  await testConsole.step('all are deleted', async () => {
    await openFirst('Whole')
    await press('Delete')
    await press('All meetings of the series')
    await expect(page.getByText('“Whole” will be deleted in a few seconds.')).toBeVisible()
    expect(asked.splice(0)).toEqual([{ name: 'remove', payload: { id: 'm11-111-111', occurrence: null } }])
    await page.getByRole('button', { name: 'Undo' }).click()
  })

  for (const [subject, id, name] of [['Last one', 'm22-222-222', 'Delete'], ['Older workspace', 'm33-333-333', 'Delete the whole series']] as const) {
    await testConsole.step(`${subject}: there is nothing to choose`, async () => {
      await openFirst(subject)
      await press(name)
      await expect(details).toBeHidden()
      await expect.poll(() => asked.splice(0)).toEqual([{ name: 'remove', payload: { id, occurrence: null } }])
      await page.getByRole('button', { name: 'Undo' }).click()
    })
  }

  await testConsole.step('one that is saved as it was stays a part of its series', async () => {
    await openFirst('Whole')
    await press('Edit')
    await page.keyboard.press('Enter')
    await expect(form.getByLabel('Repeat')).toHaveCount(0)
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form).toBeHidden()
    expect(asked).toEqual([])
  })

  await testConsole.step('one is changed, and it is said why that could not be taken back', async () => {
    await openFirst('Whole')
    await press('Edit')
    await page.keyboard.press('Enter')
    await form.getByLabel('Subject').fill('Changed')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('“Changed” is changed; the rest of the series is not.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('“Changed” stays changed.')).toBeVisible()
    const name = { id: 'm11-111-111', occurrence: iso(first) }
    expect(asked.splice(0)).toEqual([
      { name: 'changeOccurrence', payload: { ...name, change: { subject: 'Changed' } } },
      { name: 'restoreOccurrence', payload: { ...name, meeting: 'm55-555-555' } },
    ])
  })

  await testConsole.step('one that is all that is left is what the series becomes', async () => {
    await openFirst('Last one')
    await press('Edit')
    await page.keyboard.press('Enter')
    await form.getByLabel('Subject').fill('Changed')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('“Changed” is changed.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
    const [start, end] = [iso(first + 14 * day), iso(first + 14 * day + 3_600_000)]
    expect(asked.splice(0)).toEqual([{ name: 'change', payload: { id: 'm22-222-222', change: { start, end, subject: 'Changed', recurrence: null } } }])
  })

  await testConsole.step('all are moved, which brings one back', async () => {
    await openFirst('Partly')
    await press('Edit')
    await press('All meetings of the series')
    const warning = form.getByRole('status').filter({ hasText: 'One meeting that was taken out of the series takes place again' })
    await expect(form.getByText('changes the whole series')).toBeVisible()
    await expect(warning).toHaveCount(0)
    await form.getByLabel('End', { exact: true }).fill('23:59')
    await expect(warning).toHaveCount(0)
    await form.getByLabel('Start').fill('00:01')
    await expect(warning).toBeVisible()
  })
  await page.context().close()
})

testConsole('the choice is in sight in the smallest window, enlarged by half, and the head of Meetings is one line in every language', { tag: '@thorough' }, async ({ consoleBrowser }) => {
  const age = { fetchedAt: Date.now(), problem: null, revision: 1 }
  const { page, send } = await openClientPage(consoleBrowser, '/meetings', {
    'state.get': () => signedIn,
    'page.painted': () => undefined,
    'meetings.upcoming': () => ({ ...age, soon: [], capabilities: null }),
    'meetings.list': () => ({ ...age, items, total: items.length }),
  })
  const dialog = page.getByRole('dialog')
  for (const language of languages) {
    await send('state.changed', { ...signedIn, language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await page.setViewportSize({ width: 900, height: 600 })
    const [title, schedule] = [page.getByRole('heading', { level: 1 }), page.locator('main button:has(svg)').first()]
    const below = async () => ((await schedule.boundingBox())?.y ?? 0) - ((await title.boundingBox())?.y ?? 0)
    await expect.poll(below, `how far the button is below the title in ${language}`).toBeLessThan(20)

    await page.setViewportSize({ width: 480, height: 320 })
    await page.getByRole('main').getByText('Whole').first().click()
    for (const question of [1, 2]) {
      await dialog.locator('button').nth(-question).click()
      const choice = dialog.getByRole('group').getByRole('button')
      await expect(choice).toHaveCount(3)
      for (const button of await choice.all()) await expect(button, `in ${language}`).toBeInViewport({ ratio: 1 })
      await choice.last().click()
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await page.context().close()
})
