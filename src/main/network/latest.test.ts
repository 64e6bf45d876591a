import { expect, it } from 'vitest'
import { keepLatest } from './latest'

it('makes one thing for all who want the same, and another for who wants another', async () => {
  const latest = keepLatest<number>()
  let made = 0
  const make = async () => (made += 1)
  expect(latest.key()).toBeNull()
  expect(await Promise.all([latest.get('a', make), latest.get('a', make), latest.get('b', make), latest.get('b', make)])).toEqual([1, 1, 2, 2])
  expect([latest.key(), await latest.get('a', make)]).toEqual(['b', 3])
})

it('keeps no failure: the next who asks has it made again', async () => {
  const latest = keepLatest<string>()
  await expect(latest.get('a', () => Promise.reject(new Error('not now')))).rejects.toThrow('not now')
  expect(latest.key()).toBe('a')
  expect(await latest.get('a', () => Promise.resolve('made'))).toBe('made')
  expect(await latest.get('a', () => Promise.reject(new Error('made twice')))).toBe('made')
})
