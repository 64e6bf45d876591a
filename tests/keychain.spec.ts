import { accountButton, openSettings, openUserManagement, signInFirst } from './harness/journeys'
import { bringToFront, leave, leaveFor } from './harness/parley'
import { anna } from './harness/people'
import { expect, test, testSignedIn } from './harness/test'

const missing = 'Your system offers no keychain.'
const ended = 'Your session has ended. Sign in again to go on where you are.'
const locked = 'Your system’s keychain is locked.'

test.describe('on a system without a keychain', () => {
  test.use({ keychain: 'missing' })

  test('one is signed in until Parley quits, and Parley says so', async ({ desktop, launch }) => {
    const first = await launch()
    await signInFirst(first, desktop, anna)
    await openSettings(first.page, 'Account')
    await expect(first.page.getByText('You are signed in until you quit Parley.')).toBeVisible()
    await expect(first.page.getByText(missing)).toBeVisible()
    await openUserManagement(first.page)
    await first.quit()

    const second = await launch()
    await expect(second.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  })
})

test.describe('on a system with a locked keychain', () => {
  test.use({ keychain: 'locked' })

  test('one is signed in until Parley quits, and kept once it is unlocked', async ({ desktop, launch }) => {
    const parley = await launch()
    const { page } = parley
    const tab = await signInFirst(parley, desktop, anna)
    await openSettings(page, 'Account')
    await expect(page.getByText('You are signed in until you quit Parley.')).toBeVisible()
    await expect(page.getByText(locked)).toBeVisible()

    await leaveFor(parley, tab)
    await desktop.keychain.unlock()
    await bringToFront(parley)
    await expect(page.getByText('You stay signed in when you quit Parley.')).toBeVisible({ timeout: 30_000 })
    expect(await desktop.keychain.entries('Parley')).toHaveLength(1)
  })
})

testSignedIn('a keychain that is locked at a restart keeps its entry, and gives the session back once unlocked', async ({ desktop, launch }) => {
  const before = await desktop.keychain.entries('Parley')
  expect(before).toHaveLength(1)
  await desktop.keychain.lock()

  const parley = await launch()
  await expect(accountButton(parley.page, anna)).toBeVisible()
  await expect(parley.page.getByText(ended)).toBeVisible()
  await expect(parley.page.getByText('Your system’s keychain is locked, so that Parley can’t read your sign-in.')).toBeVisible()
  await leave(parley)
  await desktop.keychain.unlock()
  await bringToFront(parley)
  await expect(parley.page.getByText(ended)).toBeHidden({ timeout: 30_000 })
  // Nor does the page that is open say so any more: what it could not have was asked for again.
  await expect(parley.page.getByText('Your session has ended')).toBeHidden()
  await openUserManagement(parley.page)
  const after = await desktop.keychain.entries('Parley')
  expect(after.map(({ account }) => account)).toEqual(before.map(({ account }) => account))
})

testSignedIn('an entry that Parley did not write is told to the person, and kept until it is to be replaced', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const foreign = 'not an entry of Parley’s'
  await desktop.keychain.overwrite('Parley', foreign)

  const { page } = await launch()
  await expect(page.getByText(ended)).toBeVisible()
  // The browser is still signed in, so that it comes straight back.
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText(ended)).toBeHidden()
  await openSettings(page, 'Account')
  await expect(page.getByText('You are signed in until you quit Parley.')).toBeVisible()
  await expect(page.getByText('Your system’s keychain has changed')).toBeVisible()
  expect((await desktop.keychain.entries('Parley')).map(({ secret }) => secret)).toEqual([foreign])

  // The way out: replaced once the person says so.
  await page.getByRole('button', { name: 'Replace the entry…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(page.getByText('You stay signed in when you quit Parley.')).toBeVisible()
  await expect(page.getByText('Your system’s keychain has changed')).toBeHidden()
  const [entry] = await desktop.keychain.entries('Parley')
  expect(entry?.secret).toContain('"profile"')
})
