import { execFileSync } from 'node:child_process'
import { appendFile, chmod, cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { authority, makeCertificate, server } from '../src/main/network/test-certificates'
import type { Desktop } from './harness/desktop'
import { openSettings } from './harness/journeys'
import { listen } from './harness/servers'
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

testSignedIn('crash reports go to where the policy says, from the next start on, and people are told', { tag: '@thorough' }, async ({ desktop, launch }) => {
  const root = makeCertificate({ name: 'Crash Root', extensions: authority })
  const own = makeCertificate({ name: 'crashes', issuer: root, extensions: server('DNS:crashes.test') })
  const received: { request: string; report: string }[] = []
  const reports = createServer({ cert: own.certificate, key: own.key }, (request, response) => {
    void buffer(request).then((body) => {
      received.push({ request: `${request.method ?? ''} ${request.url ?? ''}`, report: gunzipSync(body).toString('latin1') })
      response.end('a-report-id')
    })
  })
  const { port, stop } = await listen(reports, [])
  const address = `https://crashes.test:${String(port)}/reports`
  const etc = await etcWith(desktop, JSON.stringify({ 'advanced.crashReportsTo': address }))
  await appendFile(join(etc, 'hosts'), '\n127.0.0.1 crashes.test\n')
  // Where the system keeps the authorities that it trusts, in one file and by the names that OpenSSL gives them.
  const file = join(etc, 'ssl/certs/crash-root.pem')
  await writeFile(file, root.certificate)
  await appendFile(join(etc, 'ssl/certs/ca-certificates.crt'), root.certificate)
  const hash = execFileSync('openssl', ['x509', '-noout', '-subject_hash', '-in', file], { encoding: 'utf8' }).trim()
  await writeFile(join(etc, `ssl/certs/${hash}.0`), root.certificate)
  // Reports that nothing more is to be done with.
  const kept = async () => (await readdir(join(desktop.profile, 'Crashpad/completed')).catch(() => [])).filter((name) => name.endsWith('.dmp'))

  const first = await launch({ etc })
  await openSettings(first.page, 'Advanced')
  await expect(first.page.getByText(`From the next start of Parley on it also goes to ${address}`)).toBeVisible()
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect.poll(kept).toHaveLength(1)
  await first.quit()

  const second = await launch({ etc })
  await openSettings(second.page, 'Advanced')
  await expect(second.page.getByText(`stays on this computer and goes to ${address}`)).toBeVisible()
  await second.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect.poll(() => received.length).toBeGreaterThan(0)
  await expect.poll(kept).toHaveLength(2)
  // The one from before is not sent later.
  expect(received.map(({ request }) => request.split('?')[0])).toEqual(['POST /reports'])
  expect(received[0]?.report).toContain('upload_file_minidump')
  expect(received[0]?.report).toContain('MDMP')
  await second.quit()
  stop()
})
