import { expectAccessible } from './harness/accessibility'
import { addPerson, leaveOnly, revokeSessions } from './harness/company-data'
import {
  accountButton, giveCredentials, licenceRow, openSettings, openUserManagement, popUpOf, seeSignedIn, signOut, startSignIn,
} from './harness/journeys'
import { bringToFront, clipboardText } from './harness/parley'
import { anna, bob } from './harness/people'
import { expect, testSignedIn } from './harness/test'
import { workspaceProcess } from './harness/workspace-process'

testSignedIn('a member sees whom to ask, and can copy an e-mail to them; nothing opens', async ({ desktop, launch }) => {
  const parley = await launch()
  const { page } = parley
  await addPerson(desktop, bob, 'member')
  await signOut(page, anna)
  const tab = await startSignIn({ page, desktop })
  await giveCredentials(tab, bob)
  await seeSignedIn(page, tab, bob)

  const startsBefore = await desktop.browser.starts()
  await openSettings(page, 'User management')
  await expect(page.getByRole('heading', { name: 'Your administrators manage users and licences' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: anna.email })).toContainText(anna.name)
  await page.getByRole('button', { name: 'Copy an e-mail to them' }).click()
  await expect(page.getByText('E-mail copied')).toBeVisible()
  expect(await clipboardText(parley)).toContain(anna.email)
  await expect(popUpOf(page)).toHaveCount(0)
  expect(await desktop.browser.starts()).toBe(startsBefore)
})

testSignedIn('with the licence Free the panel says which licences include user management; nothing opens', async ({ desktop, launch }) => {
  const { page } = await launch()
  await leaveOnly(desktop, 'free')

  await openSettings(page, 'User management')
  await expect(page.getByRole('heading', { name: 'Your licences do not include user management' })).toBeVisible()
  await expect(page.getByText('Meeting 50, Meeting 100 and Enterprise')).toBeVisible()
  await expect(licenceRow(page, 'Free')).toBeVisible()
  await expect(popUpOf(page)).toHaveCount(0)
  expect(await desktop.browser.starts()).toBe(0)
})

testSignedIn('an expired session signs in again first, then goes on where it was', async ({ desktop, launch }) => {
  await revokeSessions(desktop)
  const { page } = await launch()
  await expect(page.getByText('Your session has ended. Sign in again to go on where you are.')).toBeVisible()
  await openSettings(page, 'User management')
  await expect(page.getByRole('heading', { name: 'Your session has ended' })).toBeVisible()
  const tab = await startSignIn({ page, desktop })
  await expect(tab.getByLabel('E-mail', { exact: true })).toHaveValue(anna.email)
  await tab.getByLabel('Password', { exact: true }).fill(anna.password)
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click()

  await expect(popUpOf(page)).toBeVisible()
  await expect(licenceRow(page, 'Meeting 50')).toBeVisible()
})

testSignedIn('offline: the last known figures with their age, and Copy link; online again by itself', async ({ launch }) => {
  const parley = await launch()
  const { page } = parley
  await (await openUserManagement(page)).getByRole('button', { name: 'Cancel' }).click()
  await expect(licenceRow(page, 'Meeting 50')).toContainText('1 of 10 seats used')
  await expect.poll(() => page.evaluate(async () => (await window.parley.invoke('state.get')).workspace.state)).toBe('ready')
  await openSettings(page, 'About')
  const list = page.getByRole('navigation', { name: 'Settings' })
  const place = await list.boundingBox()

  const workspace = workspaceProcess(parley)
  workspace.freeze()
  const popUp = await openUserManagement(page)
  await expect(page.getByText('These are the last known figures.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('You are offline.')).toBeVisible()
  expect(await list.boundingBox(), 'nothing moves for what is told').toEqual(place)
  await expect(licenceRow(page, 'Meeting 50')).toContainText('1 of 10 seats used')
  await expect(page.getByText(/^As of /)).toBeVisible()
  await expect(popUp.getByRole('button', { name: 'Open Management Console' })).toBeDisabled()
  await expectAccessible(page, 'offline, with the pop-up')
  await popUp.getByRole('button', { name: 'Copy link' }).click()
  await expect(popUp.getByText('Link copied')).toBeVisible()
  expect(await clipboardText(parley)).toContain('/nav/users/company')
  await popUp.getByRole('button', { name: 'Cancel' }).click()
  await expectAccessible(page, 'offline')

  workspace.thaw()
  await bringToFront(parley)
  await expect(page.getByText('These are the last known figures.')).toBeHidden({ timeout: 30_000 })
  await expect(accountButton(page, anna)).toBeVisible()
})

testSignedIn('a workspace that dies is started again, and the session goes on', async ({ launch }) => {
  const parley = await launch()
  const { page } = parley
  await expect.poll(() => workspaceProcess(parley).pid, { message: 'the workspace runs', intervals: [50] }).not.toBe(0)
  const before = workspaceProcess(parley)
  before.kill()
  await expect.poll(() => [0, before.pid].includes(workspaceProcess(parley).pid), { intervals: [100] }).toBe(false)
  await openUserManagement(page)
  await expect(licenceRow(page, 'Meeting 50')).toContainText('1 of 10 seats used')
  await expect(page.getByText('These are the last known figures.')).toBeHidden()
})
