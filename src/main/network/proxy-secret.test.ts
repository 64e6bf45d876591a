import { expect, it } from 'vitest'
import type { SessionSecret } from '../secrets/session-secret'
import { keepProxySecret } from './proxy-secret'

const anna = { username: 'anna', password: 'pass:\n word' }

function keychain() {
  const world: { secret: SessionSecret | null } = { secret: null }
  const kept = keepProxySecret({
    read: async () => (world.secret === null ? { outcome: 'none' } : { outcome: 'found', secret: world.secret }),
    write: async (secret) => {
      world.secret = secret
      return { outcome: 'done' }
    },
    remove: async () => {
      world.secret = null
      return { outcome: 'done' }
    },
  })
  return { kept, world }
}

it('keeps what one proxy is told, for that proxy alone, until it is taken away', async () => {
  const { kept } = keychain()
  expect(await kept.read('proxy:1')).toBeNull()
  await kept.write('proxy:1', anna)
  expect(await kept.read('proxy:1')).toEqual(anna)
  expect(await kept.read('proxy:2')).toBeNull()
  expect(await kept.remove()).toBe(true)
  expect(await kept.read('proxy:1')).toBeNull()
})

it('has nothing to tell where the keychain can’t be read, or holds something else', async () => {
  const { kept, world } = keychain()
  world.secret = { accountId: 'u1', refreshToken: 'r1' }
  expect(await kept.read('u1')).toBeNull()
  const refused = async () => ({ outcome: 'refused', state: 'locked' }) as const
  const store = { read: refused, write: refused, remove: refused }
  const locked = keepProxySecret(store)
  expect(await locked.read('proxy:1')).toBeNull()
  await locked.write('proxy:1', anna)
  expect(await locked.remove()).toBe(false)
  const missing = keepProxySecret({ ...store, remove: async () => ({ outcome: 'refused', state: 'missing' }) })
  expect(await missing.remove()).toBe(true)
})
