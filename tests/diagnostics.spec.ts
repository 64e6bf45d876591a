import { unzipSync } from 'fflate'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSettings } from './harness/journeys'
import { anna } from './harness/people'
import { expect, testSignedIn } from './harness/test'

testSignedIn('diagnostics are read first, saved as they were read, and hold nothing of the person', async ({ desktop, launch }) => {
  const crashes = join(desktop.profile, 'Crashpad', 'completed')
  await mkdir(crashes, { recursive: true })
  await writeFile(join(crashes, 'e2a1f0c4-7d0b-4e5a-9f3c-2b1d0c9e8f7a.dmp'), 'MDMP')
  const { page, electron } = await launch()
  await openSettings(page, 'Advanced')
  await page.getByRole('button', { name: 'Delete crash reports' }).press('Enter')
  await expect(page.getByText('There are no crash reports.')).toBeVisible()
  // The button is gone with them: whoever uses the keyboard stands at the heading above it.
  await expect(page.getByRole('heading', { name: 'Crash reports' })).toBeFocused()
  await page.getByRole('button', { name: 'Look through diagnostics' }).click()
  await page.getByText('about.json').click()
  await expect(page.getByRole('region', { name: 'about.json' })).toContainText('"session": "signed-in"')
  await page.getByText('parley.log', { exact: true }).click()
  await expect(page.getByRole('region', { name: 'parley.log' })).toContainText('"what":"session","state":"signed-in"')

  // The system's own dialog can't be operated from here: it answers what a person would choose.
  const path = join(desktop.folder, 'diagnostics.zip')
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await page.getByRole('button', { name: 'Save diagnostics…' }).click()
  await expect(page.getByText('Diagnostics saved.')).toBeVisible()
  const files = Object.entries(unzipSync(await readFile(path))).map(([name, bytes]) => ({ name, text: new TextDecoder().decode(bytes) }))
  expect(files.map(({ name }) => name)).toEqual(['about.json', 'settings.json', 'crash-reports.json', 'parley.log'])
  const all = files.map(({ text }) => text).join('\n')
  for (const entry of await desktop.keychain.entries('Parley')) expect(all).not.toContain(entry.secret)
  for (const personal of [anna.name, anna.email, anna.password]) expect(all).not.toContain(personal)

  // A disk that refuses is told of, with what to do.
  await writeFile(join(desktop.folder, 'occupied'), '')
  await electron.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    },
    join(desktop.folder, 'occupied', 'diagnostics.zip'),
  )
  await page.getByRole('button', { name: 'Save diagnostics…' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose another folder')
  // The page's process ends: a report of it is kept here.
  const reports = async () => (await readdir(join(desktop.profile, 'Crashpad'), { recursive: true })).filter((name) => name.endsWith('.dmp'))
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect.poll(reports).toHaveLength(1)
})
