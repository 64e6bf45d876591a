import { expect, it } from 'vitest'
import { createToldStore, isTold } from './told-problems'

it('knows what the page tells, as long as anything on it does', () => {
  const told = createToldStore()
  const { tell } = told.getState()
  const ends = [tell('proxy'), tell('proxy')]
  expect([isTold(told.getState(), 'proxy'), isTold(told.getState(), 'certificate')]).toEqual([true, false])
  ends[0]?.()
  ends[0]?.()
  expect(isTold(told.getState(), 'proxy')).toBe(true)
  ends[1]?.()
  expect(isTold(told.getState(), 'proxy')).toBe(false)
})
