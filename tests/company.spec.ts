import { expectAccessible } from './harness/accessibility'
import { anna, bob, company } from './harness/people'
import { expect, testConsole } from './harness/test'

/** A JPEG file's beginning and nothing behind it. */
const broken = { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }
/** Two pixels, wider than high. */
const picture = {
  name: 'picture.gif',
  mimeType: 'image/gif',
  buffer: Buffer.from('R0lGODlhAgABAIAAAP8AAAAA/ywAAAAAAgABAAACAkQKADs=', 'base64'),
}

testConsole('a company gets a picture and another name, is to be deleted, and is kept', async ({ companyWorkspace, consoleOf }) => {
  await companyWorkspace.administration.addAccount({ ...bob, role: 'member' })
  const page = await consoleOf(anna)
  await page.getByRole('link', { name: 'Company', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Company', exact: true })).toBeVisible()

  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose picture' }).click()])
  await chooser.setFiles(broken)
  await expect(page.getByText('This file is no picture')).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(picture)
  await expect(page.getByRole('img', { name: 'Picture of the company' })).toHaveJSProperty('naturalWidth', 256)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Choose picture' })).toBeVisible()

  await page.getByLabel('Name', { exact: true }).fill('Anderes Haus')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('banner')).toContainText('Anderes Haus')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('banner')).toContainText(company)

  await page.getByRole('button', { name: 'Delete company' }).click()
  const dialog = page.getByRole('dialog')
  const deleting = dialog.getByRole('button', { name: 'Delete company' })
  await dialog.getByRole('textbox').fill('something else')
  await expect(deleting).toBeDisabled()
  await expect(deleting).toHaveAccessibleDescription('You can press the button once what you type is the same.')
  // The keyboard gets to it, and is told why it does nothing.
  await page.keyboard.press('Tab')
  await expect(deleting).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('This is not the company’s name.')
  await dialog.getByRole('textbox').fill(company)
  await expect(deleting).toBeEnabled()
  await deleting.click()
  await expect(dialog).toBeHidden()
  const banner = page.getByRole('main').getByText(`${company} will be deleted on`)
  await expect(banner).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(banner).toBeHidden()

  await page.getByRole('button', { name: 'Delete company' }).click()
  await dialog.getByRole('textbox').fill(company)
  await deleting.click()
  await expect(banner).toBeVisible()
  await expectAccessible(page, 'the company, about to be deleted')

  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await expect(banner).toBeVisible()
  await page.getByRole('button', { name: 'Keep the company' }).click()
  await expect(banner).toBeHidden()
})

testConsole('a product gets a picture of its own, another one, and the former one back', { tag: '@thorough' }, async ({ consoleOf }) => {
  const page = await consoleOf(anna, '/nav/users/company/products')
  const dialog = page.getByRole('dialog')
  const shown = page.getByRole('listitem').filter({ hasText: 'Wiki' }).locator('img')
  const own = dialog.getByRole('radio', { name: 'Picture of its own' })

  await page.getByRole('button', { name: 'Add a product' }).click()
  await dialog.getByLabel('Name').fill('Wiki')
  await dialog.getByLabel('Address').fill('https://wiki.example.com')
  await dialog.locator('input[type=file]').setInputFiles(broken)
  await expect(dialog.getByText('This file is no picture')).toBeVisible()
  await dialog.locator('input[type=file]').setInputFiles(picture)
  await expect(own).toBeChecked()
  await expectAccessible(page, 'a product with a picture of its own')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(shown).toHaveJSProperty('naturalWidth', 256)

  await page.getByRole('button', { name: 'Change Wiki' }).click()
  await expect(own).toBeChecked()
  await dialog.getByRole('radio', { name: 'Book' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(shown).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(shown).toHaveJSProperty('naturalWidth', 256)

  await page.getByRole('button', { name: 'Remove Wiki' }).click()
  await expect(shown).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(shown).toHaveJSProperty('naturalWidth', 256)
  await page.getByRole('button', { name: 'Other products' }).click()
  await expect(page.getByRole('menuitem', { name: 'Wiki' }).locator('img')).toHaveJSProperty('naturalWidth', 256)
})
