import { randomBytes } from 'node:crypto'
import type { SignInStart, SignInTarget, SignInWay, WorkspaceKind } from '../../contract/accounts'
import type { Settings } from '../../contract/settings'
import { openSession } from '../account/session'
import type { SessionEffects } from '../account/session-keeper'
import type { ShownAccount } from '../app-state'
import { openSystemKeychain } from '../secrets/system-keychain'
import type { MemoryFile } from '../settings/memory'
import type { WorkspaceAccess } from '../workspace/kind'
import { findWorkspace } from '../workspace/parley/find-workspace'
import { parleyAccess } from '../workspace/parley/parley-access'
import { readAccountWith } from '../workspace/read-account'
import { teamviewerHosts } from '../workspace/teamviewer/hosts'
import { teamviewerAccess } from '../workspace/teamviewer/teamviewer-access'
import { openTurnstile } from '../workspace/turnstile'
import type { WatchedWorkspace } from '../workspace/watch'
import { openAccounts, type Accounts } from './accounts'
import { keepClientSecret } from './client-secret'
import { firstKey, rememberedAccounts } from './remembered'

/** How long a sign-in or a refresh waits for the workspace on this computer to come up, in milliseconds. */
const workspacePatience = 20_000

type Shared = Pick<
  SessionEffects,
  'openBrowser' | 'bringToFront' | 'language' | 'computerName' | 'now' | 'random' | 'chance' | 'setTimer'
>

export interface SystemAccountsOptions extends Shared {
  /** Absolute path of the profile's folder. */
  folder: string
  memory: MemoryFile
  /** The settings as they apply. */
  settings: () => Settings
  /** The workspace on this computer. */
  embedded: Pick<WatchedWorkspace, 'address' | 'lastAddress' | 'whenReady' | 'whenUp'>
  fetch: typeof globalThis.fetch
  /** Any of it changed. */
  onChange: (shown: ShownAccount) => void
  /** Takes what is cached under a name away; see `keptName`. */
  clear: (name: string) => void | Promise<void>
}

/** The accounts with the ways to sign in. */
export interface SystemAccounts extends Accounts {
  /** What the page is told. */
  shown(): ShownAccount
  /** Signs in where the person wants to. */
  signIn(target: SignInTarget): Promise<SignInStart>
  /** Puts the vendor's client secret into the keychain; false when the keychain refuses. */
  keepClientSecret(secret: string): Promise<boolean>
}

/** Opens the remembered accounts, each with its own session, keychain entry and way to its workspace. */
export function openSystemAccounts(options: SystemAccountsOptions): SystemAccounts {
  const { memory, folder, fetch, now, embedded } = options
  const keychain = (workspaceKind: WorkspaceKind, account: string | null) =>
    openSystemKeychain({ workspaceKind, account, userDataFolder: folder })
  const clientSecret = keepClientSecret(keychain('teamviewer', 'client'))

  const accessTo = (kind: WorkspaceKind, address: string | null): WorkspaceAccess => {
    const shared = { fetch, now, turnstile: openTurnstile({ now, random: Math.random }) }
    if (kind === 'teamviewer') {
      return teamviewerAccess({
        ...shared,
        hosts: teamviewerHosts,
        client: async () => {
          const clientId = options.settings().teamviewer.clientId
          return { clientId, clientSecret: await clientSecret.read(clientId) }
        },
        redirectPort: () => options.settings().teamviewer.redirectPort,
      })
    }
    if (address === null) {
      const whenReady = () => embedded.whenReady(workspacePatience)
      return parleyAccess({ ...shared, ...embedded, host: null, whenReady })
    }
    const fixed = () => address
    return parleyAccess({
      ...shared,
      host: new URL(address).host,
      address: fixed,
      lastAddress: fixed,
      whenReady: () => Promise.resolve(address),
    })
  }

  const ways = (): SignInWay[] => [
    { kind: 'this-computer', needs: 'nothing' },
    { kind: 'self-hosted', needs: 'address' },
    { kind: 'teamviewer', needs: options.settings().teamviewer.clientId === '' ? 'client-id' : 'nothing' },
  ]

  const accounts = openAccounts({
    remembered: rememberedAccounts(memory.read()),
    remember: (known, current) => memory.change({ accounts: known, current, account: null }),
    newKey: () => randomBytes(8).toString('hex'),
    open: ({ key, kind, address }, ties) => {
      const access = accessTo(kind, address)
      const secrets = keychain(kind, key === firstKey ? null : key)
      secrets.onState((state) => {
        if (accounts.current().key === key) options.onChange({ ...shown(), keychain: state })
      })
      const session = openSession({
        ...options,
        ...ties,
        workspaceAddress: access.address,
        discover: access.discover,
        readAccount: readAccountWith(access.open),
        redirectPort: access.redirectPort,
        secrets,
      })
      return { key, kind, address, host: access.host, session, secrets, workspace: access.open(session) }
    },
    clear: async (name) => {
      const figures = Object.entries(memory.read().figures).filter(([of]) => of !== name)
      memory.change({ figures: Object.fromEntries(figures) })
      await options.clear(name)
    },
    ways,
    onChange: () => options.onChange(shown()),
  })

  const shown = (): ShownAccount => {
    const { session, secrets } = accounts.current()
    return { session: session.get(), keychain: secrets.state(), accounts: accounts.state() }
  }

  /** Makes the shown account one at this place, unless it is. */
  const goTo = (kind: WorkspaceKind, address: string | null): void => {
    const current = accounts.current()
    if (current.kind !== kind || current.address !== address) accounts.add({ kind, address })
  }

  const signIn = async ({ kind, typed }: SignInTarget): Promise<SignInStart> => {
    switch (ways().find((way) => way.kind === kind)?.needs) {
      case 'client-id':
        return 'no-client-id'
      case 'address': {
        const found = await findWorkspace(typed ?? '', fetch)
        if (found.outcome !== 'found') return found.outcome
        goTo(kind, found.address)
        break
      }
      default:
        goTo(kind, null)
    }
    await accounts.current().session.signIn()
    return 'started'
  }

  return {
    ...accounts,
    shown,
    signIn,
    keepClientSecret: (secret) => clientSecret.keep(options.settings().teamviewer.clientId, secret),
  }
}
