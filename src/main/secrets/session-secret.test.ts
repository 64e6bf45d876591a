import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileKey } from './profile-key'
import { decodeSecret, encodeSecret, maximumSecretBytes } from './session-secret'

describe('the entry in the keychain', () => {
  it('comes back as it went in', () => {
    const text = fc.string({ minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(text, text, (accountId, refreshToken) => {
        const written = encodeSecret({ accountId, refreshToken }, 'p')
        fc.pre(written !== null)
        expect(decodeSecret(written, 'p')).toEqual({ accountId, refreshToken })
      }),
    )
  })

  it.each([
    ['not JSON', 'v10 garbage'],
    ['another shape', '{"token":"x"}'],
    ['a later version', '{"version":2,"profile":"p","accountId":"s","refreshToken":"r"}'],
    ['another profile', '{"version":1,"profile":"q","accountId":"s","refreshToken":"r"}'],
    ['no token', '{"version":1,"profile":"p","accountId":"s","refreshToken":""}'],
    ['something added', '{"version":1,"profile":"p","accountId":"s","refreshToken":"r","more":1}'],
    ['a bare value', 'null'],
  ])('is unreadable: %s', (_what, text) => {
    expect(decodeSecret(text, 'p')).toBeNull()
  })

  it('fits Windows, or is not written', () => {
    expect(encodeSecret({ accountId: 's', refreshToken: 'r'.repeat(maximumSecretBytes) }, 'p')).toBeNull()
    expect(encodeSecret({ accountId: 's', refreshToken: 'r'.repeat(2_000) }, 'p')).not.toBeNull()
  })
})

describe('profileKey', () => {
  it('differs for two profiles and two workspaces, and hides the path', () => {
    const one = profileKey('this-computer', '/home/anna/.config/Parley', null)
    expect(profileKey('this-computer', '/home/anna/.config/Parley', null)).toBe(one)
    expect(profileKey('this-computer', '/home/anna/.config/Other', null)).not.toBe(one)
    expect(profileKey('teamviewer', '/home/anna/.config/Parley', null)).not.toBe(one)
    expect(profileKey('this-computer', '/home/anna/.config/Parley', 'a1')).toBe(`${one}-a1`)
    expect(one).toMatch(/^this-computer-[0-9a-f]{32}$/)
  })
})
