import { chmod, cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desktop } from './harness/desktop'
import { openSettings } from './harness/journeys'
import { expect, test, testSignedIn } from './harness/test'

// Only root can write the administrator's file, and give the program an /etc of its own.
test.skip(process.getuid?.() !== 0, 'needs root')

/** A copy of the computer's `/etc` with a policy in it. */
async function etcWith(desktop: Desktop, policy: string, mode = 0o644): Promise<string> {
  const etc = join(desktop.folder, 'etc')
  await cp('/etc', etc, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.startsWith('/etc/shadow') })
  await chmod(etc, 0o755)
  await mkdir(join(etc, 'parley'), { mode: 0o755, recursive: true })
  await writeFile(join(etc, 'parley/policy.json'), policy)
  await chmod(join(etc, 'parley/policy.json'), mode)
  return etc
}

testSignedIn('a policy wins over settings, locks them, says so, and reports what it can’t follow', async ({ desktop, launch }) => {
  const etc = await etcWith(desktop, JSON.stringify({ theme: 'dark', language: 'klingon', colour: 'red' }))
  const { page } = await launch({ etc })
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)

  await openSettings(page, 'Appearance')
  const themes = page.getByRole('radiogroup', { name: 'Theme' })
  await expect(themes.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect(themes.getByRole('radio', { name: 'Light' })).toBeDisabled()
  await expect(themes).toHaveAccessibleDescription('Managed by your organisation')
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeEnabled()
  // A page that asks all the same is refused.
  await expect(page.evaluate(() => window.parley.invoke('settings.change', { theme: 'light' }))).rejects.toThrow()
  await expect(themes.getByRole('radio', { name: 'Dark' })).toBeChecked()

  await openSettings(page, 'Advanced')
  await expect(page.getByText('has decided 1 setting on this computer')).toBeVisible()
  await expect(page.getByText('The policy gives “language” a value that it can’t have.')).toBeVisible()
  await expect(page.getByText('The policy names “colour”, which this version of Parley does not know.')).toBeVisible()
})

test('a policy that others could have written applies in nothing', async ({ desktop, launch }) => {
  const etc = await etcWith(desktop, JSON.stringify({ language: 'de' }), 0o666)
  const { page } = await launch({ etc })
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
})
