import type { Page } from '@playwright/test'
import type { AccountsState } from '../src/contract/accounts'
import type { AppState } from '../src/contract/app-state'
import { languages } from '../src/contract/languages'
import { openClientPage, signedIn } from './harness/client-page'
import { expect, testConsole } from './harness/test'

const place = { companyName: 'Wolkenstein-Trostburg Consulting', kind: 'self-hosted', host: 'parley.intranet.example.org:8443', isExpired: true } as const
const accounts: AccountsState = {
  ...signedIn.accounts,
  entries: Array.from({ length: 5 }, (_, index) => ({ ...place, key: `a${index}`, name: 'Maximiliane Wolkenstein', email: `max${index}@example.com` })),
  ways: [{ kind: 'this-computer', needs: 'nothing' }, { kind: 'self-hosted', needs: 'address' }, { kind: 'teamviewer', needs: 'client-id' }],
}

/** By how many pixels the page is higher, and wider, than its window. */
const beyond = (page: Page) => page.evaluate(() => [document.documentElement.scrollHeight - innerHeight, document.documentElement.scrollWidth - innerWidth])

/** The form of the company's registration names each part that is missing or wrong, and sends nothing before it is right. */
async function saysWhatIsMissing(page: Page, changes: unknown[]): Promise<void> {
  const save = page.getByRole('button', { name: 'Save registration' })
  await save.click()
  await expect(page.getByText('TeamViewer needs a client ID of your company first.')).toBeVisible()
  const port = page.getByLabel('Port of the redirect address')
  await expect(port).toHaveAccessibleDescription(/^0 takes any free port\./)
  await port.fill('99999')
  await expect(page.getByText('A port is a number from 0 to 65535.')).toBeVisible()
  await page.getByLabel('Client ID').fill('123-abc')
  await save.click()
  expect(changes).toEqual([])
  await port.fill('52137')
  await expect(port).toHaveAccessibleDescription('The registration’s redirect address must be exactly http://127.0.0.1:52137/signed-in.')
  await page.getByLabel('Client secret').fill('the keychain refuses this one')
  await save.click()
  await expect(page.getByText('Your system’s keychain did not take the secret.')).toBeVisible()
  await page.getByLabel('Client secret').fill('s3cret')
  await save.click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  expect(changes.at(-1)).toEqual({ teamviewer: { clientId: '123-abc', redirectPort: 52_137 } })
}

testConsole('the sign-in screen fits a small window in all languages, with several accounts and without', async ({ consoleBrowser }) => {
  const signedOut: AppState = { ...signedIn, session: { state: 'signed-out', problem: null }, accounts }
  const changes: unknown[] = []
  const { page, send } = await openClientPage(consoleBrowser, '/', {
    'state.get': () => signedOut,
    'page.painted': () => undefined,
    'settings.change': (change) => void changes.push(change),
    'accounts.keepClientSecret': (secret) => secret === 's3cret',
  })
  for (const language of languages) {
    for (const [width, height] of [[900, 600], [720, 480]] as const) {
      for (const entries of [accounts.entries, []]) {
        await page.setViewportSize({ width, height })
        await send('state.changed', { ...signedOut, language, accounts: { ...accounts, entries } })
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(entries.length)
        await expect.poll(() => beyond(page), `${language} at ${width} × ${height} with ${entries.length} accounts`).toEqual([0, 0])
      }
    }
  }
  // What the company has registered is in reach where that is what stops a sign-in.
  const at: AccountsState = { ...accounts, kind: 'teamviewer', host: 'login.teamviewer.com', entries: [] }
  await send('state.changed', { ...signedOut, language: 'en', accounts: at, session: { state: 'signed-out', problem: 'registration' } })
  await page.getByRole('button', { name: 'Check the registration' }).click()
  await saysWhatIsMissing(page, changes)
  // What the policy decides is locked, and says so.
  await send('state.changed', { ...signedOut, language: 'en', accounts: at, policy: { managed: ['teamviewer.clientId'], problems: [] } })
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByLabel('Client ID')).toBeDisabled()
  await expect(page.getByText('Managed by your organisation')).toHaveCount(1)
  await page.context().close()
})
