import type { AccountsState, SignInWay } from '../../contract/accounts'
import type { Account, Session } from '../../contract/session'
import type { SignOutEnding } from '../account/sign-out'
import type { SessionKeeper } from '../account/session-keeper'
import { accountOf } from '../account/session-machine'
import type { SecretStore } from '../secrets/secret-store'
import type { Workspace } from '../workspace/workspace'
import { stateOf } from './accounts-state'
import { keptName, nobodyYet, type RememberedAccount } from './remembered'
import { watchPeople } from './watch-people'

/** What came of removing an account: the keychain may be locked or changed, and then its entry there stays. */
interface AccountRemoval {
  keychain: 'removed' | 'refused'
  session: SignOutEnding
}

/** Where a new account is to be signed in; see `RememberedAccount`. */
type Place = Pick<RememberedAccount, 'kind' | 'address'>

/** One account as main works with it. */
export interface OpenAccount extends Place {
  key: string
  /** Host of its workspace, or null for the one on this computer. */
  host: string | null
  session: SessionKeeper
  workspace: Workspace
  secrets: SecretStore
}

/** What an account's session keeps between runs, and tells. */
export interface SessionTies {
  remembered: { get(): Account | null; set(account: Account | null): void }
  isShown: () => boolean
  onChange: (session: Session) => void
  onSignedOut: (account: Account) => void
}

export interface AccountsEffects {
  /** What is remembered from the last run; see `rememberedAccounts`. */
  remembered: { accounts: RememberedAccount[]; current: string }
  /** @returns False where the disk refuses: then it holds until Parley ends. */
  remember: (accounts: RememberedAccount[], current: string) => boolean
  open: (account: RememberedAccount, ties: SessionTies) => OpenAccount
  /** A key that no account has. */
  newKey: () => string
  /** Takes away whatever is kept under a name outside the keychain: figures, cache; see `keptName`. */
  clear: (name: string) => Promise<void>
  /** Nobody waited for what could not be taken away. */
  onClearFailed: (error: unknown) => void
  /** Takes away what goes with a person even beyond a sign-out: their own settings. */
  forgetPerson: (account: Place, accountId: string) => void
  /** Where one can sign in. */
  ways: () => SignInWay[]
  /** Anything changed: the accounts, or the session that is shown. */
  onChange: () => void
}

/** The accounts that are signed in side by side; one of them is shown. */
export interface Accounts {
  current(): OpenAccount
  state(): AccountsState
  /** Those with somebody signed in, the one that is shown first. */
  signedIn(): OpenAccount[]
  /** Connects the one that is shown; the others follow when they are, or something is wanted of them. */
  connect(): Promise<void>
  /** Connects another one. @returns False where there is none, or the keychain is not at hand: that is told of for the one that is shown. */
  connectBeside(key: string): Promise<boolean>
  /** Shows another account; nothing happens for a key that is none. */
  switchTo(key: string): void
  /** Shows the account that is signed in at a place; false where there is none. */
  showAt(place: Place): boolean
  /** Shows the sign-in screen, for one more account at a place. */
  add(place: Place): void
  /** Signs the shown account out, and shows the next one where there is one. */
  signOut(): Promise<SignOutEnding>
  /** Revokes an account's tokens and takes everything of it away. */
  remove(key: string): Promise<AccountRemoval>
  recheck(): Promise<void>
  /** Ends all sessions' work; resolves once whatever is being taken away is gone. */
  stop(): Promise<void>
  /** True while any keychain call hangs; see `SecretStore`. */
  isStuck(): boolean
}

/** Opens the remembered accounts. Nothing is asked of keychain or network yet. */
export function openAccounts(effects: AccountsEffects): Accounts {
  let known = effects.remembered.accounts
  let shown = effects.remembered.current
  const opened = new Map<string, OpenAccount>()
  const connected = new Set<string>()
  const people = watchPeople(effects)

  const save = (): boolean => effects.remember(known, shown)

  const change = (): void => {
    save()
    effects.onChange()
  }

  const open = (entry: RememberedAccount): OpenAccount => {
    const { key } = entry
    const account = effects.open(entry, {
      remembered: {
        get: () => known.find((one) => one.key === key)?.account ?? null,
        set: (person) => {
          known = known.map((one) => (one.key === key ? { ...one, account: person } : one))
          if (!save()) throw new Error('The disk refuses')
        },
      },
      isShown: () => key === shown,
      onChange: (session) => {
        people.notice(key, accountOf(session))
        if (session.state === 'signed-in') dropTwins(key, session.account)
        effects.onChange()
      },
      onSignedOut: ({ id }) => people.clear(keptName(key, id)),
    })
    opened.set(key, account)
    people.notice(key, accountOf(account.session.get()))
    return account
  }

  const forget = (key: string): void => {
    opened.get(key)?.session.stop()
    opened.delete(key)
    people.forget(key)
    known = known.filter((one) => one.key !== key)
  }

  /** The same account signed in twice is one account: the older entry makes room. */
  const dropTwins = (key: string, { id }: Account): void => {
    const mine = opened.get(key)
    for (const other of opened.values()) {
      const isTwin = other.key !== key && other.kind === mine?.kind && other.address === mine.address
      if (!isTwin || accountOf(other.session.get())?.id !== id) continue
      // Its browser session is the new one's too: only its own tokens go.
      void other.session.signOut({ keepBrowserSession: true }).finally(() => {
        forget(other.key)
        if (other.key === shown) show(key)
        else change()
      })
    }
  }

  const current = (): OpenAccount => opened.get(shown) ?? open({ ...nobodyYet, key: shown })

  const hasPerson = ({ session }: OpenAccount): boolean => accountOf(session.get()) !== null

  /** A place where nobody signed in is not kept once another account is shown. */
  const leave = (): void => {
    const left = current()
    if (!hasPerson(left)) forget(left.key)
  }

  const show = (key: string): void => {
    shown = key
    change()
    // What was in the way while nobody saw it may be gone.
    if (connected.has(key)) void current().session.recheck()
    else void connect()
  }

  const begin = async ({ key, session }: OpenAccount): Promise<void> => {
    if (connected.has(key)) return
    connected.add(key)
    await session.connect()
  }

  const connect = (): Promise<void> => begin(current())

  /** After a sign-out. Another account may have been chosen while it was under way: that one stays, and is shown. */
  const letGo = (key: string): void => {
    const next = [...opened.values()].find((one) => one.key !== key && hasPerson(one))
    // The last place stays, for the sign-in screen.
    if (next === undefined) return change()
    forget(key)
    if (key === shown) show(next.key)
    else change()
  }

  const add = ({ kind, address }: Place): void => {
    leave()
    const entry = { key: effects.newKey(), kind, address, account: null }
    known = [...known, entry]
    open(entry)
    show(entry.key)
  }

  const switchTo = (key: string): void => {
    if (key === shown || !opened.has(key)) return
    leave()
    show(key)
  }

  for (const entry of known) open(entry)

  return {
    current,
    signedIn: () => [current(), ...[...opened.values()].filter(({ key }) => key !== shown)].filter(hasPerson),
    state: () => stateOf(current(), [...opened.values()], effects.ways()),
    connect,
    connectBeside: async (key) => {
      const account = opened.get(key)
      // Where the keychain is locked, its session would be found to have ended.
      if (account === undefined || (!connected.has(key) && current().secrets.state() !== 'available')) return false
      await begin(account)
      return true
    },
    switchTo,
    showAt: ({ kind, address }) => {
      const there = [...opened.values()].filter((one) => one.kind === kind && one.address === address && hasPerson(one))
      // Of several, the one that is shown already stays.
      const account = there.find(({ key }) => key === shown) ?? there[0]
      if (account !== undefined) switchTo(account.key)
      return account !== undefined
    },
    add,
    signOut: async () => {
      const { key, session } = current()
      const ending = await session.signOut()
      letGo(key)
      return ending
    },
    remove: async (key) => {
      const account = opened.get(key)
      if (account === undefined) return { keychain: 'removed', session: 'ended' }
      const person = people.of(key)
      const ending = await account.session.signOut()
      const cleared = await account.secrets.remove()
      if (person !== undefined) {
        // What the disk keeps is told elsewhere; the account goes all the same.
        await effects.clear(keptName(key, person)).catch(effects.onClearFailed)
        try {
          effects.forgetPerson(account, person)
        } catch (error) {
          effects.onClearFailed(error)
        }
      }
      forget(key)
      if (key === shown) {
        const next = [...opened.values()].find(hasPerson)
        if (next === undefined) add(nobodyYet)
        else show(next.key)
      } else change()
      return { keychain: cleared.outcome === 'done' ? 'removed' : 'refused', session: ending }
    },
    recheck: () => current().session.recheck(),
    stop: async () => {
      for (const { session } of opened.values()) session.stop()
      await people.cleared()
    },
    isStuck: () => [...opened.values()].some(({ secrets }) => secrets.isStuck()),
  }
}
