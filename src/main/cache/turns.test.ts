import { describe, expect, it } from 'vitest'
import { testClock } from '../test-clock'
import { openTurns } from './turns'

const minute = 60_000

/** Turns at a clock of the test. */
function world() {
  const clock = testClock(1_000_000)
  const turns = openTurns({
    now: clock.now,
    setTimer: clock.setTimer,
  })
  const taken: string[] = []
  const wait = (name: string, hurried: Promise<void> = new Promise(() => undefined)) => void turns.next(hurried).then(() => taken.push(name))
  const elapse = async (milliseconds: number) => {
    clock.pass(milliseconds)
    await Promise.resolve()
  }
  return { clock, turns, taken, wait, elapse }
}

describe('turns', () => {
  it('are one a minute, in the order of asking', async () => {
    const { turns, taken, wait, elapse } = world()
    expect([turns.take(), turns.take()]).toEqual([true, false])
    wait('first')
    wait('second')
    await elapse(minute - 1)
    expect(taken).toEqual([])
    await elapse(1)
    expect(taken).toEqual(['first'])
    // Who comes later does not get in between.
    await elapse(minute - 1)
    expect(turns.take()).toBe(false)
    await elapse(1)
    expect(taken).toEqual(['first', 'second'])
    await elapse(minute)
    expect(turns.take()).toBe(true)
  })

  it('are left to others by whoever can’t wait any longer', async () => {
    const { turns, taken, wait, elapse } = world()
    turns.take()
    let hurry = (): void => undefined
    wait('hurried', new Promise((resolve) => (hurry = resolve)))
    wait('patient')
    hurry()
    await Promise.resolve()
    await Promise.resolve()
    expect(taken).toEqual(['hurried'])
    await elapse(minute)
    expect(taken).toEqual(['hurried', 'patient'])
  })

  it('come in time when the clock is set back, and not at all once they are closed', async () => {
    const { clock, turns, taken, wait, elapse } = world()
    turns.take()
    clock.at -= 24 * 60 * minute
    expect(turns.take()).toBe(true)
    wait('never')
    turns.close()
    await elapse(2 * minute)
    expect(taken).toEqual([])
  })
})
