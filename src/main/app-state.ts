import { isDeepStrictEqual } from 'node:util'
import { noAccounts } from '../contract/accounts'
import type { AppState, HidingPlace, Notice, WorkspaceStatus } from '../contract/app-state'
import { matchLanguage } from '../contract/languages'
import type { NetworkState } from '../contract/network'
import type { PolicyState } from '../contract/policy'
import { regionalTag } from '../contract/regional'
import type { Session } from '../contract/session'
import type { Settings } from '../contract/settings'
import { noUpdates, type UpdatesState } from '../contract/updates'

/** The one place that holds what main tells the page. */
export interface AppStateHolder {
  get(): AppState
  setSettings(settings: Settings, policy: PolicyState): void
  /** The accounts, with session and keychain of the one that is shown: together, so that no two of them are ever mixed. */
  setAccounts(shown: ShownAccount): void
  setWorkspace(status: WorkspaceStatus): void
  setHidingPlace(place: HidingPlace): void
  setMini(isMini: boolean): void
  setNetwork(network: NetworkState): void
  setUpdates(updates: UpdatesState): void
  addNotice(notice: Notice): void
  dismissNotice(kind: Notice['kind']): void
}

/** The account that is shown, among all. */
export type ShownAccount = Pick<AppState, 'session' | 'keychain' | 'accounts'>

interface HolderOptions {
  settings: Settings
  policy: PolicyState
  /** BCP 47 tags that the operating system prefers, best first. */
  systemLanguages: readonly string[]
  /** BCP 47 tag of how the operating system writes dates and times. */
  systemLocale: string
  /** Whether this start draws with the graphics card. */
  hardwareAcceleration: boolean
  onChange: (state: AppState) => void
}

const signedOut: Session = { state: 'signed-out', problem: null }

/** Makes the holder; `onChange` runs after whatever changed something, with the whole state. */
export function holdAppState({ settings, policy, systemLanguages, systemLocale, hardwareAcceleration, onChange }: HolderOptions): AppStateHolder {
  let state: AppState = {
    settings,
    policy,
    ...shownLanguage(settings, systemLanguages, systemLocale),
    session: signedOut,
    accounts: noAccounts,
    keychain: 'unknown',
    workspace: { state: 'stopped' },
    hidingPlace: 'unknown',
    isMini: false,
    network: { authorities: [], certificatesFor: [], question: null },
    updates: noUpdates,
    hardwareAcceleration,
    notices: [],
  }
  const change = (part: Partial<AppState>): void => {
    const next = { ...state, ...part }
    // One choice makes several parts of main say how they stand: the page hears of it once, and works once.
    if (isDeepStrictEqual(next, state)) return
    state = next
    onChange(state)
  }
  const others = (kind: Notice['kind']): Notice[] => state.notices.filter((notice) => notice.kind !== kind)
  return {
    get: () => state,
    setSettings: (next, rules) => change({ settings: next, policy: rules, ...shownLanguage(next, systemLanguages, systemLocale) }),
    setAccounts: ({ session, keychain, accounts }) => change({ session, keychain, accounts }),
    setWorkspace: (workspace) => change({ workspace }),
    setHidingPlace: (hidingPlace) => change({ hidingPlace }),
    setMini: (isMini) => change({ isMini }),
    setNetwork: (network) => change({ network }),
    setUpdates: (updates) => change({ updates }),
    addNotice: (notice) => change({ notices: [...others(notice.kind), notice] }),
    dismissNotice: (kind) => change({ notices: others(kind) }),
  }
}

function shownLanguage({ language: chosen }: Settings, systemLanguages: readonly string[], systemLocale: string): Pick<AppState, 'language' | 'region'> {
  const language = chosen === 'system' ? matchLanguage(systemLanguages) : chosen
  return { language, region: regionalTag(language, [systemLocale, ...systemLanguages]) }
}
