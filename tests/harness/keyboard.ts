import { expect, type Locator, type Page } from '@playwright/test'

/**
 * Presses Tab until a control has the focus, as people do who use no mouse.
 *
 * @param key `Shift+Tab` goes back.
 * @throws When it does not come up within `limit` presses, so also when the focus is trapped elsewhere.
 */
export async function tabTo(page: Page, control: Locator, limit = 40, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses <= limit; presses += 1) {
    if (await hasFocus(control)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${String(limit)} presses of Tab did not lead to ${String(control)}`)
}

/** Goes to a control by Tab and presses a key on it, Enter unless told otherwise. */
export async function tabAndPress(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await expect(control).toBeVisible()
  await tabTo(page, control)
  await page.keyboard.press(key)
}

/** Goes to a field by Tab and types into it. */
export async function tabAndType(page: Page, field: Locator, text: string): Promise<void> {
  await expect(field).toBeVisible()
  await tabTo(page, field)
  await page.keyboard.type(text)
}

async function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement)
}
