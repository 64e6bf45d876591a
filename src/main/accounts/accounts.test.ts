import { beforeEach, describe, expect, it } from 'vitest'
import { accountKeySchema, accountsSchema, noAccounts } from '../../contract/accounts'
import type { Accounts } from './accounts'
import { nobodyYet, rememberedAccounts } from './remembered'
import { anna, bob, makeAccountsWorld, person, type AccountsWorld } from './test-accounts'

let world: AccountsWorld
beforeEach(() => {
  world = makeAccountsWorld()
})

const names = (accounts: Accounts) => accounts.state().entries.map(({ name }) => name)

describe('accounts side by side', () => {
  it('are added, shown, and remembered', () => {
    const accounts = world.two()
    expect(names(accounts)).toEqual(['anna', 'bob'])
    expect(accounts.state()).toMatchObject({ current: 'k1', kind: 'self-hosted', host: 'meet.example.com' })
    expect(accountsSchema.safeParse(accounts.state()).success).toBe(true)
    accounts.switchTo('first')
    expect(world.saved).toEqual({
      current: 'first',
      accounts: [
        { ...nobodyYet, account: anna },
        { key: 'k1', kind: 'self-hosted', address: 'https://meet.example.com', account: bob },
      ],
    })
    const again = world.open(rememberedAccounts({ ...world.saved, account: null }))
    expect(names(again)).toEqual(['anna', 'bob'])
    expect(again.current().key).toBe('first')
  })

  it('are shown by their place, where somebody is signed in there', () => {
    const accounts = world.two()
    expect(accounts.showAt({ kind: 'this-computer', address: null })).toBe(true)
    expect(accounts.state().current).toBe('first')
    expect(accounts.showAt({ kind: 'self-hosted', address: 'https://meet.example.org' })).toBe(false)
    expect(accounts.state().current).toBe('first')
    expect(accounts.showAt({ kind: 'self-hosted', address: 'https://meet.example.com' })).toBe(true)
    expect(accounts.state().current).toBe('k1')
  })

  it('are connected when they are shown, once, and looked at again each time after', async () => {
    const accounts = world.open(rememberedAccounts({ accounts: [{ ...nobodyYet, account: anna }, { ...nobodyYet, key: 'k9', account: bob }], current: 'first', account: null }))
    await accounts.connect()
    accounts.switchTo('k9')
    accounts.switchTo('first')
    accounts.switchTo('k9')
    expect(world.handles.get('first')?.log).toEqual(['connect', 'recheck'])
    expect(world.handles.get('k9')?.log).toEqual(['connect', 'recheck'])
  })

  it('are connected beside the one that is shown where the keychain is at hand, once', async () => {
    const accounts = world.open(rememberedAccounts({ accounts: [{ ...nobodyYet, account: anna }, { ...nobodyYet, key: 'k9', account: bob }], current: 'first', account: null }))
    world.keychain = 'locked'
    expect(await accounts.connectBeside('k9')).toBe(false)
    expect(world.handles.get('k9')?.log).toEqual([])
    world.keychain = 'available'
    expect([await accounts.connectBeside('k9'), await accounts.connectBeside('k9'), await accounts.connectBeside('none')]).toEqual([true, true, false])
    accounts.switchTo('k9')
    expect(world.handles.get('k9')?.log).toEqual(['connect', 'recheck'])
  })

  it('leave no trace of a sign-in that was given up', () => {
    const accounts = world.open()
    world.handles.get('first')?.signIn(anna)
    accounts.add({ kind: 'teamviewer', address: null })
    expect(accounts.state().current).toBe('k1')
    accounts.switchTo('first')
    expect(world.saved.accounts.map(({ key }) => key)).toEqual(['first'])
    expect(world.handles.get('k1')?.log).toContain('stop')
  })

  it('are one when the same person signs in again at the same place', async () => {
    const accounts = world.open()
    world.handles.get('first')?.signIn(anna)
    accounts.add({ kind: 'this-computer', address: null })
    world.handles.get('k1')?.signIn(anna)
    await expect.poll(() => names(accounts)).toEqual(['anna'])
    expect(accounts.current().key).toBe('k1')
    expect(world.handles.get('first')?.log).toContain('give tokens back')
  })
})

it('of another person in the same place leaves nothing of the one before', () => {
  const accounts = world.open()
  world.handles.get('first')?.signIn(anna)
  world.handles.get('first')?.signIn(bob)
  expect(names(accounts)).toEqual(['bob'])
  expect(world.cleared).toEqual(['first.anna'])
})

describe('signing out', () => {
  it('shows the next account', async () => {
    const accounts = world.two()
    await accounts.signOut()
    expect(accounts.state()).toMatchObject({ current: 'first' })
    expect(names(accounts)).toEqual(['anna'])
    expect(world.cleared).toEqual(['k1.bob'])
    // One's own settings are there again at the next sign-in.
    expect(world.forgotten).toEqual([])
  })

  it('that takes long leaves alone whichever account was chosen meanwhile', async () => {
    const accounts = world.two()
    accounts.add({ kind: 'self-hosted', address: 'https://meet.example.org' })
    world.handles.get('k2')?.signIn(person('carla'))
    let end: () => void = () => undefined
    world.slowSignOut = new Promise((resolve) => (end = resolve))
    const signedOut = accounts.signOut()
    accounts.switchTo('first')
    end()
    await signedOut
    expect(accounts.state().current).toBe('first')
    expect(names(accounts)).toEqual(['anna', 'bob'])
    expect(world.handles.get('first')?.log).not.toContain('stop')
    expect(world.saved).toMatchObject({ current: 'first', accounts: [{ key: 'first' }, { key: 'k1' }] })
  })

  it('takes what is kept away before Parley ends, or says that it could not', async () => {
    const accounts = world.two()
    let spin: () => void = () => undefined
    world.slowDisk = new Promise((resolve) => (spin = resolve))
    await accounts.signOut()
    let hasEnded = false
    const ended = accounts.stop().then(() => (hasEnded = true))
    await Promise.resolve()
    expect([hasEnded, world.cleared]).toEqual([false, []])
    spin()
    await ended
    expect(world.cleared).toEqual(['k1.bob'])

    world.diskRefuses = true
    await accounts.signOut()
    await accounts.stop()
    expect(world.failures).toHaveLength(1)
  })

  it('of the only one leads to the sign-in screen of the same place', async () => {
    const accounts = world.open()
    world.handles.get('first')?.signIn(anna)
    await accounts.signOut()
    expect(accounts.state()).toMatchObject({ current: 'first', kind: 'this-computer', entries: [] })
  })
})

describe('removing', () => {
  it('takes everything away, and shows another account', async () => {
    const accounts = world.two()
    expect(await accounts.remove('k1')).toEqual({ keychain: 'removed', session: 'ended' })
    expect(world.handles.get('k1')?.log).toContain('sign out')
    expect(world.cleared).toContain('k1.bob')
    expect(world.forgotten).toEqual(['self-hosted https://meet.example.com bob'])
    expect(world.saved).toEqual({ current: 'first', accounts: [{ ...nobodyYet, account: anna }] })
    expect(await accounts.remove('first')).toEqual({ keychain: 'removed', session: 'ended' })
    expect(names(accounts)).toEqual([])
    expect(accounts.current().kind).toBe('this-computer')
  })

  it('one that is not shown world.changes nothing of the one that is', async () => {
    const accounts = world.two()
    await accounts.remove('first')
    expect(accounts.state().current).toBe('k1')
    expect(names(accounts)).toEqual(['bob'])
  })

  it('ends with the account gone, also where the disk refuses', async () => {
    const accounts = world.two()
    accounts.switchTo('first')
    world.diskRefuses = true
    await accounts.remove('k1')
    expect(names(accounts)).toEqual(['anna'])
    expect(world.failures).toHaveLength(3)
  })

  it('says when the keychain keeps its entry', async () => {
    const accounts = world.two()
    world.keychainRefuses = true
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
