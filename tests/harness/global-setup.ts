import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runFolder } from './desktop'
import { findElectron } from './modules'
import { endAllIn } from './processes'

/** Runs once before all tests; what it gives runs after them. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (process.platform !== 'linux') throw new Error('The end-to-end tests drive a Linux desktop: D-Bus, Secret Service, xdg-open, Xvfb')
  process.env['PARLEY_ELECTRON'] ??= (await findElectron()).path
  const folder = await mkdtemp(join(tmpdir(), 'parley-tests-'))
  await chmod(folder, 0o711)
  process.env[runFolder] = folder
  return async () => {
    // Every test ends and removes what it made. This is for a worker that was killed before it could.
    await endAllIn(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
