import { join } from 'node:path'
import { openDesktop } from './desktop'
import { signInFirst } from './journeys'
import { copyKept } from './kept'
import { launchParley } from './parley'
import { anna } from './people'

/** A desktop that was used before. It is at the same place each time: the keychain's entry names the profile's. */
export interface UsedDesktop {
  folder: string
  kept: string
  /** What Parley wrote to its standard output and error while it was used. */
  output: string
}

/**
 * Signs Anna in on a new desktop, as a person does, and keeps what is on its disk, for tests that begin after that.
 *
 * @param folder A folder of its own, empty.
 */
export async function keepSignedIn(folder: string, display: string): Promise<UsedDesktop> {
  const used = { folder: join(folder, 'desktop'), kept: join(folder, 'kept'), output: '' }
  const desktop = await openDesktop({ display, keychain: 'available', language: 'en', user: null, folder: used.folder, kept: null })
  try {
    const parley = await launchParley(desktop)
    await signInFirst(parley, desktop, anna)
    await parley.quit()
    used.output = parley.output()
    // Only then are its cookies on disk.
    await desktop.browser.quit()
    await copyKept(desktop.folder, used.kept)
  } finally {
    await desktop.close()
  }
  return used
}
