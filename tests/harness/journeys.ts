import { expect, type Locator, type Page } from '@playwright/test'
import type { Desktop } from './desktop'
import type { Parley } from './parley'
import { company, type Person } from './people'

/** The window's page, and the desktop whose browser it sends people to. */
interface Place {
  page: Page
  desktop: Pick<Desktop, 'browser'>
}

const isSignIn = ({ pathname }: URL) => pathname === '/sign-in' || pathname === '/create-company'
const isConsole = ({ pathname }: URL) => pathname.startsWith('/nav/users/company')

/** Chooses *Sign in* and gives the tab that this opens in the browser. */
export async function startSignIn({ page, desktop }: Place): Promise<Page> {
  const before = await desktop.browser.tabs()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('status', { name: 'Continue in your browser' })).toBeVisible()
  return desktop.browser.tab(isSignIn, before)
}

/** Fills in *Create your company*, the first run's page. */
export async function createCompany(tab: Page, person: Person): Promise<void> {
  await expect(tab.getByRole('heading', { name: 'Create your company' })).toBeVisible()
  await tab.getByLabel('Company', { exact: true }).fill(company)
  await tab.getByLabel('Your name', { exact: true }).fill(person.name)
  await tab.getByLabel('E-mail', { exact: true }).fill(person.email)
  await tab.getByLabel('Password', { exact: true }).fill(person.password)
  await tab.getByRole('button', { name: 'Create company' }).click()
}

/** Gives e-mail and password on the browser's sign-in page. */
export async function giveCredentials(tab: Page, person: Person): Promise<void> {
  await tab.getByLabel('E-mail', { exact: true }).fill(person.email)
  await tab.getByLabel('Password', { exact: true }).fill(person.password)
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Waits until both sides say that the sign-in is done. */
export async function seeSignedIn(page: Page, tab: Page, person: Person): Promise<void> {
  await expect(tab.getByRole('heading', { name: 'You are signed in to Parley' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await expect(accountButton(page, person)).toBeVisible()
}

/** The whole first run: company, account, signed in. Gives the browser's tab. */
export async function signInFirst(parley: Pick<Parley, 'page'>, desktop: Pick<Desktop, 'browser'>, person: Person): Promise<Page> {
  const tab = await startSignIn({ page: parley.page, desktop })
  await createCompany(tab, person)
  await seeSignedIn(parley.page, tab, person)
  return tab
}

/** Settings → one of its pages. */
export async function openSettings(page: Page, entry: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: entry }).click()
}

/** Settings → User management, and the pop-up that it opens. `patience` in milliseconds. */
export async function openUserManagement(page: Page, patience = 15_000): Promise<Locator> {
  await openSettings(page, 'User management')
  const popUp = popUpOf(page)
  await expect(popUp).toBeVisible({ timeout: patience })
  return popUp
}

export function popUpOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'User management has moved' })
}

/** The panel's row of a licence. */
export function licenceRow(page: Page, licence: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: licence, exact: true }) })
}

/** The signed-in account, in the application and in the console. */
export function accountButton(page: Page, person: Person): Locator {
  return page.getByRole('button', { name: person.name, exact: true })
}

export async function signOut(page: Page, person: Person): Promise<void> {
  await accountButton(page, person).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
}

/** The console's tab in the default browser, with the company's users. */
export async function seeConsole(desktop: Pick<Desktop, 'browser'>, person: Person): Promise<Page> {
  const tab = await desktop.browser.tab(isConsole)
  await expect(accountButton(tab, person)).toBeVisible()
  await expect(userRow(tab, person)).toBeVisible()
  return tab
}

/** A user's row in the console. */
export function userRow(tab: Page, person: Person): Locator {
  return tab.getByRole('row').filter({ has: tab.getByRole('cell', { name: person.email }) })
}

/** Gives a user another licence, in the console. */
export async function changeLicence(tab: Page, person: Person, licence: string): Promise<void> {
  await tab.getByRole('button', { name: `Change licence of ${person.name}` }).click()
  const dialog = tab.getByRole('dialog', { name: 'Change licence' })
  await dialog.getByRole('radio', { name: licence }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
}
