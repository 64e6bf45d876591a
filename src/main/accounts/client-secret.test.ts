import { beforeEach, describe, expect, it } from 'vitest'
import type { SecretStore } from '../secrets/secret-store'
import { memoryKeychain } from '../account/test-world'
import { keepClientSecret, type ClientSecret } from './client-secret'

let store: ReturnType<typeof memoryKeychain>
let secret: ClientSecret

beforeEach(() => {
  store = memoryKeychain()
  secret = keepClientSecret(store satisfies SecretStore)
})

describe('the client secret', () => {
  it('is kept for its client id, and for no other', async () => {
    expect(await secret.read('123-abc')).toEqual({ outcome: 'read', secret: null })
    expect(await secret.keep('123-abc', 's3cret')).toBe(true)
    expect(await secret.read('123-abc')).toEqual({ outcome: 'read', secret: 's3cret' })
    expect(await secret.read('456-def')).toEqual({ outcome: 'read', secret: null })
  })

  it('goes when an empty one is given', async () => {
    await secret.keep('123-abc', 's3cret')
    expect(await secret.keep('123-abc', '')).toBe(true)
    expect(store.secret).toBeNull()
  })

  it.each(['locked', 'changed'] as const)('is not taken for absent when the keychain is %s', async (trouble) => {
    await secret.keep('123-abc', 's3cret')
    store.enter(trouble)
    expect(await secret.read('123-abc')).toEqual({ outcome: 'refused' })
    // One that can't be read is replaced by what was typed; a locked one takes nothing.
    expect(await secret.keep('123-abc', 'another')).toBe(trouble === 'changed')
  })

  it('is none where there is no keychain', async () => {
    store.enter('missing')
    expect(await secret.read('123-abc')).toEqual({ outcome: 'read', secret: null })
  })
})
