import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { endless, json } from './harness/bad-workspace'
import { startCompanyNetwork, type CompanyNetwork } from './harness/company-network'
import { startBrowser } from './harness/company-workspace'
import { createCompany, openSettings, seeSignedIn } from './harness/journeys'
import { chooseFile, clipboardText } from './harness/parley'
import { anna } from './harness/people'
import { expect, test } from './harness/test'

/** What goes wrong on the way to the workspace or in it, how it begins, and what Parley says of it. */
const days: readonly [name: string, begin: (network: CompanyNetwork) => void, words: string | RegExp][] = [
  ['half a body', ({ setDay }) => setDay((response) => response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy())), 'The workspace can’t be reached.'],
  ['a web page', ({ setDay }) => setDay((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Welcome</title>')), 'The workspace has a problem of its own.'],
  ['50 MB', ({ setDay }) => setDay((response) => endless(response, '')), 'The workspace has a problem of its own.'],
  ['a network’s own page', ({ setDay }) => setDay((response) => response.writeHead(302, { location: 'http://login.network.example/' }).end()), 'This network wants you to sign in first.'],
  ['403', ({ setDay }) => setDay(json(403, { error: 'invalid_permission' })), 'Your account may not do this.'],
  ['a certificate that has ended', ({ setEnded }) => setEnded(true), 'The workspace’s certificate can’t be trusted, so Parley sent nothing.'],
  ['a proxy that refuses', ({ setOpen }) => setOpen(false), 'Your network’s proxy refused the connection.'],
]

test('a network that misbehaves between Parley and a company’s workspace is named, and Parley goes on once it doesn’t', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const network = await startCompanyNetwork()
  const browser = await startBrowser()
  try {
    const parley = await launch()
    const { page } = parley
    const main = page.getByRole('main')
    const file = join(desktop.folder, 'own-root.pem')
    await writeFile(file, network.authority)
    await page.getByRole('link', { name: 'Network settings' }).click()
    await chooseFile(parley, file)
    await page.getByRole('button', { name: 'Add an authority…' }).click()
    await expect(page.getByText('Added. Parley trusts it from now on.')).toBeVisible()
    const proxy = page.getByLabel('Proxy', { exact: true })
    await proxy.selectOption('manual')
    await page.getByLabel('Proxy server').fill(network.proxy)
    await page.getByLabel('Proxy server').press('Enter')
    await page.goBack()

    // The desktop's own browser knows neither proxy nor authority.
    const tab = await browser.newPage({ proxy: { server: network.proxy, bypass: '127.0.0.1' }, ignoreHTTPSErrors: true })
    await page.getByRole('button', { name: 'Your company’s workspace' }).click()
    await page.getByLabel('Workspace address or e-mail').fill('meet.test')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Copy sign-in link' }).click()
    await expect(page.getByText('Link copied')).toBeVisible()
    await tab.goto(await clipboardText(parley))
    await createCompany(tab, anna)
    await seeSignedIn(page, tab, anna)

    const alert = (words: string | RegExp) => main.getByRole('alert').filter({ hasText: words })
    const startMeeting = () => main.getByRole('button', { name: 'Start now', exact: true }).click()
    for (const [name, begin, words] of days) {
      await test.step(name, async () => {
        begin(network)
        await startMeeting()
        await expect(alert(words)).toBeVisible()
      })
      network.setDay(null)
      network.setEnded(false)
      network.setOpen(true)
    }
    await test.step('a name that is not found', async () => {
      await openSettings(page, 'Network')
      await proxy.selectOption('none')
      await page.getByRole('link', { name: 'Home' }).click()
      await startMeeting()
      await expect(alert('The workspace can’t be reached.')).toBeVisible()
    })
    await openSettings(page, 'Network')
    await proxy.selectOption('manual')
    await page.getByRole('link', { name: 'Home' }).click()
    await expect(page.getByText('You are offline.')).toBeHidden()
    await startMeeting()
    await expect(page.getByRole('button', { name: /^Join/ })).toBeVisible()
  } finally {
    await browser.close()
    await network.close()
  }
})
