import { chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installDefaultBrowser, type DefaultBrowser } from './default-browser'
import { startKeychain, type Keychain, type KeychainKind } from './keychain'
import { copyKept } from './kept'
import { endAllIn } from './processes'

/** Environment variable with the folder of all desktops of a run. */
export const runFolder = 'PARLEY_TEST_RUN'

/** The person at the computer. */
export interface SystemUser {
  uid: number
  gid: number
}

/** A computer's desktop of its own for one test: folders, keychain, default browser; nothing shared with any other. */
export interface Desktop {
  folder: string
  /** Folder for Parley's user data. */
  profile: string
  env: Record<string, string>
  keychain: Keychain
  browser: DefaultBrowser
  /** Runs a command as the desktop's user: to be put before it. */
  as: readonly string[]
  close: () => Promise<void>
}

interface DesktopOptions {
  /** Display to show windows on, as in the environment variable DISPLAY. */
  display: string
  keychain: KeychainKind
  /** Someone else than who runs the tests, or null. */
  user: SystemUser | null
  /** Language of the desktop, as in the environment variable LANGUAGE. */
  language: string
  /** Where it is; null for a place that no other desktop had. */
  folder: string | null
  /** Folder with what the desktop in this place kept (`copyKept`); null for a new one. */
  kept: string | null
}

/** Sets a desktop up. `close` ends everything that was started on it and removes its folders. */
export async function openDesktop(options: DesktopOptions): Promise<Desktop> {
  const folder = options.folder ?? (await mkdtemp(join(process.env[runFolder] ?? tmpdir(), 'desktop-')))
  const close = async () => {
    await endAllIn(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return { ...(await furnish(folder, options)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function furnish(folder: string, options: DesktopOptions): Promise<Omit<Desktop, 'close'>> {
  const at = (name: string) => join(folder, name)
  const folders = { home: folder, config: at('config'), data: at('data'), cache: at('cache'), runtime: at('runtime') }
  for (const path of Object.values(folders)) await mkdir(path, { recursive: true, mode: 0o700 })
  const base = {
    PATH: process.env['PATH'] ?? '',
    DISPLAY: options.display,
    HOME: folder,
    TMPDIR: at('cache'),
    XDG_CONFIG_HOME: folders.config,
    XDG_DATA_HOME: folders.data,
    XDG_CACHE_HOME: folders.cache,
    XDG_RUNTIME_DIR: folders.runtime,
    XDG_CURRENT_DESKTOP: 'X-Generic',
    LANG: 'C.UTF-8',
    LANGUAGE: options.language,
    TZ: 'Europe/Berlin',
    NO_AT_BRIDGE: '1',
  }
  if (options.kept !== null) await copyKept(options.kept, folder)
  const browser = await installDefaultBrowser(folders, options.language)
  const as = options.user === null ? [] : asUser(options.user)
  if (options.user !== null) await give(folder, options.user)
  const keychain = await startKeychain({ env: base, runtimeFolder: folders.runtime, kind: options.keychain, as })
  return { folder, profile: join(folders.config, 'Parley'), env: { ...base, ...keychain.env }, keychain, browser, as }
}

const asUser = ({ uid, gid }: SystemUser) => [
  'setpriv',
  `--reuid=${String(uid)}`,
  `--regid=${String(gid)}`,
  '--clear-groups',
  '--',
]

async function give(folder: string, { uid, gid }: SystemUser): Promise<void> {
  await chown(folder, uid, gid)
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), uid, gid)
}
