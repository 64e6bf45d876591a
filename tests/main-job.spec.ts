import { addPerson } from './harness/company-data'
import {
  accountButton, changeLicence, createCompany, giveCredentials, licenceRow, openUserManagement, popUpOf, seeConsole, seeSignedIn,
  startSignIn, userRow,
} from './harness/journeys'
import { bringToFront, clipboardText, startAgain } from './harness/parley'
import { anna, bob, company } from './harness/people'
import { expect, test, testSignedIn } from './harness/test'

test('from the first run to the console, and back with a licence assigned there', async ({ desktop, launch }) => {
  const parley = await launch()
  const { page } = parley

  await test.step('create the company and sign in, in the browser', async () => {
    const tab = await startSignIn({ page, desktop })
    await createCompany(tab, anna)
    await seeSignedIn(page, tab, anna)
    expect(tab.url()).not.toMatch(/code=|token/)
  })

  await test.step('the sidebar', async () => {
    const sidebar = page.getByRole('navigation', { name: 'Main' })
    await expect(sidebar.getByRole('link')).toHaveText(['Home', 'Meetings', 'Contacts', 'Settings'])
    await expect(accountButton(page, anna)).toBeVisible()
  })

  await addPerson(desktop, bob, 'member')

  await test.step('Settings → User management: the panel, and the pop-up over it', async () => {
    const popUp = await openUserManagement(page)
    await expect(popUp).toContainText(anna.email)
    await expect(popUp).toContainText(/127\.0\.0\.1:\d+/)
    await expect(page.getByText(company, { exact: true })).toBeVisible()
    await expect(licenceRow(page, 'Meeting 50')).toContainText('1 of 10 seats used')
    await popUp.getByRole('button', { name: 'Open Management Console' }).click()
    await expect(popUp).toBeHidden()
    await expect(page.getByRole('status', { name: 'Management Console opened in your browser' })).toBeVisible()
  })

  await test.step('the console shows the users, signed in as the same account', async () => {
    const tab = await seeConsole(desktop, anna)
    await expect(userRow(tab, bob)).toContainText('No licence')
    await changeLicence(tab, bob, 'Meeting 50')
    await expect(userRow(tab, bob)).toContainText('Meeting 50')
  })

  await test.step('the panel shows the seat when the window comes back to the front', async () => {
    await bringToFront(parley)
    await expect(licenceRow(page, 'Meeting 50')).toContainText('2 of 10 seats used')
    await expect(licenceRow(page, 'Meeting 50')).toContainText('8 seats left')
  })
})

testSignedIn('the pop-up: Cancel, Copy link and Learn more', async ({ desktop, launch }) => {
  const parley = await launch()
  const popUp = await openUserManagement(parley.page)

  await popUp.getByRole('button', { name: 'Copy link' }).click()
  await expect(popUp.getByText('Link copied')).toBeVisible()
  expect(await clipboardText(parley)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/nav\/users\/company/)

  await expect(popUp.getByRole('link', { name: 'Learn more' })).toBeVisible()

  await popUp.getByRole('button', { name: 'Cancel' }).click()
  await expect(popUp).toBeHidden()
  await expect(parley.page.getByRole('link', { name: 'User management' })).toBeFocused()
  expect(await desktop.browser.starts()).toBe(0)
})

testSignedIn('the direct link leads to User management, while Parley runs and on a cold start', async ({ desktop, launch }) => {
  const link = 'parley://settings/user-management'
  const first = await launch()
  expect((await startAgain(desktop, [link])).status).toBe(0)
  await expect(popUpOf(first.page)).toBeVisible()
  await first.quit()

  const second = await launch({ args: [link] })
  await expect(popUpOf(second.page)).toBeVisible()
})

test('a sign-in can be cancelled, and goes on with its link copied to the browser', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const parley = await launch()
  const { page } = parley
  await startSignIn({ page, desktop })
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()

  const tab = await startSignIn({ page, desktop })
  await page.getByRole('button', { name: 'Copy sign-in link' }).click()
  await expect(page.getByText('Link copied')).toBeVisible()
  await tab.goto(await clipboardText(parley))
  await createCompany(tab, anna)
  await seeSignedIn(page, tab, anna)
})

testSignedIn('another account can sign in after the first has signed out of the browser', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const first = await launch()
  await addPerson(desktop, bob, 'user-manager')
  await accountButton(first.page, anna).click()
  await first.page.getByRole('menuitem', { name: 'Sign out' }).click()
  const tab = await startSignIn({ page: first.page, desktop })
  await giveCredentials(tab, bob)
  await seeSignedIn(first.page, tab, bob)
  const popUp = await openUserManagement(first.page)
  await expect(popUp).toContainText(bob.email)
  await popUp.getByRole('button', { name: 'Open Management Console' }).click()
  await seeConsole(desktop, bob)
})
