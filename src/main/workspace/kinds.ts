import type { WorkspaceKind } from '../../contract/accounts'
import type { Settings } from '../../contract/settings'
import type { SecretStore } from '../secrets/secret-store'
import type { OfferedKind } from './kind'
import { selfHosted, thisComputer } from './parley/parley-kinds'
import { teamviewer } from './teamviewer/teamviewer-kind'
import { openTurnstile } from './turnstile'
import type { WatchedWorkspace } from './watch'

interface KindsEffects {
  fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  now: () => number
  /** The settings as they apply. */
  settings: () => Settings
  /** The workspace on this computer. */
  embedded: Pick<WatchedWorkspace, 'address' | 'lastAddress' | 'whenReady' | 'whenUp'>
  /** An entry of the keychain, beside those of accounts. */
  keychain: (kind: WorkspaceKind, entry: string) => SecretStore
}

/** Every kind of workspace, in the order in which they are offered. A new one is a folder beside this file, and a line in here. */
export interface Kinds {
  all: Readonly<Record<WorkspaceKind, OfferedKind>>
  /** Puts the secret of the company's registration at the vendor into the keychain; false when the keychain refuses. */
  keepClientSecret: (secret: string) => Promise<boolean>
}

/** Puts the kinds together. Nothing is asked of keychain or network yet. */
export function openKinds({ settings, keychain, embedded, fetch, now }: KindsEffects): Kinds {
  // One for each account: what a workspace asks of one is not what it asks of another.
  const shared = { fetch, now, embedded, openTurnstile: () => openTurnstile({ now, random: Math.random }) }
  const vendor = teamviewer({ ...shared, registration: () => settings().teamviewer, secrets: keychain('teamviewer', 'client') })
  return {
    all: { 'this-computer': thisComputer(shared), 'self-hosted': selfHosted(shared), teamviewer: vendor },
    keepClientSecret: vendor.keepSecret,
  }
}
