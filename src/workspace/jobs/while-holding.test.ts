import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { whileHolding } from './while-holding'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('says at every third of the lease that it is alive, logs the first beat of several that fail, and stops with the work', async () => {
  const lines: unknown[] = []
  let beats = 0
  let isAway = false
  let finish = (): void => undefined
  const done = whileHolding(
    {
      lease: 3_000,
      renew: async () => {
        beats += 1
        if (isAway) throw new Error('no database')
      },
      log: (event, fields) => lines.push({ event, ...fields }),
      of: { mail: 'm1' },
    },
    () => new Promise<string>((resolve) => (finish = () => resolve('sent'))),
  )
  await vi.advanceTimersByTimeAsync(2_000)
  expect([beats, lines]).toEqual([2, []])
  isAway = true
  await vi.advanceTimersByTimeAsync(3_000)
  const missed = { event: 'lease-not-renewed', mail: 'm1', problem: 'Error: no database' }
  expect([beats, lines]).toEqual([5, [missed]])
  isAway = false
  await vi.advanceTimersByTimeAsync(1_000)
  isAway = true
  await vi.advanceTimersByTimeAsync(1_000)
  expect([beats, lines]).toEqual([7, [missed, missed]])
  finish()
  expect(await done).toBe('sent')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(beats).toBe(7)
})
