import { beforeEach, describe, expect, it } from 'vitest'
import type { Account, Session } from '../../contract/session'
import { accountKeySchema, accountsSchema, noAccounts } from '../../contract/accounts'
import type { SecretStore } from '../secrets/secret-store'
import { oneToken } from '../workspace/workspace'
import { parleyWorkspace } from '../workspace/parley/parley-workspace'
import { openTurnstile } from '../workspace/turnstile'
import { openAccounts, type OpenAccount, type SessionTies } from './accounts'
import { nobodyYet, rememberedAccounts, type RememberedAccount } from './remembered'

const person = (id: string): Account => ({ id, name: id, email: `${id}@example.com`, companyName: 'Example', role: 'member' })
const anna = person('anna')
const bob = person('bob')

interface Handle {
  signIn: (account: Account) => void
  log: string[]
}

let handles: Map<string, Handle>
let saved: { accounts: RememberedAccount[]; current: string }
let cleared: string[]
let forgotten: string[]
let keychainRefuses: boolean
/** What a sign-out waits for, as for a slow workspace. */
let slowSignOut: Promise<void>
let changes: number

/** A session that tests sign in and out by hand. */
function openFake({ key, kind, address }: RememberedAccount, ties: SessionTies): OpenAccount {
  const log: string[] = []
  let known = ties.remembered.get()
  let session: Session = known === null
    ? { state: 'signed-out', problem: null }
    : { state: 'signed-in', account: known, connection: 'online', persistence: 'kept' }
  const enter = (next: Session): void => {
    session = next
    ties.onChange(next)
  }
  handles.set(key, {
    log,
    signIn: (account) => {
      known = account
      ties.remembered.set(account)
      enter({ state: 'signed-in', account, connection: 'online', persistence: 'kept' })
    },
  })
  const note = (what: string) => async () => void log.push(what)
  const secrets: SecretStore = {
    read: async () => ({ outcome: 'none' }),
    write: async () => ({ outcome: 'done' }),
    remove: async () => (keychainRefuses ? { outcome: 'refused', state: 'locked' } : { outcome: 'done' }),
    state: () => 'available',
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
      address: () => null, lastAddress: () => null, fetch, tokens: oneToken('AT'), now: () => 0,
      turnstile: openTurnstile({ now: () => 0, random: () => 0 }),
    }),
    session: {
      otherWays, get: () => session, connect: note('connect'), signIn: note('sign in'), signInAddress: () => null,
      cancelSignIn: () => undefined, accessToken: async () => ({ outcome: 'offline' }), rejectAccessToken: () => undefined,
      noteConnection: () => undefined, recheck: note('recheck'), replaceKeychainEntry: note('replace'), stop: () => void log.push('stop'),
      signOut: async (options) => {
        log.push(options?.keepBrowserSession === true ? 'give tokens back' : 'sign out')
        await slowSignOut
        ties.remembered.set(null)
        if (known !== null) ties.onSignedOut(known)
        enter({ state: 'signed-out', problem: null })
        return 'ended'
      },
    },
  }
}

function open(remembered = { accounts: [nobodyYet], current: nobodyYet.key }) {
  let next = 0
  return openAccounts({
    remembered,
    remember: (accounts, current) => (saved = { accounts, current }),
    open: openFake,
    newKey: () => `k${(next += 1)}`,
    clear: (name) => void cleared.push(name),
    forgetPerson: ({ kind, address }, id) => forgotten.push(`${kind} ${String(address)} ${id}`),
    ways: () => [],
    onChange: () => (changes += 1),
  })
}

beforeEach(() => {
  handles = new Map()
  saved = { accounts: [], current: '' }
  cleared = []
  forgotten = []
  keychainRefuses = false
  slowSignOut = Promise.resolve()
  changes = 0
})

const names = (accounts: ReturnType<typeof open>) => accounts.state().entries.map(({ name }) => name)

/** Anna on this computer, and Bob at his company's workspace, who is shown. */
function two() {
  const accounts = open()
  handles.get('first')?.signIn(anna)
  accounts.add({ kind: 'self-hosted', address: 'https://meet.example.com' })
  handles.get('k1')?.signIn(bob)
  return accounts
}

describe('accounts side by side', () => {
  it('are added, shown, and remembered', () => {
    const accounts = two()
    expect(names(accounts)).toEqual(['anna', 'bob'])
    expect(accounts.state()).toMatchObject({ current: 'k1', kind: 'self-hosted', host: 'meet.example.com' })
    expect(accountsSchema.safeParse(accounts.state()).success).toBe(true)
    accounts.switchTo('first')
    expect(saved).toEqual({
      current: 'first',
      accounts: [
        { ...nobodyYet, account: anna },
        { key: 'k1', kind: 'self-hosted', address: 'https://meet.example.com', account: bob },
      ],
    })
    const again = open(rememberedAccounts({ ...saved, account: null }))
    expect(names(again)).toEqual(['anna', 'bob'])
    expect(again.current().key).toBe('first')
  })

  it('are shown by their place, where somebody is signed in there', () => {
    const accounts = two()
    expect(accounts.showAt({ kind: 'this-computer', address: null })).toBe(true)
    expect(accounts.state().current).toBe('first')
    expect(accounts.showAt({ kind: 'self-hosted', address: 'https://meet.example.org' })).toBe(false)
    expect(accounts.state().current).toBe('first')
    expect(accounts.showAt({ kind: 'self-hosted', address: 'https://meet.example.com' })).toBe(true)
    expect(accounts.state().current).toBe('k1')
  })

  it('are connected when they are shown, once', async () => {
    const accounts = open(rememberedAccounts({ accounts: [{ ...nobodyYet, account: anna }, { ...nobodyYet, key: 'k9', account: bob }], current: 'first', account: null }))
    await accounts.connect()
    accounts.switchTo('k9')
    accounts.switchTo('first')
    accounts.switchTo('k9')
    expect(handles.get('first')?.log).toEqual(['connect'])
    expect(handles.get('k9')?.log).toEqual(['connect'])
  })

  it('leave no trace of a sign-in that was given up', () => {
    const accounts = open()
    handles.get('first')?.signIn(anna)
    accounts.add({ kind: 'teamviewer', address: null })
    expect(accounts.state().current).toBe('k1')
    accounts.switchTo('first')
    expect(saved.accounts.map(({ key }) => key)).toEqual(['first'])
    expect(handles.get('k1')?.log).toContain('stop')
  })

  it('are one when the same person signs in again at the same place', async () => {
    const accounts = open()
    handles.get('first')?.signIn(anna)
    accounts.add({ kind: 'this-computer', address: null })
    handles.get('k1')?.signIn(anna)
    await expect.poll(() => names(accounts)).toEqual(['anna'])
    expect(accounts.current().key).toBe('k1')
    expect(handles.get('first')?.log).toContain('give tokens back')
  })
})

it('of another person in the same place leaves nothing of the one before', () => {
  const accounts = open()
  handles.get('first')?.signIn(anna)
  handles.get('first')?.signIn(bob)
  expect(names(accounts)).toEqual(['bob'])
  expect(cleared).toEqual(['first.anna'])
})

describe('signing out', () => {
  it('shows the next account', async () => {
    const accounts = two()
    await accounts.signOut()
    expect(accounts.state()).toMatchObject({ current: 'first' })
    expect(names(accounts)).toEqual(['anna'])
    expect(cleared).toEqual(['k1.bob'])
    // One's own settings are there again at the next sign-in.
    expect(forgotten).toEqual([])
  })

  it('that takes long leaves alone whichever account was chosen meanwhile', async () => {
    const accounts = two()
    accounts.add({ kind: 'self-hosted', address: 'https://meet.example.org' })
    handles.get('k2')?.signIn(person('carla'))
    let end: () => void = () => undefined
    slowSignOut = new Promise((resolve) => (end = resolve))
    const signedOut = accounts.signOut()
    accounts.switchTo('first')
    end()
    await signedOut
    expect(accounts.state().current).toBe('first')
    expect(names(accounts)).toEqual(['anna', 'bob'])
    expect(handles.get('first')?.log).not.toContain('stop')
    expect(saved).toMatchObject({ current: 'first', accounts: [{ key: 'first' }, { key: 'k1' }] })
  })

  it('of the only one leads to the sign-in screen of the same place', async () => {
    const accounts = open()
    handles.get('first')?.signIn(anna)
    await accounts.signOut()
    expect(accounts.state()).toMatchObject({ current: 'first', kind: 'this-computer', entries: [] })
  })
})

describe('removing', () => {
  it('takes everything away, and shows another account', async () => {
    const accounts = two()
    expect(await accounts.remove('k1')).toEqual({ keychain: 'removed', session: 'ended' })
    expect(handles.get('k1')?.log).toContain('sign out')
    expect(cleared).toContain('k1.bob')
    expect(forgotten).toEqual(['self-hosted https://meet.example.com bob'])
    expect(saved).toEqual({ current: 'first', accounts: [{ ...nobodyYet, account: anna }] })
    expect(await accounts.remove('first')).toEqual({ keychain: 'removed', session: 'ended' })
    expect(names(accounts)).toEqual([])
    expect(accounts.current().kind).toBe('this-computer')
  })

  it('one that is not shown changes nothing of the one that is', async () => {
    const accounts = two()
    await accounts.remove('first')
    expect(accounts.state().current).toBe('k1')
    expect(names(accounts)).toEqual(['bob'])
  })

  it('says when the keychain keeps its entry', async () => {
    const accounts = two()
    keychainRefuses = true
    expect(await accounts.remove('k1')).toEqual({ keychain: 'refused', session: 'ended' })
  })
})

describe('what is remembered', () => {
  it('of a version with a single account is taken over', () => {
    expect(rememberedAccounts({ accounts: [], current: null, account: anna })).toEqual({
      accounts: [{ key: 'first', kind: 'this-computer', address: null, account: anna }],
      current: 'first',
    })
  })

  it('leaves places without anybody out, except the one that is shown', () => {
    const empty = { key: 'k1', kind: 'self-hosted' as const, address: 'https://meet.example.com', account: null }
    const accounts = [{ ...nobodyYet, account: anna }, empty]
    expect(rememberedAccounts({ accounts, current: 'first', account: null }).accounts).toHaveLength(1)
    expect(rememberedAccounts({ accounts, current: 'k1', account: null })).toEqual({ accounts, current: 'k1' })
  })

  it('is nobody on this computer at a first start', () => {
    expect(rememberedAccounts({ accounts: [], current: null, account: null }).accounts).toEqual([nobodyYet])
    expect(accountKeySchema.safeParse(noAccounts.current).success).toBe(true)
  })
})
