import type { Browser, Page } from '@playwright/test'
import { accountButton, giveCredentials, userRow } from './harness/journeys'
import { anna, bob } from './harness/people'
import { expect, testConsole } from './harness/test'

/** A page of somebody who is signed in nowhere. */
async function strangerAt(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(address)
  return page
}

testConsole('a user is created, changed, switched off and removed, and each is taken back', async ({ consoleOf }) => {
  const page = await consoleOf(anna)
  const undo = page.getByRole('button', { name: 'Undo' })
  await page.getByRole('button', { name: 'Create user' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create user' })
  await dialog.getByRole('button', { name: 'Create user' }).click()
  await expect(dialog.getByLabel('E-mail')).toBeFocused()
  await dialog.getByLabel('E-mail').fill(bob.email)
  await dialog.getByLabel('Name').fill(bob.name)
  await dialog.getByLabel('Licence').selectOption({ label: 'Meeting 50 (9 left)' })
  await dialog.getByRole('button', { name: 'Create user' }).click()
  await expect(page.getByLabel('Link for choosing a password')).toHaveValue(/\/reset-password#[\w-]{43}$/)
  await page.getByRole('button', { name: 'Done' }).click()

  await userRow(page, bob).getByRole('link', { name: bob.name }).click()
  const heading = page.getByRole('heading', { level: 1, name: bob.name })
  await expect(heading).toBeFocused()
  await page.getByLabel('Name', { exact: true }).fill('Robert')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Robert' })).toBeVisible()
  await undo.click()
  await expect(heading).toBeVisible()
  await page.getByRole('button', { name: 'Take back Meeting 50' }).click()
  await expect(page.getByText(`${bob.name} has no licence.`)).toBeVisible()
  await undo.click()
  await expect(page.getByRole('button', { name: 'Take back Meeting 50' })).toBeVisible()
  await page.getByRole('button', { name: 'Switch off' }).click()
  await expect(page.getByText(`${bob.name} was switched off.`)).toBeVisible()
  await undo.click()
  await expect(page.getByRole('button', { name: 'Switch off' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove from the company' }).click()
  await expect(userRow(page, bob)).toBeHidden()
  await undo.click()
  await expect(userRow(page, bob)).toContainText('Meeting 50')

  await userRow(page, bob).getByRole('link', { name: bob.name }).click()
  await page.getByRole('button', { name: 'Delete for good' }).click()
  const confirm = page.getByRole('dialog', { name: `Delete ${bob.name} for good?` })
  await expect(confirm.getByRole('button', { name: 'Delete for good' })).toBeDisabled()
  await confirm.getByLabel('E-mail').fill(bob.email)
  await confirm.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByText(`${bob.name} was deleted for good.`)).toBeVisible()
  await userRow(page, anna).getByRole('link', { name: anna.name }).click()
  await expect(page.getByText('is the company’s last administrator and can’t be switched off')).toBeVisible()
})

testConsole('a licence is assigned to a selection after a preview, taken back from one, and each is undone', async ({ companyWorkspace, consoleOf }) => {
  const people = [bob, { ...bob, name: 'Cleo', email: 'cleo@example.com' }]
  for (const person of people) await companyWorkspace.administration.addAccount({ ...person, role: 'member' })
  const page = await consoleOf(anna)
  for (const person of people) await page.getByRole('checkbox', { name: `Select ${person.name}` }).check()
  await page.getByRole('button', { name: 'Change 2 users' }).click()
  await page.getByRole('menuitem', { name: 'Assign a licence' }).click()
  const dialog = page.getByRole('dialog', { name: 'Assign a licence' })
  await dialog.getByLabel('Licence').selectOption('Meeting 50')
  await expect(dialog.getByText('2 users will change.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Change 2 users' }).click()
  await expect(page.getByText('2 of 2 are through.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'Undo: Assign Meeting 50' })).toBeVisible()
  await expect(page.getByText('2 of 2 are through.')).toBeVisible()
  await page.getByRole('link', { name: 'Users' }).click()
  for (const person of people) await expect(userRow(page, person)).toContainText('No licence')

  await page.getByRole('link', { name: 'Licences', exact: true }).click()
  await page.getByRole('link', { name: 'Show who has it: Meeting 50' }).click()
  // The button goes with its row: whoever pressed it by the keyboard goes on from what stands above.
  await page.getByRole('button', { name: `Take back from ${anna.name}` }).press('Enter')
  await expect(page.getByText('Nobody has it yet.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Who has it' })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: `Take back from ${anna.name}` })).toBeVisible()
})

testConsole('whoever is invited joins by the link and is signed in', async ({ companyWorkspace, consoleBrowser, consoleOf }) => {
  const page = await consoleOf(anna, '/nav/users/company/invitations')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByLabel('E-mails').fill(bob.email)
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByRole('button', { name: `Copy link of ${bob.email}` }).click()
  await expect(page.getByText('The link was copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain(`${companyWorkspace.address}/invitation#`)
  const invited = await strangerAt(consoleBrowser, link)
  // What is missing is where typing goes on.
  await invited.getByRole('button', { name: 'Join' }).click()
  await expect(invited.getByLabel('Your name')).toBeFocused()
  await invited.getByLabel('Your name').fill(bob.name)
  await invited.getByLabel('Password', { exact: true }).fill(bob.password)
  await invited.getByRole('button', { name: 'Join' }).click()
  await expect(invited.getByRole('heading', { name: /^You have joined/ })).toBeFocused()
  await expect(invited.getByLabel('Address of the workspace')).toHaveValue(companyWorkspace.address)
  await invited.getByRole('button', { name: 'Go to my account' }).click()
  await expect(accountButton(invited, bob)).toBeVisible()
  await page.getByRole('link', { name: 'Users' }).click()
  await expect(userRow(page, bob)).toContainText('Member')
  await invited.context().close()
})

testConsole('the example of an import is saved, chosen, checked and imported; what is no text is refused', async ({ consoleOf }) => {
  const page = await consoleOf(anna, '/nav/users/company/import')
  const file = page.getByRole('group', { name: 'CSV file' })
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13)], 'picture.png'))
    return transfer
  })
  await file.dispatchEvent('drop', { dataTransfer: dropped })
  await expect(page.getByText('This is no CSV file')).toBeVisible()
  await expect(file.getByText('picture.png')).toBeVisible()
  await page.reload()

  const saving = page.waitForEvent('download')
  await file.getByRole('link', { name: 'Download an example file' }).click()
  const example = await (await saving).path()
  const choosing = page.waitForEvent('filechooser')
  await file.getByRole('button', { name: 'Choose a CSV file' }).press('Enter')
  await (await choosing).setFiles(example)
  await page.getByRole('button', { name: 'Check every row' }).click()
  await page.getByRole('button', { name: 'Import 2 users' }).click()
  await expect(page.getByText('2 of 2 are through.')).toBeVisible()
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: 'mia.keller@example.com' })).toContainText('Meeting 50')
})

testConsole('a link for a password lets a user in, once', { tag: '@thorough' }, async ({ companyWorkspace, consoleBrowser, consoleOf }) => {
  const { id } = await companyWorkspace.administration.addAccount({ ...bob, role: 'member' })
  const page = await consoleOf(anna, `/nav/users/company/users/${id}`)
  await page.getByRole('button', { name: 'Make a password link' }).click()
  const link = await page.getByLabel('Link for choosing a password', { exact: true }).inputValue()
  const person = { ...bob, password: 'paper boats on wide rivers' }
  const choose = async (tab: Page) => {
    await tab.getByLabel('New password', { exact: true }).fill(person.password)
    await tab.getByRole('button', { name: 'Save password' }).click()
  }
  const tab = await strangerAt(consoleBrowser, link)
  await choose(tab)
  await tab.getByRole('link', { name: 'Sign in' }).click()
  await giveCredentials(tab, person)
  await expect(accountButton(tab, person)).toBeVisible()
  const again = await strangerAt(consoleBrowser, link)
  await choose(again)
  await expect(again.getByText('This link is used or over.')).toBeVisible()
  await tab.context().close()
  await again.context().close()
})

testConsole('a script token made in the console is good for what was chosen, until it is revoked', { tag: '@thorough' }, async ({ companyWorkspace, consoleOf }) => {
  const page = await consoleOf(anna, '/nav/users/company/script-tokens')
  await page.getByRole('button', { name: 'New token' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Report')
  await dialog.getByRole('checkbox', { name: 'Read users' }).check()
  await dialog.getByRole('button', { name: 'Create token' }).click()
  const token = await dialog.getByLabel('Token', { exact: true }).inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const ask = async (path: string) =>
    (await fetch(`${companyWorkspace.address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).status
  expect([await ask('/users'), await ask('/account')]).toEqual([200, 403])
  await page.getByRole('button', { name: 'Revoke Report' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('“Report” is revoked.')).toBeVisible()
  expect(await ask('/users')).toBe(401)
})
