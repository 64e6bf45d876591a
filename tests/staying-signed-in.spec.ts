import { once } from 'node:events'
import { createServer } from 'node:net'
import { findSecret } from './harness/secrets-on-disk'
import { accountButton, openUserManagement, seeConsole, signOut } from './harness/journeys'
import { anna } from './harness/people'
import { expect, testSignedIn } from './harness/test'
import { workspaceProcess } from './harness/workspace-process'

testSignedIn('after a restart one is still signed in, and only the keychain holds the refresh token', async ({ desktop, launch, used }) => {
  const [before] = await desktop.keychain.entries('Parley')
  const parley = await launch()
  await expect(accountButton(parley.page, anna)).toBeVisible()
  await openUserManagement(parley.page)

  await expect.poll(() => desktop.keychain.entries('Parley')).toHaveLength(1)
  // While it runs, and after it has written everything at its end.
  const [running] = await desktop.keychain.entries('Parley')
  const tokens = [refreshTokenOf(before?.secret), refreshTokenOf(running?.secret)]
  expect(await findSecret(desktop.profile, tokens)).toEqual([])
  await parley.quit()
  const [after] = await desktop.keychain.entries('Parley')
  tokens.push(refreshTokenOf(after?.secret))
  expect(await findSecret(desktop.profile, tokens)).toEqual([])
  for (const token of tokens) expect(used.output + parley.output()).not.toContain(token)
})

testSignedIn('the workspace’s port stays the same; where it is taken, it moves and everything still works', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const first = await launch()
  const popUp = await openUserManagement(first.page)
  const host = /127\.0\.0\.1:\d+/
  const address = host.exec((await popUp.textContent()) ?? '')?.[0] ?? ''
  await first.quit()

  const second = await launch()
  await expect(await openUserManagement(second.page)).toContainText(address)
  await second.quit()

  const thief = createServer().listen(Number(address.split(':')[1]), '127.0.0.1')
  await once(thief, 'listening')
  const third = await launch()
  const moved = await openUserManagement(third.page)
  await expect(moved).not.toContainText(address)
  await expect(moved).toContainText(host)
  await moved.getByRole('button', { name: 'Open Management Console' }).click()
  await seeConsole(desktop, anna)
  thief.close()
})

testSignedIn('after sign-out the keychain is empty and the console in that browser asks for credentials', async ({ desktop, launch }) => {
  const { page } = await launch()
  const popUp = await openUserManagement(page)
  await popUp.getByRole('button', { name: 'Open Management Console' }).click()
  const tab = await seeConsole(desktop, anna)

  await signOut(page, anna)
  await expect.poll(() => desktop.keychain.entries('Parley')).toEqual([])
  await tab.reload()
  await expect(tab.getByRole('heading', { name: 'Sign in to Parley' })).toBeVisible()
  await expect(tab.getByLabel('E-mail', { exact: true })).toBeVisible()
})

/** The keychain's entry is Parley's own format; what matters is the token in it. */
function refreshTokenOf(secret: string | undefined): string {
  const token = /"refreshToken":"([^"]+)"/.exec(secret ?? '')?.[1]
  if (token === undefined || token.length < 16) throw new Error('The keychain holds no refresh token')
  return token
}

testSignedIn('a sign-out that the workspace does not confirm says so', { tag: '@thorough' }, async ({ launch }) => {
  const parley = await launch()
  const { page } = parley
  await openUserManagement(page)
  await page.keyboard.press('Escape')
  workspaceProcess(parley).freeze()
  await signOut(page, anna)
  await expect(page.getByText('the workspace on this computer did not confirm it')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('did not confirm it')).toBeHidden()
  workspaceProcess(parley).thaw()
})
