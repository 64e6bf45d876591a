import { randomBytes } from 'node:crypto'
import type { Account, Session } from '../../contract/session'
import type { ReadResult, SecretStore, WriteResult } from '../secrets/secret-store'
import type { SessionSecret } from '../secrets/session-secret'
import { openTurnstile } from '../workspace/turnstile'
import { discoverIdentityProvider } from './identity-provider'
import { openSession } from './session'
import type { AccountAnswer, SessionKeeper } from './session-keeper'
import type { TestProvider } from './test-provider'

export const anna: Account = {
  id: 'u1', name: 'Anna Berger', email: 'anna@example.com', companyName: 'Example', role: 'administrator',
}

/** A keychain in memory, whose state tests set. */
interface MemoryKeychain extends SecretStore {
  secret: SessionSecret | null
  trouble: 'locked' | 'missing' | 'changed' | null
  log: string[]
  /** Sets the trouble, and tells listeners. */
  enter(trouble: MemoryKeychain['trouble']): void
}

/** Makes one that is empty. */
export function memoryKeychain(): MemoryKeychain {
  const listeners = new Set<Parameters<SecretStore['onState']>[0]>()
  const keychain: MemoryKeychain = {
    secret: null,
    trouble: null,
    log: [],
    enter: (trouble) => {
      keychain.trouble = trouble
      for (const listener of listeners) listener(trouble ?? 'available')
    },
    read: () => {
      if (keychain.trouble !== null) return Promise.resolve<ReadResult>({ outcome: 'refused', state: keychain.trouble })
      const { secret } = keychain
      return Promise.resolve<ReadResult>(secret === null ? { outcome: 'none' } : { outcome: 'found', secret })
    },
    write: (secret, existing) => {
      if (keychain.trouble === 'changed' && existing === 'replace') keychain.trouble = null
      if (keychain.trouble !== null) return Promise.resolve<WriteResult>({ outcome: 'refused', state: keychain.trouble })
      keychain.log.push(`write ${secret.refreshToken}`)
      keychain.secret = secret
      return Promise.resolve<WriteResult>({ outcome: 'done' })
    },
    remove: () => {
      if (keychain.trouble !== null) return Promise.resolve<WriteResult>({ outcome: 'refused', state: keychain.trouble })
      keychain.secret = null
      return Promise.resolve<WriteResult>({ outcome: 'done' })
    },
    unlock: () => Promise.resolve(),
    state: () => keychain.trouble ?? 'available',
    onState: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isStuck: () => false,
  }
  return keychain
}

export interface World {
  /** Addresses that the browser was asked to open. */
  opened: string[]
  browserFails: boolean
  /** 0 for any. */
  redirectPort: number
  remembered: Account | null
  /** Whether the disk takes nothing. */
  isDiskFull: boolean
  /** Whether it is the account that is shown. */
  isShown: boolean
  keychain: MemoryKeychain
  /** What the workspace says of an access token. */
  account: AccountAnswer
  address: string
  now: number
  states: Session[]
  timers: { run: () => void; at: number }[]
  fronts: number
  signedOut: Account[]
  /** Lets time pass, and runs what is due. */
  pass(milliseconds: number): void
  open(): SessionKeeper
}

/** Everything around a session, in memory, with a real provider over HTTP. */
export function makeWorld(provider: TestProvider): World {
  const turnstile = openTurnstile({ now: () => world.now, random: () => 0.5 })
  const noteAccount = (account: Account | null): void => {
    if (world.isDiskFull) throw new Error('ENOSPC')
    world.remembered = account
  }
  const world: World = {
    opened: [], browserFails: false, redirectPort: 0, remembered: null, isDiskFull: false, isShown: true, keychain: memoryKeychain(),
    account: { outcome: 'done', value: anna }, address: provider.address, now: Date.now(), states: [], timers: [],
    fronts: 0, signedOut: [],
    pass: (milliseconds) => {
      world.now += milliseconds
      for (const timer of world.timers.filter(({ at }) => at <= world.now)) {
        world.timers.splice(world.timers.indexOf(timer), 1)
        timer.run()
      }
    },
    open: () =>
      openSession({
        workspaceAddress: () =>
          world.address === '' ? Promise.reject(new Error('no workspace')) : Promise.resolve(world.address),
        discover: (address) =>
          discoverIdentityProvider(address, { clientId: 'parley-desktop', fetch, now: () => world.now, turnstile }),
        readAccount: () => Promise.resolve(world.account),
        redirectPort: () => world.redirectPort,
        secrets: world.keychain,
        remembered: { get: () => world.remembered, set: noteAccount },
        openBrowser: (address) => {
          world.opened.push(address)
          return world.browserFails ? Promise.reject(new Error('no browser')) : Promise.resolve()
        },
        bringToFront: () => (world.fronts += 1),
        language: () => 'fr',
        computerName: () => 'Anna’s laptop',
        now: () => world.now,
        random: () => randomBytes(32).toString('base64url'),
        // No wait is cut.
        chance: () => 1,
        setTimer: (run, milliseconds) => {
          const timer = { run, at: world.now + milliseconds }
          world.timers.push(timer)
          return () => {
            const place = world.timers.indexOf(timer)
            if (place >= 0) world.timers.splice(place, 1)
          }
        },
        isShown: () => world.isShown,
        onChange: (session) => world.states.push(session),
        onSignedOut: (account) => world.signedOut.push(account),
      }),
  }
  return world
}
