import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runFolder } from './harness/desktop'
import { licenceRow, openSettings, openUserManagement, seeConsole, signInFirst } from './harness/journeys'
import { packageProgram, startPackaged, type Packaged } from './harness/packaged'
import { anna } from './harness/people'
import { descendantsOf, statusField } from './harness/processes'
import { startReleaseServer } from './harness/release-server'
import { expect, test as base } from './harness/test'

/** A fuse's two states, as they stand in the executable: the digits 0 and 1. */
const [off, on] = [0x30, 0x31]

const isRoot = process.getuid?.() === 0
/** `nobody`, on every Linux system. */
const unprivileged = { uid: 65_534, gid: 65_534 }

const test = base.extend<object, { packaged: Packaged }>({
  packaged: [
    async ({}, use) => {
      const folder = await mkdtemp(join(process.env[runFolder] ?? tmpdir(), 'package-'))
      await chmod(folder, 0o755)
      await use(await packageProgram(folder))
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

test.describe.configure({ mode: 'serial' })

test('the packaged program’s fuses read back as set', async ({ packaged }) => {
  const fuses = await getCurrentFuseWire(packaged.executable)
  // All that the tools know of, each decided on: the type asks for one that they learn.
  const states: Readonly<Record<FuseV1Options, number>> = {
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  }
  expect(fuses).toMatchObject(states)
})

test('the packaged program starts and does the main job', async ({ desktop, packaged }) => {
  const { page } = await startPackaged(desktop, packaged, isRoot ? ['--no-sandbox'] : [])
  await signInFirst({ page }, desktop, anna)
  const popUp = await openUserManagement(page)
  await expect(licenceRow(page, 'Meeting 50')).toContainText('1 of 10 seats used')
  await popUp.getByRole('button', { name: 'Open Management Console' }).click()
  await expect(page.getByRole('status', { name: 'Management Console opened in your browser' })).toBeVisible()
  await seeConsole(desktop, anna)
  await expect.poll(() => desktop.keychain.entries('Parley')).toHaveLength(1)
})

test('the program updates itself from a signed release alone, and starts the new version', { tag: '@thorough' }, async ({ desktop, packaged }) => {
  const appImage = join(desktop.folder, 'Parley.AppImage')
  const started = join(desktop.folder, 'started')
  await writeFile(appImage, 'the version that runs', { mode: 0o755 })
  const release = { version: '9.9.9', file: `#!/bin/sh\necho "9.9.9 $APPIMAGE" > '${started}'\n` }
  const server = await startReleaseServer({ ...release, isListForged: true })
  await writeFile(
    join(packaged.resources, 'app-update.yml'),
    `provider: generic\nurl: http://127.0.0.1:${String(server.port)}\nupdaterCacheDirName: parley-updater\n`,
  )
  const asAppImage = { ...desktop, env: { ...desktop.env, APPIMAGE: appImage } }
  const { page, ended } = await startPackaged(asAppImage, packaged, isRoot ? ['--no-sandbox'] : [])
  await signInFirst({ page }, desktop, anna)
  await openSettings(page, 'About')
  const refused = page.getByText('does not carry the signature')

  await page.getByRole('button', { name: 'Check for updates' }).click()
  await expect(refused).toBeVisible()

  // Nobody is to get it yet.
  server.release = { ...release, stage: 0 }
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('You have the newest version')).toBeVisible()

  server.release = { ...release, servedFile: release.file.replace('9.9.9', 'something else') }
  await page.getByRole('button', { name: 'Check for updates' }).click()
  await expect(refused).toBeVisible()

  server.release = release
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Parley 9.9.9 is ready')).toBeVisible()
  expect(await readFile(appImage, 'utf8')).toBe('the version that runs')
  await page.getByRole('button', { name: 'Restart now' }).click()
  await ended
  await expect.poll(() => readFile(started, 'utf8').catch(() => ''), { intervals: [50] }).toContain('9.9.9')
  server.stop()
})

test.describe('as an unprivileged user', () => {
  // Whoever runs the tests is one already, unless it is root.
  test.use({ user: isRoot ? unprivileged : null })

  test('the program does the main job with the sandbox on', async ({ desktop, packaged }) => {
    const { page, pid } = await startPackaged(desktop, packaged, [])
    await signInFirst({ page }, desktop, anna)
    await openUserManagement(page)

    // The browser is a descendant as well; its sandbox is not Parley's.
    const processes = descendantsOf(pid).filter(({ commandLine }) => commandLine[0]?.startsWith(dirname(packaged.executable)))
    const renderers = processes.filter(({ commandLine }) => commandLine.includes('--type=renderer'))
    expect(renderers.length).toBeGreaterThan(0)
    for (const renderer of renderers) {
      // Seccomp with a filter, and no way to gain rights (proc(5)).
      expect(statusField(renderer.pid, 'Seccomp')).toBe('2')
      expect(statusField(renderer.pid, 'NoNewPrivs')).toBe('1')
    }
    expect(processes.filter(({ commandLine }) => commandLine.includes('--no-sandbox'))).toEqual([])
    expect(statusField(pid, 'Uid')?.split('\t')).not.toContain('0')
  })
})
