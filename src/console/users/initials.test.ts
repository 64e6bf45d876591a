import { expect, it } from 'vitest'
import { initialsOf } from './initials'

it.each([
  ['Anna Weiß', 'AW'],
  ['anna', 'AN'],
  ['Élodie de la Tour', 'ÉD'],
  ['  Anna   Weiß ', 'AW'],
  ['𝒜nna', '𝒜N'],
  ['X', 'X'],
  ['', ''],
])('%j → %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
