import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { authority, makeCertificate, person, server } from '../src/main/network/test-certificates'
import { expectAccessible } from './harness/accessibility'
import { keepCertificates } from './harness/certificate-store'
import { chooseFile } from './harness/parley'
import { findSecret } from './harness/secrets-on-disk'
import { startProxy, startSecureServer } from './harness/servers'
import { expect, test } from './harness/test'

const right = { username: 'anna', password: 'right-proxy-password' }

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
    // What is forgotten is neither in the keychain nor in Chromium's own memory.
    await again.page.getByRole('button', { name: 'Forget user name and password' }).click()
    await expect(again.page.getByText('Forgotten.', { exact: true })).toBeVisible()
    expect(await desktop.keychain.entries('Parley')).toEqual([])
    await again.page.getByRole('button', { name: 'Test', exact: true }).click()
    await expect(again.page.getByRole('dialog', { name: 'The proxy wants to know who you are' })).toBeVisible()
    expect(proxy.asked.at(-1)).toBe('CONNECT script.test:443')
    await again.page.keyboard.press('Escape')
    // Whoever removes the last one by the keyboard stands where another one is added.
    await again.page.getByRole('button', { name: 'Remove Own Root' }).press('Enter')
    await expect(again.page.getByRole('button', { name: 'Add an authority…' })).toBeFocused()
  })
  meet.stop()
  proxy.stop()
})

test('a server gets to see the certificate that the person chooses', async ({ desktop, launch }) => {
  const root = makeCertificate({ name: 'Own Root', extensions: authority })
  const people = makeCertificate({ name: 'Company People', extensions: authority })
  const [work, home] = ['Anna at work', 'Anna at home'].map((name) => makeCertificate({ name, issuer: people, extensions: person }))
  if (work === undefined || home === undefined) throw new Error('no certificates')
  // One that is over is offered to nobody by Chromium.
  const over = makeCertificate({ name: 'Anna long ago', issuer: people, extensions: person, until: '20210101000000Z' })
  await keepCertificates(desktop.folder, { work, home, over })
  const meet = await startSecureServer(makeCertificate({ name: 'meet', issuer: root, extensions: server('DNS:localhost') }), people)
  const place = `localhost:${String(meet.port)}`
  const file = join(desktop.folder, 'own-root.pem')
  await writeFile(file, root.certificate)

  const first = await launch({ args: ['parley://settings/network'] })
  const { page } = first
  const asks = page.getByRole('dialog', { name: 'Choose a certificate' })
  const tests = () => page.getByLabel('Server', { exact: true }).press('Enter')
  await chooseFile(first, file)
  await page.getByRole('button', { name: 'Add an authority…' }).click()
  await expect(page.getByText('Added. Parley trusts it from now on.')).toBeVisible()
  await page.getByLabel('Server', { exact: true }).fill(place)

  await test.step('who chooses none is told what the server wanted', async () => {
    await tests()
    await expect(asks).toContainText(`${place} wants a certificate that says who you are.`)
    await expectAccessible(page, 'a server asks for a certificate')
    await page.keyboard.press('Escape')
    await expect(asks).toBeHidden()
    await expect(page.getByText('The workspace wants to see a certificate of yours before it lets you in.')).toBeVisible()
    expect(meet.asked).toEqual([])
  })

  await test.step('chosen by the keyboard', async () => {
    await tests()
    const other = asks.getByRole('radio', { name: 'Anna at home' })
    await expect(asks.getByRole('radio')).toHaveCount(2)
    while (!(await other.isChecked())) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(asks).toBeHidden()
    await expect(page.getByText(/answered in .* without a proxy/)).toBeVisible()
    expect(meet.asked).toContain(`HEAD ${place} as Anna at home`)
    expect(meet.asked.filter((line) => line.endsWith('as Anna at work'))).toEqual([])
  })
  await first.quit()

  await test.step('after a restart it is shown unasked, until the person chooses anew', async () => {
    const again = (await launch({ args: ['parley://settings/network'] })).page
    const asksAgain = again.getByRole('dialog', { name: 'Choose a certificate' })
    const testsAgain = async () => {
      await again.getByLabel('Server', { exact: true }).fill(place)
      await again.getByLabel('Server', { exact: true }).press('Enter')
    }
    await testsAgain()
    await expect(again.getByText(/answered in .* without a proxy/)).toBeVisible()
    await expect(asksAgain).toBeHidden()
    expect(meet.asked.at(-1)).toBe(`HEAD ${place} as Anna at home`)
    await expect(again.getByRole('list', { name: 'Servers that you chose a certificate for' })).toHaveText(place)
    await again.getByRole('button', { name: 'Choose anew' }).press('Enter')
    await expect(again.getByText('Forgotten. Parley asks you again')).toBeVisible()
    await expect(again.getByRole('heading', { name: 'Your certificates' })).toBeFocused()
    await testsAgain()
    await asksAgain.getByRole('radio', { name: 'Anna at work' }).check()
    await asksAgain.getByRole('button', { name: 'Use this certificate' }).click()
    await expect(again.getByText(/answered in .* without a proxy/)).toBeVisible()
    expect(meet.asked).toContain(`HEAD ${place} as Anna at work`)
  })
  meet.stop()
})
