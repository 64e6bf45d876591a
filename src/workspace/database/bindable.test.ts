import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toBindable } from './bindable'

it.each([
  [true, 1],
  [false, 0],
  [undefined, null],
  [null, null],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  ['é', 'é'],
  [10n, 10n],
])('%s → %s', (value, bound) => {
  expect(toBindable(value)).toBe(bound)
})

it.each([[{}], [[]], [Number.NaN], [Number.POSITIVE_INFINITY], ['a\0b'], [() => 1], [Symbol('s')]])(
  'refuses %s',
  (value) => {
    expect(() => toBindable(value)).toThrow(TypeError)
  },
)

it('lets nothing through that SQLite has no type for', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      try {
        const bound = toBindable(value)
        return bound === null || bound instanceof Uint8Array || ['string', 'number', 'bigint'].includes(typeof bound)
      } catch (error) {
        return error instanceof TypeError
      }
    }),
  )
})
