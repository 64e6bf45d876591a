import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { authority, makeCertificate, server } from '../src/main/network/test-certificates'
import { expectAccessible } from './harness/accessibility'
import type { Parley } from './harness/parley'
import { findSecret } from './harness/secrets-on-disk'
import { startProxy, startSecureServer } from './harness/servers'
import { expect, test } from './harness/test'

const right = { username: 'anna', password: 'right-proxy-password' }

/** The person chooses this file in the system's dialog. */
async function chooseFile({ electron }: Parley, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}

test('servers are reached through an own authority and a proxy that wants to know who asks', async ({ desktop, launch }) => {
  const root = makeCertificate({ name: 'Own Root', extensions: authority })
  const meet = await startSecureServer(makeCertificate({ name: 'meet', issuer: root, extensions: server('DNS:localhost', 'DNS:meet.test') }))
  const proxy = await startProxy({
    wants: right,
    target: meet.port,
    script: (own) => `function FindProxyForURL(url, host) { return host === 'script.test' ? 'PROXY 127.0.0.1:${String(own)}' : 'DIRECT' }`,
  })
  const file = join(desktop.folder, 'own-root.pem')
  await writeFile(file, root.certificate)

  const parley = await launch()
  const { page } = parley
  const tests = async (name: string) => {
    await page.getByLabel('Server', { exact: true }).fill(name)
    await page.getByRole('button', { name: 'Test', exact: true }).click()
  }

  // Who can't sign in without a proxy gets to the settings all the same.
  await page.getByRole('link', { name: 'Network settings' }).click()
  await expect(page.getByRole('heading', { name: 'Network', level: 1 })).toBeVisible()

  await test.step('an own authority is trusted, for its servers’ own names alone', async () => {
    await tests(`localhost:${String(meet.port)}`)
    await expect(page.getByText('The workspace’s certificate can’t be trusted')).toBeVisible()
    await chooseFile(parley, file)
    await page.getByRole('button', { name: 'Add an authority…' }).click()
    await expect(page.getByText('Added. Parley trusts it from now on.')).toBeVisible()
    await tests(`localhost:${String(meet.port)}`)
    await expect(page.getByText(/answered in .* without a proxy/)).toBeVisible()
  })

  await test.step('a proxy asks once, wrong answers are told, right ones are kept', async () => {
    await page.getByLabel('Proxy', { exact: true }).selectOption('manual')
    await page.getByLabel('Proxy server').fill(`anna:secret@127.0.0.1:${String(proxy.port)}`)
    await page.getByLabel('Proxy server').press('Enter')
    await expect(page.getByText('This is no proxy server.')).toBeVisible()
    await page.getByLabel('Proxy server').fill(`127.0.0.1:${String(proxy.port)}`)
    await page.getByLabel('Proxy server').press('Enter')
    await tests('meet.test')
    const asks = page.getByRole('dialog', { name: 'The proxy wants to know who you are' })
    await expectAccessible(page, 'the proxy asks')
    await asks.getByLabel('User name').fill(right.username)
    await asks.getByLabel('Password').fill('wrong-proxy-password')
    await asks.getByLabel('Password').press('Enter')
    await expect(asks).toBeHidden()
    await tests('meet.test')
    await expect(asks.getByText('The proxy did not accept that user name and password.')).toBeVisible()
    await asks.getByLabel('User name').fill(right.username)
    await asks.getByLabel('Password').fill(right.password)
    await asks.getByRole('button', { name: 'Continue' }).click()
    await tests('meet.test')
    await expect(page.getByText(`through 127.0.0.1:${String(proxy.port)}`)).toBeVisible()
    expect(proxy.asked.filter((line) => line.endsWith('as anna'))).toHaveLength(2)
    expect(meet.asked).toEqual([`HEAD localhost:${String(meet.port)}`, 'HEAD meet.test'])
    // The certificate has no such name: the proxy leads there, and Parley does not go.
    await tests('other.test')
    await expect(page.getByText('The workspace’s certificate can’t be trusted')).toBeVisible()
    await expectAccessible(page, 'Settings, Network')
  })

  await parley.quit()
  await expect.poll(() => desktop.keychain.entries('Parley')).toHaveLength(1)
  expect(await findSecret(desktop.profile, ['right-proxy-password', 'wrong-proxy-password'])).toEqual([])

  await test.step('after a restart nobody is asked, and a script’s way is gone', async () => {
    const again = await launch({ args: ['parley://settings/network'] })
    await again.page.getByLabel('Proxy', { exact: true }).selectOption('script')
    await again.page.getByLabel('Address of the script').fill(`http://127.0.0.1:${String(proxy.port)}/proxy.pac`)
    await again.page.getByLabel('Address of the script').press('Enter')
    await again.page.getByLabel('Server', { exact: true }).fill('script.test')
    await again.page.getByRole('button', { name: 'Test', exact: true }).click()
    // The proxy lets it through; its certificate has another name.
    await expect(again.page.getByText(`script.test was not reached through 127.0.0.1:${String(proxy.port)}.`)).toBeVisible()
    expect(proxy.asked.at(-1)).toBe('CONNECT script.test:443 as anna')
    await expect(again.page.getByRole('dialog')).toBeHidden()
  })
  meet.stop()
  proxy.stop()
})
