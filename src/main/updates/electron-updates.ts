import type { Session } from 'electron'
import { AppImageUpdater, CancellationToken, DebUpdater, MacUpdater, NsisUpdater, RpmUpdater, type AppUpdater, type UpdateInfo } from 'electron-updater'
import { z } from 'zod'
import type { UpdateProblem } from '../../contract/updates'
import type { PackageKind } from './package-kind'
import { signedReleases, UnsignedRelease } from './signed-releases'
import type { UpdateSource } from './update-source'
import { UpdateError, type Updater } from './updater'

interface ElectronUpdatesOptions {
  kind: PackageKind
  source: UpdateSource
  /** Makes the library's session go by the settings of the network. */
  equip: (session: Session) => Promise<void>
  /** Signs a request in at a proxy; null where there is nothing to say. */
  signIn: (proxy: string) => Promise<{ username: string; password: string } | null>
  /** Lets the new version start while this one ends. */
  makeWay: () => void
}

const updaters = { AppImage: AppImageUpdater, deb: DebUpdater, rpm: RpmUpdater, mac: MacUpdater, nsis: NsisUpdater }
/** How the file of each kind of package ends. */
const endings: Readonly<Record<PackageKind, string>> = { AppImage: '.AppImage', deb: '.deb', rpm: '.rpm', mac: '.zip', nsis: '.exe' }

/** Fetches and installs releases with electron-updater. This file is loaded with the first look for one. */
export function openElectronUpdates({ kind, source, equip, signIn, makeWay }: ElectronUpdatesOptions): Updater {
  const updater: AppUpdater = new updaters[kind]()
  const isInstalledByRoot = kind === 'deb' || kind === 'rpm'
  updater.logger = null
  updater.autoDownload = false
  // Nobody expects a question for a password as Parley ends.
  updater.autoInstallOnAppQuit = !isInstalledByRoot
  updater.allowDowngrade = false
  updater.disableWebInstaller = true
  updater.setFeedURL({ provider: 'custom', updateProvider: signedReleases(source) })
  // What fails rejects besides.
  updater.on('error', () => undefined)
  updater.on('login', ({ isProxy, host, port }, callback) => {
    const cancel = (): void => void Reflect.apply(callback, null, [])
    if (!isProxy) return cancel()
    signIn(`${host}:${String(port)}`).then(
      (credentials) => (credentials === null ? cancel() : callback(credentials.username, credentials.password)),
      cancel,
    )
  })
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      throw new UpdateError(updateProblem(error), error)
    }
  }
  return {
    check: async () => {
      await equip(updater.netSession)
      const result = await told(updater.checkForUpdates())
      if (result === null || !result.isUpdateAvailable) return null
      return { version: result.updateInfo.version, size: sizeOf(result.updateInfo, endings[kind]) }
    },
    download: async (onProgress, signal) => {
      const token = new CancellationToken()
      const stop = (): void => token.cancel()
      signal.addEventListener('abort', stop)
      const progress = ({ percent }: { percent: number }): void => onProgress(Math.min(100, Math.max(0, Math.floor(percent))))
      updater.on('download-progress', progress)
      try {
        await told(updater.downloadUpdate(token))
      } finally {
        signal.removeEventListener('abort', stop)
        updater.off('download-progress', progress)
      }
    },
    installs: isInstalledByRoot ? 'while-running' : 'at-the-end',
    install: () => {
      if (updater instanceof DebUpdater || updater instanceof RpmUpdater) return updater.install(true, false)
      makeWay()
      updater.quitAndInstall(true, true)
      return true
    },
  }
}

function sizeOf({ files }: UpdateInfo, ending: string): number | null {
  return files.find(({ url }) => url.endsWith(ending))?.size ?? null
}

const failureSchema = z.object({ code: z.string().optional(), statusCode: z.number().optional(), message: z.string() })

/** What a failure of electron-updater means for people. */
function updateProblem(error: unknown): UpdateProblem {
  if (error instanceof UnsignedRelease) return 'untrusted'
  const parsed = failureSchema.safeParse(error)
  if (!parsed.success) return 'server'
  const { code = '', message, statusCode } = parsed.data
  if (code === 'ERR_CHECKSUM_MISMATCH' || code === 'ERR_UPDATER_INVALID_SIGNATURE' || /code signature/i.test(message)) return 'untrusted'
  if (/^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM)$/.test(code)) return 'disk'
  if (statusCode !== undefined) return 'server'
  return /net::ERR_|^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)/.test(`${code}${message}`) ? 'connection' : 'server'
}
