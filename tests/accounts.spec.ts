import { z } from 'zod'
import { desktopClientId } from '../src/contract/web-api'
import { startCompanyWorkspace } from './harness/company-workspace'
import { accountButton, createCompany, seeSignedIn } from './harness/journeys'
import { anna, bob } from './harness/people'
import { findSecret } from './harness/secrets-on-disk'
import { expect, testSignedIn } from './harness/test'

/** What is wanted of an entry in the keychain. */
const entrySchema = z.object({ profile: z.string(), accountId: z.string(), refreshToken: z.string() })

testSignedIn('a second account at a company’s workspace, and its removal with all that is kept of it', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const workspace = await startCompanyWorkspace(null)
  try {
    const parley = await launch()
    const { page } = parley
    const entries = async () => (await desktop.keychain.entries('Parley')).map(({ secret }) => entrySchema.parse(JSON.parse(secret)))
    await accountButton(page, anna).click()
    await page.getByRole('menuitem', { name: 'Add another account' }).click()
    await page.getByRole('button', { name: 'Your company’s workspace' }).click()
    await page.getByLabel('Workspace address or e-mail').fill(workspace.address)
    await page.keyboard.press('Enter')
    const tab = await desktop.browser.tab(({ origin }) => origin === workspace.address)
    await createCompany(tab, bob)
    await seeSignedIn(page, tab, bob)
    await page.getByRole('link', { name: 'Contacts' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: bob.email })).toBeVisible()
    const added = (await entries()).filter(({ profile }) => profile.startsWith('self-hosted-'))
    expect(added).toHaveLength(1)
    const { accountId, refreshToken } = entrySchema.parse(added[0])
    const traces = () => findSecret(desktop.profile, [bob.email, accountId, refreshToken])
    await expect.poll(traces, { message: 'there is something to remove' }).not.toEqual([])

    const remove = async (answer: string) => {
      await accountButton(page, bob).click()
      await page.getByRole('menuitem', { name: 'Remove this account…' }).click()
      await page.getByRole('dialog', { name: 'Remove this account?' }).getByRole('button', { name: answer }).click()
    }
    await remove('Cancel')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(accountButton(page, bob)).toBeVisible()
    await remove('Remove account')
    await expect(accountButton(page, anna)).toBeVisible()

    const left = await entries()
    expect(left.map(({ profile }) => profile.replace(/-[0-9a-f]+$/, ''))).toEqual(['this-computer'])
    await expect(page.getByText('Parley could not')).toBeHidden()
    expect(await refresh(workspace.address, refreshToken)).toEqual({ status: 400, error: 'invalid_grant' })
    await parley.quit()
    expect(await traces()).toEqual([])
  } finally {
    await workspace.close()
  }
})

/** What the workspace says to somebody who has the refresh token. */
async function refresh(address: string, refreshToken: string): Promise<{ status: number; error: string }> {
  const discovery = await fetch(`${address}/.well-known/openid-configuration`)
  const { token_endpoint: endpoint } = z.object({ token_endpoint: z.url() }).parse(await discovery.json())
  const answer = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: desktopClientId }),
  })
  return { status: answer.status, error: z.object({ error: z.string() }).parse(await answer.json()).error }
}
