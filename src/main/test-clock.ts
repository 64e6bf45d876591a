/** A clock that stands still until a test moves it on, with what is to run at its times. */
export interface TestClock {
  /** Milliseconds since the epoch; a test may set it. */
  at: number
  now: () => number
  /** As the product's `setTimer` (`clock.ts`). */
  setTimer: (run: () => void, milliseconds: number) => () => void
  /** Moves the clock on, and runs what is due. */
  pass: (milliseconds: number) => void
}

/** Makes a clock. @param begin Milliseconds since the epoch. */
export function testClock(begin = 0): TestClock {
  const timers = new Set<{ at: number; run: () => void }>()
  const clock: TestClock = {
    at: begin,
    now: () => clock.at,
    setTimer: (run, milliseconds) => {
      const timer = { at: clock.at + milliseconds, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    pass: (milliseconds) => {
      clock.at += milliseconds
      for (const timer of timers) {
        if (timer.at > clock.at) continue
        timers.delete(timer)
        timer.run()
      }
    },
  }
  return clock
}
