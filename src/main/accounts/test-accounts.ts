import type { Account, KeychainState, Session } from '../../contract/session'
import type { SecretStore } from '../secrets/secret-store'
import { parleyWorkspace } from '../workspace/parley/parley-workspace'
import { openTurnstile } from '../workspace/turnstile'
import { oneToken } from '../workspace/workspace'
import { openAccounts, type Accounts, type OpenAccount, type SessionTies } from './accounts'
import { nobodyYet, type RememberedAccount } from './remembered'

export const person = (id: string): Account => ({ id, name: id, email: `${id}@example.com`, companyName: 'Example', role: 'member' })
export const anna = person('anna')
export const bob = person('bob')

interface Handle {
  signIn: (account: Account) => void
  log: string[]
}

/** Accounts whose sessions tests sign in and out by hand, and what came of that. */
export interface AccountsWorld {
  handles: Map<string, Handle>
  saved: { accounts: RememberedAccount[]; current: string }
  cleared: string[]
  forgotten: string[]
  failures: unknown[]
  keychainRefuses: boolean
  keychain: KeychainState
  diskRefuses: boolean
  /** What the disk waits for. */
  slowDisk: Promise<void> | null
  /** What a sign-out waits for, as for a slow workspace. */
  slowSignOut: Promise<void>
  changes: number
  open(remembered?: { accounts: RememberedAccount[]; current: string }): Accounts
  /** Anna on this computer, and Bob at his company's workspace, who is shown. */
  two(): Accounts
}

/** Makes one in which nobody is signed in. */
export function makeAccountsWorld(): AccountsWorld {
  const world: AccountsWorld = {
    handles: new Map(),
    saved: { accounts: [], current: '' },
    cleared: [],
    forgotten: [],
    failures: [],
    keychainRefuses: false,
    keychain: 'available',
    diskRefuses: false,
    slowDisk: null,
    slowSignOut: Promise.resolve(),
    changes: 0,
    open: (remembered = { accounts: [nobodyYet], current: nobodyYet.key }) => {
      let next = 0
      return openAccounts({
        remembered,
        remember: (accounts, current) => {
          if (world.diskRefuses) return false
          world.saved = { accounts, current }
          return true
        },
        open: (account, ties) => openFake(world, account, ties),
        newKey: () => `k${(next += 1)}`,
        clear: (name) => {
          if (world.diskRefuses) return Promise.reject(new Error('disk'))
          const take = () => void world.cleared.push(name)
          return world.slowDisk === null ? Promise.resolve(take()) : world.slowDisk.then(take)
        },
        onClearFailed: (error) => world.failures.push(error),
        forgetPerson: ({ kind, address }, id) => {
          if (world.diskRefuses) throw new Error('disk')
          world.forgotten.push(`${kind} ${String(address)} ${id}`)
        },
        ways: () => [],
        onChange: () => (world.changes += 1),
      })
    },
    two: () => {
      const accounts = world.open()
      world.handles.get('first')?.signIn(anna)
      accounts.add({ kind: 'self-hosted', address: 'https://meet.example.com' })
      world.handles.get('k1')?.signIn(bob)
      return accounts
    },
  }
  return world
}

/** A session that tests sign in and out by hand. */
function openFake(world: AccountsWorld, { key, kind, address }: RememberedAccount, ties: SessionTies): OpenAccount {
  const log: string[] = []
  let known = ties.remembered.get()
  let session: Session = known === null
    ? { state: 'signed-out', problem: null }
    : { state: 'signed-in', account: known, connection: 'online', persistence: 'kept' }
  const enter = (next: Session): void => {
    session = next
    ties.onChange(next)
  }
  world.handles.set(key, {
    log,
    signIn: (account) => {
      known = account
      ties.remembered.set(account)
      enter({ state: 'signed-in', account, connection: 'online', persistence: 'kept' })
    },
  })
  const remember = (account: Account | null): void => {
    try {
      ties.remembered.set(account)
    } catch {
      // As `KeptSession.note` does.
    }
  }
  const note = (what: string) => () => {
    log.push(what)
    return Promise.resolve()
  }
  const secrets: SecretStore = {
    read: () => Promise.resolve({ outcome: 'none' }),
    write: () => Promise.resolve({ outcome: 'done' }),
    remove: () => Promise.resolve(world.keychainRefuses ? { outcome: 'refused', state: 'locked' } : { outcome: 'done' }),
    state: () => world.keychain,
    onState: () => () => undefined,
    isStuck: () => false,
    unlock: note('unlock'),
  }
  const otherWays: OpenAccount['session']['otherWays'] = {
    useCode: () => undefined, openCodePage: () => undefined, codePage: () => null, openAnswerPage: () => undefined,
    pasteAnswer: () => 'too-late',
  }
  return {
    key, kind, address, host: address === null ? null : new URL(address).host, secrets,
    workspace: parleyWorkspace({
      isReachable: true,
      address: () => null, lastAddress: () => null, fetch, tokens: oneToken('AT'), now: () => 0,
      turnstile: openTurnstile({ now: () => 0, random: () => 0 }),
    }),
    session: {
      otherWays, get: () => session, connect: note('connect'), signIn: note('sign in'), signInAddress: () => null,
      cancelSignIn: () => undefined, accessToken: () => Promise.resolve({ outcome: 'offline' }), rejectAccessToken: () => undefined,
      noteConnection: () => undefined, recheck: note('recheck'), replaceKeychainEntry: note('replace'), stop: () => void log.push('stop'),
      signOut: async (options) => {
        log.push(options?.keepBrowserSession === true ? 'give tokens back' : 'sign out')
        await world.slowSignOut
        remember(null)
        if (known !== null) ties.onSignedOut(known)
        enter({ state: 'signed-out', problem: null })
        return 'ended'
      },
    },
  }
}
