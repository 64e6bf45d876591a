import { expectAccessible } from './harness/accessibility'
import { addPerson, leaveOnly, revokeSessions } from './harness/company-data'
import {
  accountButton, createCompany, giveCredentials, openSettings, openUserManagement, popUpOf, seeConsole, seeSignedIn, signOut, startSignIn,
} from './harness/journeys'
import { anna, bob } from './harness/people'
import { expect, test, testSignedIn } from './harness/test'
import { workspaceProcess } from './harness/workspace-process'

test.slow()

test('every screen of the application, signed in as an administrator', async ({ desktop, launch }) => {
  const parley = await launch({ args: ['parley://nowhere'] })
  const { page } = parley
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

  await openSettings(page, 'About')
  workspaceProcess(parley).freeze()
  await openUserManagement(page, 30_000)
  await expect(page.getByText('These are the last known figures.')).toBeVisible()
  await expectAccessible(page, 'offline, with the pop-up')
  await popUpOf(page).getByRole('button', { name: 'Cancel' }).click()
  await expectAccessible(page, 'offline')
})

testSignedIn('the panel of a member, without a licence, and expired', async ({ desktop, launch }) => {
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

test('every screen of the console', async ({ desktop, launch }) => {
  const { page } = await launch()
  const tab = await startSignIn({ page, desktop })
  await expect(tab.getByRole('heading', { name: 'Create your company' })).toBeVisible()
  await expectAccessible(tab, 'creating the company')
  await tab.getByRole('button', { name: 'Create company' }).click()
  await expect(tab.getByText('Enter your company’s name')).toBeVisible()
  await expectAccessible(tab, 'creating the company, with faults')
  await createCompany(tab, anna)
  await seeSignedIn(page, tab, anna)
  await addPerson(desktop, bob, 'member')

  const popUp = await openUserManagement(page)
  await popUp.getByRole('button', { name: 'Open Management Console' }).click()
  const pages = await seeConsole(desktop, anna)
  await expectAccessible(pages, 'users')
  await pages.getByRole('button', { name: `Change licence of ${bob.name}` }).click()
  await expect(pages.getByRole('radio', { name: 'Meeting 50' })).toBeVisible()
  await expectAccessible(pages, 'changing a licence')
  await pages.getByRole('radio', { name: 'Meeting 50' }).check()
  await pages.getByRole('button', { name: 'Save' }).click()
  await expect(pages.getByText(`${bob.name} now has Meeting 50.`)).toBeVisible()
  await expectAccessible(pages, 'users, with what was done')
  await accountButton(pages, anna).click()
  await expect(pages.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await expectAccessible(pages, 'the account’s menu')
  await pages.keyboard.press('Escape')
  await pages.getByRole('searchbox', { name: 'Search users' }).fill('nobody at all')
  await expect(pages.getByText('No user matches')).toBeVisible()
  await expectAccessible(pages, 'nobody found')
  await pages.getByRole('link', { name: 'Licences' }).click()
  await expect(pages.getByRole('heading', { name: 'Licences' })).toBeVisible()
  await expectAccessible(pages, 'licences')
  await pages.goto(new URL('/nav/users/company/nowhere', pages.url()).href)
  await expect(pages.getByText('Page not found')).toBeVisible()
  await expectAccessible(pages, 'page not found')

  await pages.goto(new URL('/nav/users/company', pages.url()).href)
  await accountButton(pages, anna).click()
  await pages.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(pages.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await expectAccessible(pages, 'signed out')
  await pages.goto(new URL('/nav/users/company', pages.url()).href)
  await expect(pages.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible()
  await expectAccessible(pages, 'signing in')
  await giveCredentials(pages, { ...anna, password: 'wrong wrong wrong' })
  await expect(pages.getByText('The e-mail address or the password is not right.')).toBeVisible()
  await expectAccessible(pages, 'signing in, refused')
  await giveCredentials(pages, bob)
  await expect(pages.getByText('Only administrators and user managers manage users')).toBeVisible()
  await expectAccessible(pages, 'a member in the console')
})
