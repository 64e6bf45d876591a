import { expect, it } from 'vitest'
import { productOf } from './licences'

it.each([
  ['', 'TeamViewer Meeting 50', 'meeting-50'],
  ['', 'Meeting100', 'meeting-100'],
  ['', 'Enterprise', 'enterprise'],
  ['', 'Free', 'free'],
  ['', 'Remote Access', 'other'],
  ['unheard-of', 'Meeting 50', 'meeting-50'],
  ['', 'Meeting 500', 'other'],
])('the licence %j %j is %s', (shortName, name, product) => {
  expect(productOf(shortName, name)).toBe(product)
})
