import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { waitForRest } from './use-rest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('calls once the pointer has rested, and not for one that passes by', () => {
  const run = vi.fn()
  const { begin, end } = waitForRest()
  begin(run)
  vi.advanceTimersByTime(100)
  end()
  vi.advanceTimersByTime(1_000)
  expect(run).not.toHaveBeenCalled()
  // The focus after the pointer is one wish, not two.
  begin(run)
  vi.advanceTimersByTime(60)
  begin(run)
  vi.advanceTimersByTime(1_000)
  expect(run).toHaveBeenCalledOnce()
})
