import { cp, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** What a desktop keeps when its computer is switched off: user data, keyring, and the browser's profile. */
const kept = ['config/Parley', 'data/keyrings', 'browser-profile']

/** What a browser makes anew, or what belongs to the process that ran. */
const passing = /^(?:Singleton.*|DevToolsActivePort|.*Cache|component_crx_cache|Safe Browsing|BrowserMetrics|Crashpad)$/

/** Copies what a desktop keeps. */
export async function copyKept(from: string, to: string): Promise<void> {
  for (const name of kept) {
    await mkdir(join(to, name), { recursive: true, mode: 0o700 })
    await cp(join(from, name), join(to, name), { recursive: true, filter: (path) => !passing.test(basename(path)) })
  }
}
