import { addPerson } from './harness/company-data'
import { licenceRow, popUpOf, seeConsole, userRow } from './harness/journeys'
import { tabAndPress, tabAndType, tabTo } from './harness/keyboard'
import { bringToFront } from './harness/parley'
import { anna, bob, company } from './harness/people'
import { expect, test } from './harness/test'

test('the whole main job by keyboard alone', async ({ desktop, launch }) => {
  const parley = await launch()
  const { page } = parley
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()

  await test.step('sign in', async () => {
    await tabAndPress(page, page.getByRole('button', { name: 'Sign in', exact: true }))
    const tab = await desktop.browser.tab(({ pathname }) => pathname === '/sign-in' || pathname === '/create-company')
    await tabAndType(tab, tab.getByLabel('Company', { exact: true }), company)
    await tabAndType(tab, tab.getByLabel('Your name', { exact: true }), anna.name)
    await tabAndType(tab, tab.getByLabel('E-mail', { exact: true }), anna.email)
    await tabAndType(tab, tab.getByLabel('Password', { exact: true }), anna.password)
    await tab.keyboard.press('Enter')
    await expect(tab.getByRole('heading', { name: 'You are signed in to Parley' })).toBeVisible()
  })
  await addPerson(desktop, bob, 'member')

  const entry = page.getByRole('link', { name: 'User management' })
  const popUp = popUpOf(page)
  await test.step('Settings → User management; Escape, and back to the entry', async () => {
    await tabAndPress(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }))
    await tabAndPress(page, entry)
    await expect(popUp).toBeVisible()
    await expect(popUp.getByRole('button', { name: 'Open Management Console' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(popUp).toBeHidden()
    await expect(entry).toBeFocused()
  })

  await test.step('the focus stays in the pop-up, both ways round', async () => {
    await page.keyboard.press('Enter')
    await expect(popUp).toBeVisible()
    const names = ['Open Management Console', 'Copy link', 'Cancel', 'Learn more']
    const focused = () => popUp.locator(':focus').innerText()
    for (const name of [...names.slice(1), ...names]) {
      await page.keyboard.press('Tab')
      expect(await focused()).toBe(name)
    }
    for (const name of [...names].reverse().slice(1)) {
      await page.keyboard.press('Shift+Tab')
      expect(await focused()).toBe(name)
    }
  })

  await test.step('Enter opens the console', async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status', { name: 'Management Console opened in your browser' })).toBeVisible()
    await expect(entry).toBeFocused()
  })

  await test.step('a licence for a colleague', async () => {
    const tab = await seeConsole(desktop, anna)
    const change = tab.getByRole('button', { name: `Change licence of ${bob.name}` })
    await tabAndPress(tab, change)
    const dialog = tab.getByRole('dialog', { name: 'Change licence' })
    // The focus goes to the choices as soon as they have come.
    await expect(dialog.locator('input:focus')).toHaveCount(1)
    await tab.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(change).toBeFocused()
    await tab.keyboard.press('Enter')
    const wanted = dialog.getByRole('radio', { name: 'Meeting 50' })
    await expect(wanted).toBeVisible()
    await tabTo(tab, dialog.getByRole('radio', { checked: true }))
    for (let presses = 0; presses < 5 && !(await wanted.isChecked()); presses += 1) await tab.keyboard.press('ArrowDown')
    await expect(wanted).toBeChecked()
    await tabAndPress(tab, dialog.getByRole('button', { name: 'Save' }))
    await expect(userRow(tab, bob)).toContainText('Meeting 50')
  })

  await test.step('the panel shows it', async () => {
    await bringToFront(parley)
    await expect(licenceRow(page, 'Meeting 50')).toContainText('2 of 10 seats used')
  })

  await test.step('sign out', async () => {
    await tabAndPress(page, page.getByRole('button', { name: anna.name, exact: true }))
    const signOut = page.getByRole('menuitem', { name: 'Sign out' })
    await expect(signOut).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  })
})
