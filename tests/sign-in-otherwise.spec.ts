import type { Page } from '@playwright/test'
import { expectAccessible } from './harness/accessibility'
import { addPerson } from './harness/company-data'
import {
  accountButton, createCompany, giveCredentials, openUserManagement, seeConsole, signOut, startSignIn,
} from './harness/journeys'
import { clipboardText } from './harness/parley'
import { anna, bob } from './harness/people'
import { expect, test, testSignedIn } from './harness/test'

test('a sign-in whose browser does not come back goes on with an answer pasted by hand, or with a code', async ({ desktop, launch }) => {
  const parley = await launch()
  const { page } = parley
  const lost = await startSignIn({ page, desktop })
  await page.getByRole('button', { name: 'Trouble signing in?' }).click()
  await page.getByRole('button', { name: 'Open a sign-in with a code to copy' }).click()
  const tab = await desktop.browser.tab(({ pathname }) => pathname === '/create-company', [lost])
  await createCompany(tab, anna)
  await expect(tab.getByRole('heading', { name: 'Copy this code into Parley' })).toBeVisible()
  expect(new URL(tab.url()).search).toBe('')
  const field = page.getByLabel('Code or address from the browser')
  await field.fill('WDJB-2345')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('There is no answer in this.')).toBeVisible()
  await expectAccessible(page, 'the ways around the browser')
  await field.fill(await tab.getByLabel('Code for Parley').inputValue())
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(accountButton(page, anna)).toBeVisible()

  await signOut(page, anna)
  await startSignIn({ page, desktop })
  await page.getByRole('button', { name: 'Trouble signing in?' }).click()
  await page.getByRole('button', { name: 'Get a code' }).click()
  const code = page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  await expect(code).toBeVisible()
  await page.getByRole('button', { name: 'Copy address' }).click()
  await expect(page.getByText('Address copied.')).toBeVisible()

  // Another tab stands for another browser.
  await lost.goto(await clipboardText(parley))
  await giveCredentials(lost, anna)
  await lost.getByRole('button', { name: 'Continue' }).click()
  await expect(lost.getByRole('heading', { name: 'Sign this device in?' })).toBeVisible()
  await expect(lost.getByText(anna.email)).toBeVisible()
  await expect(lost.getByText((await code.textContent()) ?? '', { exact: true })).toBeVisible()
  await expectAccessible(lost, 'the question whether to let a device in')
  await lost.getByRole('button', { name: 'Allow' }).click()
  await expect(lost.getByRole('heading', { name: 'The device is being signed in' })).toBeVisible()
  await expect(accountButton(page, anna)).toBeVisible()
})

testSignedIn('the console tells when another account is signed in in the browser, and switches or stays', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const { page } = await launch()
  await addPerson(desktop, bob, 'administrator')
  await openConsole(page)
  const tab = await seeConsole(desktop, anna)
  await expect(tab.getByText('You are signed in here as')).toBeHidden()
  await accountButton(tab, anna).click()
  await tab.getByRole('menuitem', { name: 'Sign out' }).click()
  await tab.getByRole('link', { name: 'Sign in again' }).click()
  await giveCredentials(tab, bob)
  await expect(accountButton(tab, bob)).toBeVisible()

  await openConsole(page)
  const second = await desktop.browser.tab(({ searchParams }) => searchParams.get('login_hint') === anna.email, [tab])
  const address = second.url()
  const notice = second.getByRole('alert').filter({ hasText: 'Parley is signed in as' })
  await expect(notice).toContainText(`You are signed in here as ${bob.email}. Parley is signed in as ${anna.email}.`)
  await expectAccessible(second, 'the console of another account')
  await notice.getByRole('button', { name: `Stay as ${bob.name}` }).click()
  await expect(notice).toBeHidden()
  await expect(accountButton(second, bob)).toBeVisible()

  await second.goto(address)
  await notice.getByRole('button', { name: `Switch to ${anna.email}` }).click()
  await expect(second.getByLabel('E-mail', { exact: true })).toHaveValue(anna.email)
  await giveCredentials(second, anna)
  await expect(accountButton(second, anna)).toBeVisible()
  await expect(notice).toBeHidden()
})

async function openConsole(page: Page): Promise<void> {
  const popUp = await openUserManagement(page)
  await popUp.getByRole('button', { name: 'Open Management Console' }).click()
}
