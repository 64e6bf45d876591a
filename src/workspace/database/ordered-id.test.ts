import { expect, it } from 'vitest'
import { orderedId } from './ordered-id'

it('gives ids in the order in which they are made, none twice', () => {
  const ids = Array.from({ length: 10_000 }, orderedId)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
