import { describe, expect, it } from 'vitest'
import type { KeychainState } from '../../contract/session'
import { openSecretStore, type Keytar } from './secret-store'
import { encodeSecret } from './session-secret'

const profile = 'this-computer-1'
const secret = { accountId: 'u1', refreshToken: 'r1' }

type Probed = 'available' | 'locked' | 'missing' | 'unknown'

function setUp(options: { entry?: string | null; probed?: Probed; keytar?: Partial<Keytar>; system?: 'linux' | 'darwin'; unlocks?: boolean }) {
  const world = { entry: options.entry ?? null, probed: options.probed ?? 'available', calls: [] as string[] }
  const timers: (() => void)[] = []
  const keytar: Keytar = {
    getPassword: () => {
      world.calls.push('get')
      return Promise.resolve(world.entry)
    },
    setPassword: (_service, _account, text) => {
      world.calls.push('set')
      world.entry = text
      return Promise.resolve()
    },
    deletePassword: () => {
      world.calls.push('delete')
      world.entry = null
      return Promise.resolve(true)
    },
    ...options.keytar,
  }
  const store = openSecretStore({
    loadKeytar: () => Promise.resolve(keytar),
    probe: () => Promise.resolve(world.probed),
    unlock: () => {
      world.calls.push('unlock')
      world.probed = options.unlocks === true ? 'available' : world.probed
      return Promise.resolve()
    },
    system: options.system ?? 'linux',
    service: 'Parley',
    profile,
    limit: 3_000,
    setTimer: (run) => {
      timers.push(run)
      return () => timers.splice(timers.indexOf(run), 1)
    },
  })
  const states: KeychainState[] = []
  store.onState((state) => states.push(state))
  return { store, world, timers, states }
}

describe('the secret store', () => {
  it('keeps a secret', async () => {
    const { store, states } = setUp({})
    expect(store.state()).toBe('unknown')
    expect(await store.read()).toEqual({ outcome: 'none' })
    expect(await store.write(secret)).toEqual({ outcome: 'done' })
    expect(await store.read()).toEqual({ outcome: 'found', secret })
    expect(await store.remove()).toEqual({ outcome: 'done' })
    expect(await store.read()).toEqual({ outcome: 'none' })
    expect(states).toEqual(['available'])
  })

  it('is unlocked when the person wants that, and stays locked when they then decline', async () => {
    const { store, states, world } = setUp({ probed: 'locked', unlocks: true, entry: encodeSecret(secret, profile) })
    await store.read()
    await store.unlock()
    expect(states).toEqual(['locked', 'available'])
    expect(world.calls).toEqual(['unlock', 'get'])
    const declined = setUp({ probed: 'locked' })
    await declined.store.unlock()
    expect(declined.states).toEqual(['locked'])
  })

  it('replaces an entry that it can’t read only when told to', async () => {
    const { store, states, world } = setUp({ entry: 'not an entry of Parley’s' })
    expect(await store.write(secret)).toEqual({ outcome: 'refused', state: 'changed' })
    expect(world.entry).toBe('not an entry of Parley’s')
    expect(await store.write(secret, 'replace')).toEqual({ outcome: 'done' })
    expect(await store.read()).toEqual({ outcome: 'found', secret })
    expect(states).toEqual(['changed', 'available'])
  })

  it('replaces an entry whose reading the system refuses, but not one that is locked', async () => {
    const getPassword = () => Promise.reject(new Error('errSecDecode: unable to decode'))
    const refused = setUp({ system: 'darwin', probed: 'unknown', keytar: { getPassword } })
    expect(await refused.store.write(secret)).toEqual({ outcome: 'refused', state: 'changed' })
    expect(await refused.store.write(secret, 'replace')).toEqual({ outcome: 'done' })
    expect(await setUp({ probed: 'locked' }).store.write(secret, 'replace')).toEqual({ outcome: 'refused', state: 'locked' })
  })

  it.each(['locked', 'missing'] as const)('does not touch a keychain that is %s, which might prompt', async (probed) => {
    const { store, world } = setUp({ probed, entry: encodeSecret(secret, profile) })
    expect(await store.read()).toEqual({ outcome: 'refused', state: probed })
    expect(await store.write(secret)).toEqual({ outcome: 'refused', state: probed })
    expect(await store.remove()).toEqual({ outcome: 'refused', state: probed })
    expect(world.calls).toEqual([])
    world.probed = 'available'
    expect(await store.read()).toEqual({ outcome: 'found', secret })
    expect(store.state()).toBe('available')
  })

  it('keeps an entry that it cannot read, and says so', async () => {
    const { store, world } = setUp({ entry: 'from elsewhere' })
    expect(await store.read()).toEqual({ outcome: 'refused', state: 'changed' })
    expect(await store.write(secret)).toEqual({ outcome: 'refused', state: 'changed' })
    expect(await store.remove()).toEqual({ outcome: 'refused', state: 'changed' })
    expect(world.entry).toBe('from elsewhere')
    expect(world.calls).not.toContain('set')
  })

  it('is missing where the native module cannot be loaded', async () => {
    const store = openSecretStore({
      loadKeytar: () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')),
      probe: () => Promise.resolve('available'),
      unlock: () => Promise.resolve(),
      system: 'linux', service: 'Parley', profile, limit: 1, setTimer: () => () => undefined,
    })
    expect(await store.read()).toEqual({ outcome: 'refused', state: 'missing' })
  })

  it('gives up a call that hangs, adds no second one, and recovers when it is answered', async () => {
    let answer: (text: string | null) => void = () => undefined
    let reads = 0
    const getPassword = () => {
      reads += 1
      return new Promise<string | null>((resolve) => (answer = resolve))
    }
    const { store, timers, states } = setUp({ probed: 'unknown', system: 'darwin', keytar: { getPassword } })
    const first = store.read()
    await expect.poll(() => timers.length).toBe(1)
    timers[0]?.()
    expect(await first).toEqual({ outcome: 'refused', state: 'locked' })
    expect(store.isStuck()).toBe(true)
    expect(await store.read()).toEqual({ outcome: 'refused', state: 'locked' })
    expect(reads).toBe(1)
    answer(encodeSecret(secret, profile))
    await expect.poll(() => states).toEqual(['locked', 'available'])
    expect(store.isStuck()).toBe(false)
    // The answer that came late is used: the system does not prompt twice.
    expect(await store.read()).toEqual({ outcome: 'found', secret })
    expect(reads).toBe(1)
  })

  it('tells a failed read from a failed write', async () => {
    const failing = () => Promise.reject(new Error('?'))
    const reading = setUp({ keytar: { getPassword: failing } })
    expect(await reading.store.read()).toEqual({ outcome: 'refused', state: 'changed' })
    const writing = setUp({ keytar: { setPassword: failing } })
    expect(await writing.store.write(secret)).toEqual({ outcome: 'refused', state: 'missing' })
  })

  it('refuses a secret that Windows would not hold', async () => {
    const { store, world } = setUp({})
    expect(await store.write({ accountId: 's', refreshToken: 'r'.repeat(3_000) })).toEqual({ outcome: 'too-large' })
    expect(world.calls).toEqual([])
  })
})
