import { expectAccessible } from './harness/accessibility'
import { expectFits } from './harness/fits'
import { accountButton, changeLicence, giveCredentials, userRow } from './harness/journeys'
import { anna, bob } from './harness/people'
import { expect, test, testConsole } from './harness/test'

test.slow()

testConsole('every screen of the console', async ({ companyWorkspace, consoleOf }) => {
  const { id } = await companyWorkspace.administration.addAccount({ ...bob, role: 'member' })
  const page = await consoleOf(anna)
  const main = page.getByRole('main')
  const see = async (path: string, heading: string | RegExp) => {
    await page.goto(`${companyWorkspace.address}/nav/users/company${path}`)
    await expect(main.getByRole('heading', { name: heading }).first()).toBeVisible()
  }
  const inDialog = async (what: string) => {
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, what)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await expect(userRow(page, bob)).toBeVisible()
  await expectAccessible(page, 'users')
  await page.getByRole('button', { name: `Change licence of ${bob.name}` }).click()
  await expect(page.getByRole('radio', { name: 'Meeting 50' })).toBeVisible()
  await inDialog('changing a licence')
  await changeLicence(page, bob, 'Meeting 50')
  await expectAccessible(page, 'users, with what was done')
  await page.getByRole('button', { name: 'Create user' }).click()
  await inDialog('creating a user')
  await page.getByRole('button', { name: 'Other products' }).click()
  await expect(page.getByRole('menuitem', { name: 'Manage products' })).toBeVisible()
  await expectAccessible(page, 'the other products')
  await page.keyboard.press('Escape')
  await accountButton(page, anna).click()
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await expectAccessible(page, 'the account’s menu')
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: 'Search users' }).fill('nobody at all')
  await expect(page.getByText('No user matches')).toBeVisible()
  await expectAccessible(page, 'nobody found')

  await see(`/users/${id}`, bob.name)
  await page.getByRole('button', { name: 'Make a password link' }).click()
  await expect(page.getByLabel('Link for choosing a password', { exact: true })).toBeVisible()
  await expectAccessible(page, 'a user, with a password link')
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await inDialog('deleting a user')
  await see('/users/nobody', 'User')
  await expect(page.getByText('This user is not in the company')).toBeVisible()
  await expectAccessible(page, 'a user who is gone')
  await see('/licences', 'Licences')
  await expectAccessible(page, 'licences')
  await page.getByRole('button', { name: 'Assign to people: Meeting 50' }).click()
  await expect(page.getByRole('checkbox', { name: anna.name })).toBeVisible()
  await inDialog('assigning a licence')
  await page.getByRole('link', { name: 'Show who has it: Meeting 50' }).click()
  await expect(page.getByRole('button', { name: `Take back from ${bob.name}` })).toBeVisible()
  await expectAccessible(page, 'who has a licence')
  await see('/products', 'Other products')
  await page.getByRole('button', { name: 'Add a product' }).click()
  await page.getByLabel('Name').fill('Wiki')
  await page.getByRole('button', { name: 'Save' }).click()
  await expectAccessible(page, 'adding a product, with a fault')
  await page.getByRole('textbox', { name: 'Address' }).fill('https://wiki.example.com')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(main.getByRole('link', { name: 'https://wiki.example.com' })).toBeVisible()
  await expectAccessible(page, 'other products')
  for (const [path, heading] of [
    ['/invitations', 'Invitations'],
    ['/jobs', 'Bulk changes'],
    ['/import', 'Import users'],
    ['/events', 'Event log'],
    ['/account', 'Own account'],
    ['/script-tokens', 'API tokens'],
  ] as const) {
    await see(path, heading)
    await expect(page.getByRole('status', { name: /^Loading/ })).toBeHidden()
    await expectAccessible(page, heading)
  }
  await accountButton(page, anna).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await see(`/users/${id}`, bob.name)
  await expect(page.getByRole('heading', { name: 'Letzte Ereignisse' })).toBeVisible()
  await expectAccessible(page, 'a user, in German')
  await see('/products', 'Andere Produkte')
  await expectAccessible(page, 'other products, in German')
  // The longest words of the three languages are German.
  for (const [path, heading, action] of [
    ['', 'Benutzer', 'Benutzer anlegen'],
    [`/users/${id}`, bob.name, 'Lizenzen zuweisen oder ändern'],
    ['/licences', 'Lizenzen', 'Personen zuweisen: Meeting 50'],
    ['/invitations', 'Einladungen', 'Einladen'],
    ['/jobs', 'Sammeländerungen', 'Benutzer auswählen'],
    ['/import', 'Benutzer importieren', 'CSV-Datei wählen'],
    ['/events', 'Ereignisprotokoll', 'Filtern'],
    ['/company', 'Unternehmen', 'Speichern'],
    ['/products', 'Andere Produkte', 'Produkt hinzufügen'],
    ['/account', 'Eigenes Konto', 'Passwort ändern'],
    ['/script-tokens', 'API-Tokens', 'Neues Token'],
  ] as const) {
    const entry = page.getByRole('navigation').locator(`a[href="/nav/users/company${path}"]`)
    if ((await entry.count()) === 0) await see(path, heading)
    else await entry.click()
    await expect(main.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible()
    const named = { name: action, exact: true } as const
    await expectFits(page, heading, main.getByRole('button', named).or(main.getByRole('link', named)).first())
  }
})

testConsole('the console’s pages for whoever is signed out, or a member', { tag: '@thorough' }, async ({ companyWorkspace, consoleOf }) => {
  await companyWorkspace.administration.addAccount({ ...bob, role: 'member' })
  const page = await consoleOf(bob)
  await expect(page.getByText('Only administrators and user managers manage users')).toBeVisible()
  await expectAccessible(page, 'a member in the console')
  await page.goto(`${companyWorkspace.address}/nav/users/company/nowhere`)
  await expect(page.getByText('Page not found')).toBeVisible()
  await expectAccessible(page, 'page not found')
  await page.goto(`${companyWorkspace.address}/nav/users/company`)
  await accountButton(page, bob).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await expectAccessible(page, 'signed out')
  await page.goto(`${companyWorkspace.address}/nav/users/company`)
  await expect(page.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible()
  await expectAccessible(page, 'signing in')
  await giveCredentials(page, { ...bob, password: 'wrong wrong wrong' })
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible()
  await expectAccessible(page, 'signing in, refused')
})
