import { expectAccessible } from './harness/accessibility'
import { addPerson, leaveOnly, revokeSessions } from './harness/company-data'
import {
  accountButton, createCompany, giveCredentials, openSettings, openUserManagement, seeSignedIn, signOut, startSignIn,
} from './harness/journeys'
import { anna, bob } from './harness/people'
import { expect, test, testSignedIn } from './harness/test'

test.slow()

test('every screen of the application, signed in as an administrator', async ({ desktop, launch }) => {
  const { page } = await launch({ args: ['parley://nowhere'] })
  await expect(page.getByText('Parley does not know the link')).toBeVisible()
  await expectAccessible(page, 'signed out, with a notice')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expectAccessible(page, 'signed out')
  for (const place of ['Your company’s workspace', 'TeamViewer']) {
    await page.getByRole('button', { name: place }).click()
    await expect(page.getByRole('textbox').first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible()
    await expectAccessible(page, `${place}, with what is missing`)
    await page.getByRole('button', { name: 'Back' }).click()
    await expect(page.getByRole('button', { name: place })).toBeFocused()
  }
  const tab = await startSignIn({ page, desktop })
  await expectAccessible(page, 'while the browser is open')
  await expect(tab.getByRole('heading', { name: 'Create your company' })).toBeVisible()
  await expectAccessible(tab, 'creating the company')
  await tab.getByRole('button', { name: 'Create company' }).click()
  await expect(tab.getByText('Enter your company’s name')).toBeVisible()
  await expectAccessible(tab, 'creating the company, with faults')
  await createCompany(tab, anna)
  await seeSignedIn(page, tab, anna)
  await expectAccessible(tab, 'the final page in the browser')

  for (const name of ['Home', 'Meetings', 'Contacts']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, name)
  }
  for (const name of ['Account', 'General', 'Audio and video', 'Notifications', 'Shortcuts', 'Appearance', 'Advanced', 'About']) {
    await openSettings(page, name)
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    await expectAccessible(page, name)
  }
  await accountButton(page, anna).click()
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await expectAccessible(page, 'the account’s menu')
  await page.getByRole('menuitem', { name: 'Remove this account…' }).click()
  await expectAccessible(page, 'removing an account')
  await page.keyboard.press('Escape')
  await accountButton(page, anna).click()
  await page.getByRole('menuitem', { name: 'Add another account' }).click()
  await expectAccessible(page, 'signing in beside another account')
  await page.getByRole('button', { name: anna.name }).click()
  await expect(accountButton(page, anna)).toBeVisible()

  const popUp = await openUserManagement(page)
  await expectAccessible(page, 'the pop-up')
  await popUp.getByRole('button', { name: 'Open Management Console' }).click()
  await expect(page.getByRole('status', { name: 'Management Console opened in your browser' })).toBeVisible()
  await expectAccessible(page, 'the panel after the hand-off')
})

testSignedIn('the panel of a member, without a licence, and expired', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const first = await launch()
  await addPerson(desktop, bob, 'member')
  await signOut(first.page, anna)
  const tab = await startSignIn({ page: first.page, desktop })
  await giveCredentials(tab, bob)
  await seeSignedIn(first.page, tab, bob)
  await openSettings(first.page, 'User management')
  await expect(first.page.getByRole('heading', { name: 'Your administrators manage users and licences' })).toBeVisible()
  await expectAccessible(first.page, 'a member’s panel')

  await signOut(first.page, bob)
  const again = await startSignIn({ page: first.page, desktop })
  await giveCredentials(again, anna)
  await seeSignedIn(first.page, again, anna)
  await leaveOnly(desktop, 'free')
  await openSettings(first.page, 'User management')
  await expect(first.page.getByRole('heading', { name: 'Your licences do not include user management' })).toBeVisible()
  await expectAccessible(first.page, 'the panel without a licence')

  await first.quit()
  await revokeSessions(desktop)
  const second = await launch({ args: ['parley://settings/user-management'] })
  await expect(second.page.getByRole('heading', { name: 'Your session has ended' })).toBeVisible()
  await expectAccessible(second.page, 'an expired session’s panel')
})

testSignedIn('what opens over pages', { tag: '@thorough' }, async ({ launch }) => {
  const { page } = await launch()
  const main = page.getByRole('navigation', { name: 'Main' })
  await main.getByRole('link', { name: 'Meetings' }).click()
  await page.keyboard.press('Shift+?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectAccessible(page, 'the list of shortcuts')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Schedule a meeting' }).first().click()
  const form = page.getByRole('dialog', { name: 'Schedule a meeting' })
  await form.getByLabel('Subject').fill('')
  await form.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expectAccessible(page, 'the form of a meeting, with a fault')
  await form.getByLabel('Subject').fill('Plans')
  await page.keyboard.press('Escape')
  await expect(form.getByRole('group')).toBeVisible()
  await expectAccessible(page, 'the question whether to leave the form')
  await form.getByRole('button', { name: 'Discard' }).click()
  await expect(form).toBeHidden()

  await openSettings(page, 'Shortcuts')
  await page.getByRole('button', { name: 'Change: Push to talk' }).click()
  await page.keyboard.press('Control+1')
  await expect(page.getByText('“Go to Home” has the same keys.')).toBeVisible()
  await expectAccessible(page, 'keys that another command has')
  const search = page.getByRole('combobox', { name: 'Search settings' })
  await search.fill('push to')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectAccessible(page, 'settings that were found')
  await search.fill('nothing of the kind')
  await expectAccessible(page, 'no setting found')
  await openSettings(page, 'Advanced')
  await page.getByRole('button', { name: 'Look through diagnostics' }).click()
  await page.getByText('about.json').click()
  await expectAccessible(page, 'the diagnostics')
})
