import { z } from 'zod'
import { setTimer } from '../clock'
import { connectSessionBus } from '../dbus/session-bus'
import type { SystemName } from './classify'
import { profileKey } from './profile-key'
import { hasSessionBus, runCommand } from './run-command'
import { openSecretStore, type Keytar, type SecretStore } from './secret-store'
import { probeSecretService } from './secret-service'
import { unlockSecretService } from './unlock-secret-service'

const keytarSchema = z.object({
  getPassword: z.custom<Keytar['getPassword']>((value) => typeof value === 'function'),
  setPassword: z.custom<Keytar['setPassword']>((value) => typeof value === 'function'),
  deletePassword: z.custom<Keytar['deletePassword']>((value) => typeof value === 'function'),
})

/** Loads keytar's native module; throws where the system lacks its library (libsecret). */
async function loadKeytar(): Promise<Keytar> {
  const loaded = z.looseObject({ default: z.unknown() }).parse(await import('keytar'))
  return keytarSchema.parse(loaded.default)
}

function systemName(platform: NodeJS.Platform): SystemName {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux'
}

/**
 * Opens the real keychain of the system: Secret Service, macOS Keychain or Windows' Credential Manager. Loads nothing
 * before its first call, which belongs after the first paint.
 *
 * @param options.workspaceKind Where the account lives, part of the entry's name.
 * @param options.account The account's key, or what else the entry is for; null for the one of versions with a single
 * account.
 * @param options.userDataFolder The profile's folder, hashed into the entry's name.
 */
export function openSystemKeychain(options: {
  workspaceKind: string
  account: string | null
  userDataFolder: string
}): SecretStore {
  const system = systemName(process.platform)
  return openSecretStore({
    loadKeytar,
    probe:
      system === 'linux'
        ? probeSecretService({ run: runCommand, hasBus: () => hasSessionBus(process.env) })
        : () => Promise.resolve('unknown'),
    unlock: system === 'linux' ? () => unlockSecretService(connectSessionBus) : () => Promise.resolve(),
    system,
    service: 'Parley',
    profile: profileKey(options.workspaceKind, options.userDataFolder, options.account),
    limit: 3_000,
    setTimer,
  })
}
