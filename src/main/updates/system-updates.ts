import { app } from 'electron'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Notice } from '../../contract/app-state'
import type { UpdatesState } from '../../contract/updates'
import { now, setTimer } from '../clock'
import type { SystemNetwork } from '../network/system-network'
import type { ManagedSettings } from '../policy/managed-settings'
import { relaunch } from '../window/relaunch'
import { isSystemPackage } from '../window/system-package'
import { packageKind } from './package-kind'
import { readUpdateSource } from './update-source'
import { openUpdates, type UpdatesDesk } from './updates-desk'

interface SystemUpdatesOptions {
  managed: Pick<ManagedSettings, 'read' | 'isManaged'>
  network: Pick<SystemNetwork, 'equip' | 'signIn'>
  inMeeting: () => boolean
  onState: (state: UpdatesState) => void
  addNotice: (notice: Notice) => void
  log: (what: string, error: unknown) => void
}

/** Updates of this copy of Parley; see `openUpdates`. */
export function openSystemUpdates({ managed, network, inMeeting, onState, addNotice, log }: SystemUpdatesOptions): UpdatesDesk {
  const resources = process.resourcesPath
  const mode = () => managed.read().general.updates
  return openUpdates({
    find: async () => {
      const kind = packageKind({
        platform: process.platform,
        isPackaged: app.isPackaged,
        isSystemPackage: isSystemPackage(process.execPath),
        appImage: process.env['APPIMAGE'],
        packageType: await readFile(join(resources, 'package-type'), 'utf8').catch(() => ''),
        hasUninstaller: existsSync(join(dirname(process.execPath), `Uninstall ${app.getName()}.exe`)),
      })
      const source = kind === null ? null : await readUpdateSource(resources, app.getAppPath())
      if (kind === null || source === null) return null
      return {
        asksForPassword: kind === 'deb' || kind === 'rpm',
        load: async () => {
          const { openElectronUpdates } = await import('./electron-updates')
          return openElectronUpdates({
            kind,
            source,
            equip: network.equip,
            signIn: network.signIn,
            makeWay: () => app.releaseSingleInstanceLock(),
          })
        },
      }
    },
    mode,
    isForbidden: () => mode() === 'never' && managed.isManaged({ general: { updates: 'never' } }),
    inMeeting,
    onState,
    tell: ({ version, isReady }) => addNotice({ kind: 'update', version, isReady }),
    quit: () => app.quit(),
    relaunch,
    now,
    setTimer,
    random: Math.random,
    log,
  })
}
