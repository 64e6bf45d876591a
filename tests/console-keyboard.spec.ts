import type { Locator } from '@playwright/test'
import { userRow } from './harness/journeys'
import { tabAndPress, tabAndType, tabTo } from './harness/keyboard'
import { anna, bob } from './harness/people'
import { expect, testConsole } from './harness/test'

/** Comes before the others in the list, so that on the way to what is said at the foot of the page one passes them. */
const ada = { name: 'Ada', email: 'ada@example.com' }

/** Has the focus, and shows it. */
async function expectShownFocus(control: Locator): Promise<void> {
  await expect(control).toBeFocused()
  const ring = await control.evaluate((element) => element.matches(':focus-visible') && getComputedStyle(element).outlineStyle)
  expect(ring, 'the outline of what has the focus').toBe('solid')
}

testConsole('users are created, given a licence and changed together by keyboard alone, and each is undone', async ({ companyWorkspace, consoleOf }) => {
  await companyWorkspace.administration.addAccount({ ...bob, role: 'member' })
  const page = await consoleOf(anna)
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  const dialog = page.getByRole('dialog')
  const create = page.getByRole('button', { name: 'Create user' })
  await expect(userRow(page, bob)).toBeVisible()

  await tabTo(page, create)
  await expectShownFocus(create)
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('E-mail')).toBeFocused()
  await page.keyboard.type(ada.email)
  await tabAndType(page, dialog.getByLabel('Name'), ada.name)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Link for choosing a password')).toBeVisible()
  await tabAndPress(page, dialog.getByRole('button', { name: 'Done' }))
  await expect(dialog).toBeHidden()
  await expectShownFocus(create)
  const row = page.getByRole('row').filter({ hasText: ada.email })
  await expect(row).toContainText('No licence')

  const change = page.getByRole('button', { name: `Change licence of ${ada.name}` })
  await tabAndPress(page, change)
  await expect(dialog.getByRole('radio', { name: 'No licence' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expectShownFocus(dialog.getByRole('radio', { name: 'Meeting 50' }))
  await page.keyboard.press('Enter')
  await expect(row).toContainText('Meeting 50')
  await expectShownFocus(change)
  // What is walked past on the way to Undo is not where it leads back to.
  await tabAndPress(page, undo)
  await expect(row).toContainText('No licence')
  await expectShownFocus(change)

  await backTo(page.getByRole('checkbox', { name: `Select ${ada.name}` }), 'Space')
  const box = page.getByRole('checkbox', { name: `Select ${bob.name}` })
  await tabAndPress(page, box, 'Space')
  // However long the table is, what can be done with those who are chosen is one key away, and so is the way back.
  const bar = page.getByRole('region', { name: 'Selected users' })
  await expect(bar.getByText('Enter leads here, Esc back to the row.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expectShownFocus(bar.getByRole('button', { name: 'Change 2 users' }))
  await page.keyboard.press('Escape')
  await expectShownFocus(box)
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('button', { name: 'Change 2 users' })).toBeFocused()
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: 'Set role' })
  await expect(item).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(item).toBeFocused({ timeout: 1 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Role')).toBeFocused()
  await page.keyboard.type('User')
  await expect(dialog.getByText('2 users will change.')).toBeVisible()
  await tabAndPress(page, dialog.getByRole('button', { name: 'Change 2 users' }))
  await expect(page.getByRole('heading', { name: 'Set role: User manager' })).toBeFocused()
  await expect(page.getByText('2 of 2 are through.')).toBeVisible()
  await tabAndPress(page, page.getByRole('button', { name: 'Undo these changes' }))
  await expect(page.getByRole('heading', { name: 'Undo: Set role: User manager' })).toBeFocused()
  await expect(page.getByText('2 of 2 are through.')).toBeVisible()

  /** Goes back by Shift and Tab, and presses. */
  async function backTo(control: Locator, key: string): Promise<void> {
    await expect(control).toBeVisible()
    await tabTo(page, control, 40, 'Shift+Tab')
    await page.keyboard.press(key)
  }
})
