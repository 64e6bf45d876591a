import { randomBytes } from 'node:crypto'
import { workspaceKindSchema, type SignInStart, type SignInTarget, type SignInWay, type WorkspaceKind } from '../../contract/accounts'
import type { Settings } from '../../contract/settings'
import { openSession } from '../account/session'
import type { SessionEffects } from '../account/session-keeper'
import { accountOf } from '../account/session-machine'
import type { ShownAccount } from '../app-state'
import type { Log } from '../log/log'
import { openSystemKeychain } from '../secrets/system-keychain'
import { settingsName } from '../settings/chosen'
import type { MemoryFile } from '../settings/memory'
import { openKinds } from '../workspace/kinds'
import { readAccountWith } from '../workspace/read-account'
import type { WatchedWorkspace } from '../workspace/watch'
import { openAccounts, type Accounts, type AccountsEffects } from './accounts'
import { rememberAnswered } from './answered-lists'
import { firstKey, keptName, rememberedAccounts } from './remembered'

/** What came of the wish to show a workspace: why there is none, or that it is on the screen. */
export type ShowOutcome = Exclude<SignInStart, 'started' | 'no-client-id'> | 'shown'

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
  log: Pick<Log, 'note' | 'error'>
  /** Takes what is cached under a name away; see `keptName`. */
  clear: (name: string) => void | Promise<void>
  /** Takes a person's own settings away; see `AccountsEffects`. */
  forgetPerson: AccountsEffects['forgetPerson']
}

/** The accounts with the ways to sign in. */
export interface SystemAccounts extends Accounts {
  /** What the page is told. */
  shown(): ShownAccount
  /** Name of the shown account's own settings (see `settingsName`), or null while nobody is signed in. */
  settingsName(): string | null
  /** Signs in where the person wants to. Of several wishes, the last one counts; `started` stands for one that another has overtaken, too. */
  signIn(target: SignInTarget): Promise<SignInStart>
  /** Ends the wish to sign in, also while its place is still looked for. */
  cancelSignIn(): void
  /** Shows a company's workspace: the account that is there already, or the way to sign in. Nothing is opened in the browser. */
  show(typed: string): Promise<ShowOutcome>
  /** Puts the vendor's client secret into the keychain; false when the keychain refuses. */
  keepClientSecret(secret: string): Promise<boolean>
}

/** Opens the remembered accounts, each with its own session, keychain entry and way to its workspace. */
export function openSystemAccounts(options: SystemAccountsOptions): SystemAccounts {
  const { memory, folder } = options
  const keychain = (workspaceKind: WorkspaceKind, account: string | null) =>
    openSystemKeychain({ workspaceKind, account, userDataFolder: folder })
  const kinds = openKinds({ ...options, keychain })

  const ways = (): SignInWay[] =>
    workspaceKindSchema.options.map((kind) => ({ kind, needs: kinds.all[kind].needs() }))

  const accounts = openAccounts({
    remembered: rememberedAccounts(memory.read()),
    remember: (known, current) => {
      memory.change({ accounts: known, current, account: null })
      return memory.isWritten()
    },
    newKey: () => randomBytes(8).toString('hex'),
    open: ({ key, kind, address }, ties) => {
      const access = kinds.all[kind].access(address)
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
      const name = (): string | null => {
        const person = accountOf(session.get())
        return person === null ? null : keptName(key, person.id)
      }
      const history = rememberAnswered({ memory, name, note: options.log.note })
      return { key, kind, address, host: access.host, session, secrets, workspace: access.open(session, history) }
    },
    clear: async (name) => {
      const { figures, answeredLists } = memory.read()
      memory.change({
        figures: Object.fromEntries(Object.entries(figures).filter(([of]) => of !== name)),
        answeredLists: answeredLists.filter((of) => of !== name),
      })
      await options.clear(name)
    },
    onClearFailed: (error) => options.log.error('accounts', error),
    forgetPerson: options.forgetPerson,
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

  let wishes = 0

  /** Notes a wish to sign in; gives what tells whether something else has begun since. */
  const wish = (): (() => boolean) => {
    const mine = (wishes += 1)
    const before = accounts.current()
    const isSigningIn = (): boolean => before.session.get().state === 'signing-in'
    const wasSigningIn = isSigningIn()
    return () => mine !== wishes || accounts.current() !== before || (isSigningIn() && !wasSigningIn)
  }

  const signIn = async ({ kind, typed }: SignInTarget): Promise<SignInStart> => {
    const { needs, find } = kinds.all[kind]
    if (needs() === 'client-id') return 'no-client-id'
    const isOvertaken = wish()
    const found = find === null ? null : await find(typed ?? '')
    if (isOvertaken()) return 'started'
    if (found !== null && found.outcome !== 'found') return found.outcome
    goTo(kind, found?.address ?? null)
    await accounts.current().session.signIn()
    return 'started'
  }

  const show = async (typed: string): Promise<ShowOutcome> => {
    // An account that is there already is shown without a network, too.
    const known = accounts.state().entries.find(({ host }) => host !== null && typed.trim().replace(/\/$/, '') === `https://${host}`)
    if (known !== undefined) {
      accounts.switchTo(known.key)
      return 'shown'
    }
    let outcome: ShowOutcome = 'no-workspace'
    for (const kind of workspaceKindSchema.options) {
      const found = await kinds.all[kind].find?.(typed)
      if (found === undefined) continue
      if (found.outcome === 'found') {
        if (!accounts.showAt({ kind, address: found.address })) goTo(kind, found.address)
        return 'shown'
      }
      outcome = found.outcome
    }
    return outcome
  }

  return {
    ...accounts,
    shown,
    settingsName: () => {
      const current = accounts.current()
      const person = accountOf(current.session.get())
      return person === null ? null : settingsName(current, person.id)
    },
    signIn,
    cancelSignIn: () => {
      wishes += 1
      accounts.current().session.cancelSignIn()
    },
    show,
    keepClientSecret: kinds.keepClientSecret,
  }
}
