import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSealing } from './sealing'

const sealing = createSealing('a', 'meeting passwords')

it('opens what it sealed, each time sealed otherwise', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sealing.open(sealing.seal(text))).toBe(text)
    }),
  )
  expect(sealing.seal('x')).not.toBe(sealing.seal('x'))
})

it('opens nothing that another key or purpose sealed, or that was changed', () => {
  const sealed = sealing.seal('secret')
  expect(createSealing('b', 'meeting passwords').open(sealed)).toBeNull()
  expect(createSealing('a', 'other').open(sealed)).toBeNull()
  expect(sealing.open(sealed.slice(0, -2))).toBeNull()
  expect(sealing.open('')).toBeNull()
})
